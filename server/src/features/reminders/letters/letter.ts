import type { Language } from '../policies/schema.ts';
import { say, type Word } from './words.ts';

/** What a reminder tells. */
export interface Telling {
  language: Language;
  organization: string;
  recipient: string;
  /** Whom it is about, in a copy to a manager. */
  subject?: string | undefined;
  requirement: string;
  citation?: string | undefined;
  /** RFC 3339. */
  dueAt: string;
  zone: string;
  /** How the day of sending lies to the due day. */
  when: 'before' | 'due' | 'after';
  link: string;
  unsubscribe: string;
}

/** A reminder as a mail: subject, text and HTML say the same. */
export function letterOf(telling: Telling): { subject: string; text: string; html: string } {
  const { language, subject, citation, when, link, unsubscribe } = telling;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: telling.zone }).format(
    new Date(telling.dueAt),
  );
  const values = {
    requirement: telling.requirement,
    date,
    subject: subject ?? '',
    citation: citation ?? '',
    name: telling.recipient,
    organization: telling.organization,
  };
  const word = (name: Word, more = {}): string => say(language, name, { ...values, ...more });
  const heads = { before: 'subjectBefore', due: 'subjectDue', after: 'subjectAfter' } as const;
  const head = word(heads[when]);
  const lines = [
    word('hello'),
    word(when),
    ...(subject === undefined ? [] : [word('ofSubject')]),
    ...(citation ? [word('citation')] : []),
  ];
  const feet = [word('sentBy')];
  return {
    subject: (subject === undefined ? head : word('subjectCopy', { mail: head })).replace(/[\r\n]+/g, ' '),
    text: `${lines.join('\n\n')}\n\n${word('open')}: ${link}\n\n--\n${feet.join('\n')}\n${word('unsubscribe')}: ${unsubscribe}\n`,
    html: documentOf(
      language,
      head,
      `<p class="organization">${escaped(telling.organization)}</p>
<h1 class="${when}">${escaped(head)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
<p><a class="button" href="${escaped(link)}">${escaped(word('open'))}</a></p>
<p class="foot">${escaped(feet.join(' '))} <a href="${escaped(unsubscribe)}">${escaped(word('unsubscribe'))}</a></p>`,
    ),
  };
}

/** The page behind the link to unsubscribe. */
export function pageOf(language: Language, state: 'ask' | 'done' | 'back'): string {
  const title = say(language, `${state}Title`);
  const action = { ask: '', done: '?back', back: undefined }[state];
  const button = state === 'back' ? '' : say(language, `${state}Button`);
  const form =
    action === undefined
      ? ''
      : `<form method="post" action="${action}"><button class="button">${escaped(button)}</button></form>`;
  return documentOf(
    language,
    title,
    `<h1>${escaped(title)}</h1><p>${escaped(say(language, `${state}Text`))}</p>${form}`,
  );
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;padding:24px 12px;background:#f4f5f7;color:#1c2430;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:560px;margin:0 auto;padding:28px 24px;background:#fff;border-radius:8px;overflow-wrap:anywhere}
h1{margin:0 0 20px;padding-left:12px;border-left:4px solid #2f6fde;font-size:20px;line-height:1.3}
h1.due{border-color:#b7791f}h1.after{border-color:#c53030}
p{margin:0 0 16px}.organization{color:#5b6675;font-size:14px}
.button{display:inline-block;padding:10px 18px;border:0;border-radius:6px;background:#1d5fd0;color:#fff;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.foot{margin:28px 0 0;color:#5b6675;font-size:13px}.foot a{color:inherit}
@media (prefers-color-scheme:dark){body{background:#12161c;color:#e6eaf0}main{background:#1c222b}.organization,.foot{color:#a3adba}}`;

const documentOf = (language: Language, title: string, body: string): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string,
  );
