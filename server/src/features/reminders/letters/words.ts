import type { Language } from '../policies/schema.ts';

/** What reminders say. `{…}` is filled in. */
const en = {
  subjectBefore: '{requirement}: due {date}',
  subjectDue: '{requirement}: due today',
  subjectAfter: '{requirement}: overdue since {date}',
  subjectCopy: '{subject}: {mail}',
  hello: 'Hello {name},',
  before: '{requirement} is due on {date}.',
  due: '{requirement} is due today, {date}.',
  after: '{requirement} was due on {date}.',
  ofSubject: 'It is about {subject}. You get a copy because you look after them.',
  citation: 'Source: {citation}',
  open: 'See what is needed',
  sentBy: 'Sent by {organization}.',
  unsubscribe: 'Unsubscribe from reminders',
  askTitle: 'No more reminders?',
  askText: 'You will get no more reminders by mail. What is due stays due.',
  askButton: 'Unsubscribe',
  doneTitle: 'Unsubscribed',
  doneText: 'You get no more reminders by mail.',
  doneButton: 'Undo',
  backTitle: 'Welcome back',
  backText: 'You get reminders by mail again.',
};
export type Word = keyof typeof en;

const es: typeof en = {
  subjectBefore: '{requirement}: vence el {date}',
  subjectDue: '{requirement}: vence hoy',
  subjectAfter: '{requirement}: vencido desde el {date}',
  subjectCopy: '{subject}: {mail}',
  hello: 'Hola, {name}:',
  before: '{requirement} vence el {date}.',
  due: '{requirement} vence hoy, {date}.',
  after: '{requirement} venció el {date}.',
  ofSubject: 'Se trata de {subject}. Recibe una copia porque está a su cargo.',
  citation: 'Fuente: {citation}',
  open: 'Ver lo que se necesita',
  sentBy: 'Enviado por {organization}.',
  unsubscribe: 'Dejar de recibir recordatorios',
  askTitle: '¿No más recordatorios?',
  askText: 'Ya no recibirá recordatorios por correo. Lo que vence sigue venciendo.',
  askButton: 'Darse de baja',
  doneTitle: 'Baja confirmada',
  doneText: 'Ya no recibe recordatorios por correo.',
  doneButton: 'Deshacer',
  backTitle: 'Bienvenido de nuevo',
  backText: 'Recibe recordatorios por correo otra vez.',
};

const fr: typeof en = {
  subjectBefore: '{requirement} : échéance le {date}',
  subjectDue: '{requirement} : échéance aujourd’hui',
  subjectAfter: '{requirement} : en retard depuis le {date}',
  subjectCopy: '{subject} : {mail}',
  hello: 'Bonjour {name},',
  before: '{requirement} est à faire pour le {date}.',
  due: '{requirement} est à faire aujourd’hui, {date}.',
  after: '{requirement} était à faire pour le {date}.',
  ofSubject: 'Cela concerne {subject}. Vous recevez une copie parce que vous en êtes responsable.',
  citation: 'Source : {citation}',
  open: 'Voir ce qui est requis',
  sentBy: 'Envoyé par {organization}.',
  unsubscribe: 'Ne plus recevoir de rappels',
  askTitle: 'Plus de rappels ?',
  askText: 'Vous ne recevrez plus de rappels par courriel. Les échéances restent.',
  askButton: 'Se désabonner',
  doneTitle: 'Désabonnement confirmé',
  doneText: 'Vous ne recevez plus de rappels par courriel.',
  doneButton: 'Annuler',
  backTitle: 'Bon retour',
  backText: 'Vous recevez de nouveau des rappels par courriel.',
};

export const WORDS: Readonly<Record<Language, typeof en>> = { en, es, fr };

/** A text of the catalog with its places filled in. */
export const say = (language: Language, word: Word, values: Readonly<Record<string, string>> = {}): string =>
  WORDS[language][word].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
