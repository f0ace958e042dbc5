import { useTranslations } from 'use-intl';
import { Tabs } from '../parts/tabs.tsx';

/** The pages of qualifications. */
export function PaperTabs() {
  const t = useTranslations('papers.tabs');
  return (
    <Tabs
      label={t('label')}
      tabs={(['records', 'types', 'calendar'] as const).map((name) => ({
        to: `/qualifications/${name}`,
        name: t(name),
      }))}
    />
  );
}
