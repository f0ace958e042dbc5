import { Button, createTheme, Tooltip } from '@mantine/core';

/** Mantine in the house's own look: the values are those of theme.css. */
export const mantine = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  primaryColor: 'blue',
  defaultRadius: 'var(--radius-control)',
  fontSizes: { xs: 'var(--text-xs)', sm: 'var(--text-sm)', md: 'var(--text-md)', lg: 'var(--text-lg)' },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ classNames: { root: 'button' }, defaultProps: { size: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: false } }),
  },
});
