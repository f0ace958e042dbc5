import { useMediaQuery } from '@mantine/hooks';

/** Whether the page is as narrow as a phone. */
export const useIsNarrow = (): boolean =>
  useMediaQuery('(max-width: 720px)', undefined, { getInitialValueInEffect: false }) === true;
