import type { Contact } from '../../directory/index.ts';
import type { Language } from '../policies/schema.ts';

const BY_COUNTRY: Readonly<Record<string, Language>> = {
  es: 'es',
  mx: 'es',
  pr: 'es',
  fr: 'fr',
  us: 'en',
  gb: 'en',
  ie: 'en',
};

/** The language of somebody, where their country says it; else the policy's. */
export const languageOf = (contact: Contact | undefined, otherwise: Language): Language =>
  BY_COUNTRY[contact?.country ?? ''] ?? otherwise;
