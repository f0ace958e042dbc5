import { importRecording, importRetrieval } from '../../features/media/index.ts';
import type { Writer } from '../../kernel/auth.ts';
import type { Services } from '../../kernel/feature.ts';
import { DAY_MS } from '../../kernel/time.ts';
import type { Progress } from '../output.ts';
import { clip, still } from './pictures.ts';

const VEHICLES = 5;
const CLIPS = 6;
const CLIP_SECONDS = 4;
const HOUR_MS = 3_600_000;
const INPUTS = ['dashcamRoadFacing', 'dashcamDriverFacing'] as const;
/** A trip of yesterday: hours of the day at which stills are taken, and why. */
const TRIP = [
  [7, 'tripStartStill'],
  [10, 'periodicStill'],
  [14, 'periodicStill'],
  [22, 'tripEndStill'],
] as const;

/** How many things `seedMedia` makes. */
export const MEDIA_SIZE = VEHICLES * TRIP.length * INPUTS.length + CLIPS + 3;

/** Yesterday's stills of five vehicles, six clips of what happened, and three retrievals: done, failed and pending. */
export async function seedMedia(
  services: Pick<Services, 'database' | 'blobs'>,
  writer: Writer,
  now: Date,
  vehicleIds: readonly string[],
  progress: Progress,
): Promise<void> {
  const yesterday = Math.floor(now.getTime() / DAY_MS) * DAY_MS - DAY_MS;
  const time = (hour: number, seed: number, seconds = 0): string =>
    new Date(yesterday + hour * HOUR_MS + seed * 67_000 + seconds * 1000).toISOString();
  const facing = (input: (typeof INPUTS)[number]) => (input === 'dashcamRoadFacing' ? 'road' : 'driver');

  for (const [seed, vehicleId] of vehicleIds.slice(0, VEHICLES).entries()) {
    for (const [hour, triggerReason] of TRIP) {
      for (const input of INPUTS) {
        const at = time(hour, seed);
        const recording = {
          vehicleId,
          input,
          mediaType: 'image' as const,
          triggerReason,
          startAt: at,
          endAt: at,
        };
        const bytes = await still({ facing: facing(input), hour, second: 0, seed });
        await importRecording(services, writer, recording, bytes);
        progress.advance(1);
      }
    }
  }
  for (let number = 0; number < CLIPS; number += 1) {
    const seed = number % VEHICLES;
    const hour = [8, 21, 12][number % 3] as number;
    const input = INPUTS[number % INPUTS.length] as (typeof INPUTS)[number];
    const recording = {
      vehicleId: vehicleIds[seed] as string,
      input,
      mediaType: 'videoHighRes' as const,
      triggerReason: number === 4 ? ('panicButton' as const) : ('safetyEvent' as const),
      startAt: time(hour, seed),
      endAt: time(hour, seed, CLIP_SECONDS),
    };
    await importRecording(
      services,
      writer,
      recording,
      await clip({ facing: facing(input), hour, seed }, CLIP_SECONDS),
    );
    progress.advance(1);
  }
  const outcomes = [
    await still({ facing: 'road', hour: 9, second: 3, seed: 0 }),
    'unavailable',
    'pending',
  ] as const;
  for (const [seed, outcome] of outcomes.entries()) {
    const at = time(9, seed);
    const asked = {
      vehicleId: vehicleIds[seed] as string,
      mediaType: 'image' as const,
      inputs: ['dashcamRoadFacing' as const],
      startAt: at,
      endAt: at,
    };
    await importRetrieval(services, writer, asked, outcome);
    progress.advance(1);
  }
}
