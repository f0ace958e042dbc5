import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Media } from './data.ts';

/** The files of a paper, shown where they are: pictures and PDFs; others are a link. */
export function Files({ files, name }: { files: readonly Media[]; name: string }) {
  return (
    <ul className="files">
      {files.map((file, n) => (
        <li key={file.id}>
          <File file={file} number={n + 1} name={name} />
        </li>
      ))}
    </ul>
  );
}

function File({ file: { url, thumbnailUrl }, number, name }: { file: Media; number: number; name: string }) {
  const t = useTranslations('papers');
  if (!url) return <small>{t('processing')}</small>;
  return (
    <>
      {thumbnailUrl ? (
        <a href={url} target="_blank" rel="noreferrer">
          <img src={url} alt={t('picture', { name, number })} />
        </a>
      ) : (
        <Document url={url} title={t('picture', { name, number })} />
      )}
      <a className="open-file" href={url} target="_blank" rel="noreferrer">
        {t('openFile')}
      </a>
    </>
  );
}

/** What browsers show of what a paper may be. */
const SHOWN = /^(application\/pdf|image\/(jpeg|png))$/;

/** A file without a smaller picture of its own: a PDF is in the browser's viewer. */
function Document({ url, title }: { url: string; title: string }) {
  const { data } = useQuery({
    queryKey: ['file', url],
    queryFn: async ({ signal }) => {
      const reply = await fetch(url, { signal });
      return SHOWN.test(reply.headers.get('content-type') ?? '') ? await reply.blob() : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: undefined,
  });
  const [shown, setShown] = useState('');
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setShown(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (!data || !shown) return null;
  if (data.type.startsWith('image/')) return <img src={shown} alt={title} />;
  return <iframe src={`${shown}#toolbar=0&navpanes=0`} title={title} />;
}
