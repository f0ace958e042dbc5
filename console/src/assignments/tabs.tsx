import { useTranslations } from 'use-intl';
import { Tabs } from '../parts/tabs.tsx';

/** The pages of training. */
export function TrainingTabs() {
  const t = useTranslations('trainingTabs');
  return (
    <Tabs
      label={t('label')}
      tabs={[
        { to: '/training/assignments', name: t('assignments') },
        { to: '/training/courses', name: t('courses') },
      ]}
    />
  );
}
