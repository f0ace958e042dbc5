import { JobFailedError } from './errors.ts';
import { type Options, pause } from './settings.ts';
import type { Operations } from './types.ts';

/** How far a job is. */
export interface Progress<Job> {
  /** 0 to 100; missing where the server does not say. */
  percent: number | undefined;
  job: Job;
}

export interface JobOptions<Job> extends Options {
  onProgress?: ((progress: Progress<Job>) => void) | undefined;
  /** Milliseconds between two looks at most; the first ones come sooner. 2,000 unless said otherwise. */
  every?: number | undefined;
}

/** Waits until a job is complete, and answers it. @throws JobFailedError when it ends otherwise */
type Done<Begun, Job> = (begun: Begun, options?: JobOptions<Job>) => Promise<Job>;

type Item<List> = List extends (...given: never) => AsyncIterable<infer Job> ? Job : never;
type Data<Get> = Get extends (...given: never) => Promise<infer Job> ? Job : never;

export type ReportRun = Item<Operations['reportRuns']['list']>;
export type PreviewReportRun = Item<Operations['preview']['customReportRuns']['list']>;
export type PdfExport = Data<Operations['formSubmissions']['getPdfExport']>;

/** What the groups of jobs have besides their operations. */
export interface Jobs {
  reportRuns: { done: Done<{ id: string }, ReportRun> };
  formSubmissions: { done: Done<{ pdfId: string }, PdfExport> };
  preview: { customReportRuns: { done: Done<{ id: string }, PreviewReportRun> } };
}

/** The methods that wait for jobs, for a client's operations. */
export function jobsOf(client: Operations): Jobs {
  return {
    reportRuns: {
      done: async ({ id }, options = {}) =>
        done(options, async () => {
          const [job] = (await client.reportRuns.list({ ids: [id] }, options)).data;
          return { job, status: job?.status, percent: job?.percentComplete, why: job?.failureReason };
        }),
    },
    formSubmissions: {
      done: async ({ pdfId }, options = {}) =>
        done(options, async () => {
          const job = await client.formSubmissions.getPdfExport({ pdfId }, options);
          return { job, status: job.jobStatus, percent: undefined, why: job.errorMessage };
        }),
    },
    preview: {
      customReportRuns: {
        done: async ({ id }, options = {}) =>
          done(options, async () => {
            const [job] = (await client.preview.customReportRuns.list({ ids: [id] }, options)).data;
            return { job, status: job?.status, percent: job?.percentComplete, why: undefined };
          }),
      },
    },
  };
}

const COMPLETE = new Set<string | undefined>(['complete', 'completed', 'done']);
const UNDER_WAY = new Set<string | undefined>(['pending', 'requested', 'processing']);

interface Look<Job> {
  job: Job | undefined;
  status: string | undefined;
  percent: number | undefined;
  why: string | undefined;
}

async function done<Job>(
  { onProgress, signal, every = 2_000 }: JobOptions<Job>,
  look: () => Promise<Look<Job>>,
): Promise<Job> {
  for (let wait = 100; ; wait = Math.min(wait * 1.5, every)) {
    const { job, status, percent, why } = await look();
    if (job === undefined) throw new JobFailedError('There is no such job.', job);
    onProgress?.({ percent, job });
    if (COMPLETE.has(status)) return job;
    if (!UNDER_WAY.has(status)) throw new JobFailedError(why ?? `The job is ${status}.`, job);
    await pause(Math.min(wait, every), signal);
  }
}
