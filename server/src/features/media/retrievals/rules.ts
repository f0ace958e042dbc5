import { invalid } from '../../../kernel/errors.ts';
import type { Move } from '../../../kernel/moves.ts';
import { parseTime } from '../../../kernel/time.ts';
import type { MediaType } from '../cameras/vocabulary.ts';
import type { Status } from './schema.ts';

/** What may become of each input of a retrieval: one that is there already is not replaced, a failed one is made good. */
export const RETRIEVAL_MOVES: Readonly<
  Record<'fulfil' | 'fail' | 'markInvalid' | 'markUnavailable', Move<Status>>
> = {
  fulfil: { from: ['pending', 'failed', 'invalid', 'unavailable'], to: 'available' },
  fail: { from: ['pending'], to: 'failed' },
  markInvalid: { from: ['pending'], to: 'invalid' },
  markUnavailable: { from: ['pending'], to: 'unavailable' },
};

/** The longest video of each type, in seconds. Source: the vendor's articles, as limits of its dashboard. */
const LONGEST: Record<Exclude<MediaType, 'image'>, number> = {
  videoHighRes: 60,
  videoLowRes: 600,
  hyperlapse: 2400,
};
/** How far ahead of ours a camera gateway's clock may be. */
const GATEWAY_SKEW_MS = 60_000;

/** Stills that count as much as a second of video. Source: the public spec. */
const STILLS_A_SECOND = 10;
/** What an organization may ask for in a month, in seconds. Source: the example in the public spec. */
export const MONTHLY_QUOTA = 900_000;

/** A checked request for recordings; times as `parseTime` answers them. */
export interface Span {
  startAt: string;
  endAt: string;
  /** What it takes from the quota for each camera input. */
  quotaSeconds: number;
}

/** @throws 400 naming endTime for a still that lasts, a video that is too short or too long, or one of the future. */
export function spanOf(mediaType: MediaType, times: { startTime: string; endTime: string }, now: Date): Span {
  const startAt = parseTime('startTime', times.startTime);
  const endAt = parseTime('endTime', times.endTime);
  const seconds = (Date.parse(endAt) - Date.parse(startAt)) / 1000;
  if (mediaType === 'image') {
    if (seconds !== 0) throw invalid('endTime', 'for an image it must be the same as startTime.');
  } else {
    if (seconds < 1) throw invalid('endTime', 'for a video it must be at least 1 second after startTime.');
    const longest = LONGEST[mediaType];
    if (seconds > longest)
      throw invalid('endTime', `for ${mediaType} it can be at most ${longest} seconds after startTime.`);
  }
  if (Date.parse(endAt) > now.getTime() + GATEWAY_SKEW_MS)
    throw invalid('endTime', 'it lies in the future; cameras have what was recorded already.');
  return { startAt, endAt, quotaSeconds: mediaType === 'image' ? 1 / STILLS_A_SECOND : seconds };
}

/** The sentence of the public spec's example. */
export const quotaStatus = (used: number): string =>
  `Current monthly usage is ${used.toFixed(1)} seconds of high-res video out of ${MONTHLY_QUOTA.toFixed(1)} available.`;
