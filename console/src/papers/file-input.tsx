import { Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Sent } from './draft.ts';

/** The most that the server takes of one file, in bytes. */
const LARGEST = 10 * 1024 * 1024;

interface Props {
  label: string;
  isSignature: boolean;
  isRequired: boolean;
  legalText: string | undefined;
  files: readonly Sent[];
  kept: number;
  change(files: Sent[]): void;
  error?: string | undefined;
}

/** Pictures and documents of a paper, or the picture of a signature. */
export function FileInput({ label, isSignature, isRequired, legalText, files, kept, change, error }: Props) {
  const t = useTranslations('papers');
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState('');
  const [labelId, errorId] = [useId(), useId()];
  const add = async (chosen: readonly File[]): Promise<void> => {
    const large = chosen.find(({ size }) => size > LARGEST);
    setTooLarge(large ? t('tooLarge', { name: large.name }) : '');
    const read = await Promise.all(chosen.filter(({ size }) => size <= LARGEST).map(sentOf));
    change(isSignature ? read.slice(0, 1) : [...files, ...read]);
  };
  const wrong = isTooLarge || error;
  return (
    <div className="file-input">
      <span id={labelId}>
        {label}
        {isRequired && <span aria-hidden> *</span>}
      </span>
      {legalText && <small>{legalText}</small>}
      <input
        ref={input}
        type="file"
        className="hidden"
        aria-labelledby={labelId}
        aria-describedby={wrong ? errorId : undefined}
        multiple={!isSignature}
        accept={isSignature ? 'image/jpeg,image/png' : 'image/jpeg,image/png,application/pdf,.docx'}
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button
        className="quiet-button"
        size="compact-sm"
        leftSection={<IconPaperclip size={14} stroke={1.8} />}
        // The input beside it is what the keyboard reaches.
        tabIndex={-1}
        aria-hidden
        onClick={() => input.current?.click()}
      >
        {t(isSignature ? 'chooseSignature' : 'chooseFiles')}
      </Button>
      {kept > 0 && files.length === 0 && <small>{t('kept', { count: kept })}</small>}
      {kept > 0 && files.length > 0 && <small>{t('replaced', { count: kept })}</small>}
      {files.length > 0 && (
        <ul className="picked">
          {files.map((file) => (
            <li key={file.name}>
              <button
                type="button"
                aria-label={t('removeFile', { name: file.name })}
                onClick={() => change(files.filter((each) => each !== file))}
              >
                {file.name}
                <IconX size={12} stroke={2} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {wrong && (
        <p id={errorId} className="refused">
          {wrong}
        </p>
      )}
    </div>
  );
}

/** A file in base64, as a body has it. */
const sentOf = (file: File): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () =>
      resolve({
        name: file.name,
        mediaType: file.type,
        base64Payload: String(reader.result).split(',')[1] ?? '',
      });
    reader.readAsDataURL(file);
  });
