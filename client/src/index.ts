export { Call } from './call.ts';
export { Crewready } from './crewready.ts';
export * from './errors.ts';
export type { components } from './generated/contract.ts';
export type { JobOptions, Jobs, PdfExport, PreviewReportRun, Progress, ReportRun } from './jobs.ts';
export { type Page, Pages, Stream } from './pages.ts';
export type {
  Listener,
  Options,
  RequestEvent,
  Settings,
  StreamOptions,
  WriteOptions,
} from './settings.ts';
export type { Answer } from './transport.ts';
export type { Operations } from './types.ts';
