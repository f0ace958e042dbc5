// A sentence for each change of an object, from its document and the one before: what it was, in plain words.

/** A document as the ledger has it, looked into by its keys. */
// biome-ignore lint/suspicious/noExplicitAny: documents of every shape
export type Document = Record<string, any>;

/** A change of an object. */
export interface Told {
  resource: string;
  operation: string;
  /** Undefined once it was erased. */
  document: Document | undefined;
  before: Document | undefined;
  /** The name of a course, requirement or form, if it is known. */
  nameOf(id: string | undefined): string;
}

type Tell = (told: Told & { document: Document }) => string;

const quoted = (name: unknown): string => (name ? `“${name}”` : 'one that is not there any more');

/** `trainingAssignment` as people say it: training assignment. */
export const spoken = (name: string): string =>
  name.replace(
    /([a-z0-9])([A-Z])/g,
    (_all, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
  );

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const day = (time: string | undefined): string => (time ? time.slice(0, 10) : 'no date');

/** Fields that say nothing of what was changed. */
const SILENT = new Set(['updatedAtTime', 'updatedById', 'updatedBy', 'passwordSetAtTime']);

/** The fields that differ, as people say them. */
function changes({ document, before = {} }: Pick<Told, 'document' | 'before'>): string {
  const names = [...new Set([...Object.keys(document ?? {}), ...Object.keys(before)])];
  const differ = names.filter(
    (name) => !SILENT.has(name) && JSON.stringify(document?.[name]) !== JSON.stringify(before[name]),
  );
  return differ.map((name) => spoken(name.replace(/Ids?$/, (end) => (end === 'Ids' ? 's' : '')))).join(', ');
}

/** What became of something that has no words of its own. */
function plain({ resource, operation, document, before }: Told): string {
  const what = spoken(resource);
  if (operation === 'create') return `a ${what} was added`;
  if (operation === 'delete') return `a ${what} was deleted`;
  if (operation !== 'update') return `a ${what}: ${spoken(operation)}`;
  const changed = before && document ? changes({ document, before }) : '';
  return `a ${what} was changed${changed ? `: ${changed}` : ''}`;
}

const person: Tell = (told) => {
  const { operation, document, before } = told;
  if (operation === 'create') return `${document.name} was added as a ${told.resource}`;
  if (operation === 'delete') return `${document.name} was deleted`;
  if (before && before.status !== document.status)
    return `${document.name} was ${document.status === 'active' ? 'activated' : 'deactivated'}`;
  const changed = changes(told);
  if (changed) return `${document.name} was changed: ${changed}`;
  return document.passwordSetAtTime === before?.passwordSetAtTime
    ? `${document.name} was saved, nothing of its own changed`
    : `the password of ${document.name} was set`;
};

const assignment: Tell = ({ operation, document, before, nameOf }) => {
  const course = quoted(nameOf(document.course?.id));
  if (operation === 'overdue') return `training ${course} became overdue`;
  if (operation === 'delete') return `training ${course} was taken away`;
  const score = document.scorePercent === undefined ? '' : ` with ${document.scorePercent} %`;
  if (document.status === 'completed' && before?.status !== 'completed')
    return `training ${course} was completed${score}${document.isCompletedLate ? ', late' : ''}`;
  if (operation === 'create') return `training ${course} was assigned, due ${day(document.dueAtTime)}`;
  if (before?.status === 'completed' && document.status !== 'completed')
    return `the completion of training ${course} was taken back`;
  if (before?.status === 'notStarted' && document.status === 'inProgress')
    return `training ${course} was begun`;
  if (before && before.dueAtTime !== document.dueAtTime)
    return `training ${course} is now due ${day(document.dueAtTime)}`;
  if (before && before.durationMinutes !== document.durationMinutes)
    return `training ${course}: ${document.durationMinutes} minutes so far`;
  return `the assignment of training ${course} was changed`;
};

const record: Tell = ({ operation, document, before }) => {
  const type = quoted(document.qualificationType?.name);
  const until = document.expirationDate ? `, until ${day(document.expirationDate)}` : '';
  if (operation === 'create')
    return document.supersedesId ? `${type} was renewed${until}` : `${type} was recorded${until}`;
  if (operation === 'delete' || document.recordStatus === 'deleted') return `${type} was deleted`;
  if (before && before.recordStatus !== document.recordStatus)
    return `${type} was ${document.recordStatus === 'archived' ? 'archived' : 'put back in force'}`;
  return `${type} was changed: ${changes({ document, before })}`;
};

const STATUS: Record<string, string> = {
  notNeeded: 'is not needed',
  waived: 'is waived',
  missing: 'is missing',
  current: 'is met',
  expiring: 'expires soon',
  expired: 'has expired',
};

const status: Tell = ({ document, nameOf }) =>
  `${quoted(nameOf(document.requirementId))} ${STATUS[document.status] ?? document.status}${document.isOverdue ? ' and overdue' : ''}`;

const waiver: Tell = ({ operation, document, nameOf }) => {
  const requirement = quoted(nameOf(document.requirementId));
  if (operation === 'delete') return `the waiver of ${requirement} was taken back`;
  return `${requirement} was waived${document.until ? ` until ${day(document.until)}` : ''}: ${document.reason}`;
};

const override: Tell = ({ operation, document, nameOf }) => {
  const of = document.requirementId ? quoted(nameOf(document.requirementId)) : 'every requirement';
  if (operation === 'delete') return `the override of ${of} was taken back`;
  return `may work in spite of ${of} until ${day(document.until)}: ${document.reason}`;
};

const FORM: Record<string, string> = {
  notStarted: 'is to be filled in',
  inProgress: 'is being filled in',
  completed: 'was handed in',
  needsReview: 'was handed in for review',
  changesRequested: 'was sent back for changes',
  approved: 'was approved',
  archived: 'was archived',
};

const submission: Tell = ({ operation, document, before, nameOf }) => {
  const form = quoted(document.title ?? nameOf(document.formTemplate?.id));
  if (operation === 'delete') return `form ${form} was deleted`;
  if (before && before.status === document.status)
    return `form ${form} was changed: ${changes({ document, before })}`;
  return `form ${form} ${FORM[document.status] ?? document.status}`;
};

const session: Tell = ({ operation, document }) =>
  operation === 'create'
    ? `signed in by ${spoken(document.method)}${document.deviceName ? ` on ${document.deviceName}` : ''}`
    : `a session ended${document.endReason ? `: ${spoken(document.endReason)}` : ''}`;

const account: Tell = ({ operation, document, before }) => {
  if (operation === 'create') return `may sign in as ${document.role}`;
  if (operation === 'delete') return 'may no longer sign in';
  if (before && before.status !== document.status)
    return document.status === 'active' ? 'may sign in again' : 'may not sign in for now';
  if (before && before.role !== document.role) return `is now ${document.role}`;
  return `the account was changed: ${changes({ document, before })}`;
};

const WORDS: Record<string, Tell> = {
  driver: person,
  user: person,
  vehicle: person,
  trainingAssignment: assignment,
  qualificationRecord: record,
  requirementStatus: status,
  waiver,
  eligibilityOverride: override,
  occurrence: ({ document }) => `${document.type} on ${day(document.at)}`,
  formSubmission: submission,
  session,
  account,
  signInFailure: ({ document }) => `a sign-in failed: ${spoken(document.reason)}`,
};

/** What happened, as a sentence. */
export function tell(told: Told): string {
  const { document, resource } = told;
  const words = WORDS[resource];
  return sentence(document && words ? words({ ...told, document }) : plain(told));
}
