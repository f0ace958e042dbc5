import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { Head } from './head.tsx';

/** An address that leads nowhere. */
export default function NotHere() {
  const t = useTranslations('notHere');
  return (
    <>
      <Head title={t('title')} />
      <div className="empty">
        <p>{t('text')}</p>
        <Link to="/">{t('home')}</Link>
      </div>
    </>
  );
}
