import type { Json } from './components.ts';

/** First segments of paths that are no resource: what comes of them before the name of the next segment. */
const NAMESPACES: Record<string, string> = {
  fleet: '',
  cameras: 'camera',
  reports: 'report',
  'custom-reports': 'customReport',
  directory: 'directory',
  training: 'training',
};

/** Verbs of operationIds as client libraries call them. */
const VERBS: Record<string, string> = { post: 'create', patch: 'update' };

const pascal = (text: string): string =>
  text.replace(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
const camel = (text: string): string => text.charAt(0).toLowerCase() + pascal(text).slice(1);

/** Groups that clients call otherwise than the paths do: by the terms of the product, and by who is asked about. */
const GROUPS: Record<string, string> = {
  me: 'organization',
  trainingAssignments: 'assignments',
  trainingCourses: 'courses',
  trainingCourseCategories: 'courseCategories',
  directoryUsers: 'users',
  import: 'imports',
};

/** Methods that the rule would name worse, mostly those about one thing where the path names many. */
const METHODS: Record<string, string> = {
  getReportRunData: 'data',
  previewGetCustomReportRunData: 'data',
  getRequirementStatusMatrix: 'matrix',
  createEligibilityOverride: 'createOverride',
  deleteEligibilityOverride: 'deleteOverride',
  postFormSubmissionsPdfExports: 'createPdfExport',
  getFormSubmissionsPdfExports: 'getPdfExport',
  importFile: 'run',
  getLedgerVerification: 'getVerification',
  listSubjectTimeline: 'timeline',
  getSubjectSummary: 'summary',
};

/** Where a page has its objects, if not in `data`. */
const ITEMS: Record<string, string> = {
  listUploadedMedia: 'data.media',
  previewListUploadedMedia: 'data.media',
  getReportRunData: 'data.rows',
  previewGetCustomReportRunData: 'data.rows',
  simulateRequirement: 'data.changes',
  getRequirementStatusMatrix: 'data.subjects',
};

/** What a client library calls an operation, and where its pages have their objects. */
interface SdkNames {
  group: string;
  method: string;
  items?: string;
}

/**
 * What a client library calls an operation, by one rule: the group is the resource of its path, the method the verb
 * of its operationId and what the path names below the resource. The older dialects have groups of their own.
 */
export function sdkNames(path: string, operation: Json): SdkNames {
  const operationId = String(operation.operationId);
  const isPreview = path.startsWith('/preview/');
  // Paths of the weekly10 surface end with a slash, and name its resources in the singular.
  const isWeekly10 = path.endsWith('/');
  const segments = path.split('/').filter((part) => part && part !== 'preview' && !part.startsWith('{'));
  const [first = '', second = ''] = segments;
  const space = NAMESPACES[first];
  const resource = camel(
    space === undefined ? first : `${space}-${second}${isWeekly10 ? 's' : ''}`.replace(/^-/, ''),
  );
  const rest = segments.slice(space === undefined ? 1 : 2);
  const dialect = isPreview ? 'preview.' : isWeekly10 ? 'weekly10.' : '';
  const pages = pagesOf(path, operation);
  return {
    group: dialect + (GROUPS[resource] ?? resource),
    method: METHODS[operationId] ?? methodOf(operation, rest, pages !== undefined),
    ...(pages ? { items: ITEMS[operationId] ?? (isWeekly10 ? 'results' : 'data') } : {}),
  };
}

function methodOf(operation: Json, rest: string[], isPaged: boolean): string {
  const last = rest.at(-1);
  if (last === 'stream') return 'stream';
  const operationId = String(operation.operationId).replace(/^preview/, '');
  const word = /^[A-Za-z][a-z]*/.exec(operationId)?.[0].toLowerCase() ?? '';
  const verb = word === 'get' && isPaged ? 'list' : (VERBS[word] ?? word);
  return (
    verb +
    rest
      .filter((part) => part !== verb)
      .map(pascal)
      .join('')
  );
}

/** How an operation's answer goes on: by cursor, for ever as a stream, or by offset; undefined when it is whole. */
export function pagesOf(path: string, operation: Json): 'cursor' | 'stream' | 'offset' | undefined {
  const names = ((operation.parameters ?? []) as Json[]).map(({ name }) => name);
  if (path.endsWith('/stream')) return 'stream';
  if (names.includes('after')) return 'cursor';
  return names.includes('offset') ? 'offset' : undefined;
}

/** The name of a reply that has none of its own. */
export const replyName = (operationId: string): string => `${pascal(operationId)}Reply`;
