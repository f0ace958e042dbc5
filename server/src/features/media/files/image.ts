import { ApiError } from '../../../kernel/errors.ts';
import { inTurn } from '../../../kernel/ledger/turns.ts';

/** The most pixels that are decoded: a few kilobytes can hold a picture that fills the memory. */
const MOST_PIXELS = 64_000_000;
/** The most that decoding may hold: what is interlaced or progressive is in memory as a whole. */
const MOST_BYTES = 256 * 1024 * 1024;
/** The longer side of a thumbnail. */
const THUMBNAIL_PIXELS = 480;

async function load() {
  const { default: sharp } = await import('sharp');
  // Pictures come one at a time: keeping the last ones, or a thread for each core, would only cost memory.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

const DEPTHS: Record<string, number> = { ushort: 2, short: 2, uint: 4, int: 4, float: 4, double: 8 };

/** Runs work on one picture once the one before is done: each may take memory, and a thread that files need. */
export const onePictureAtATime = <T>(work: () => Promise<T>): Promise<T> =>
  inTurn(onePictureAtATime, 'picture', work);

/** @throws 413 naming both figures for a picture that takes too much memory, however small its file. */
async function refuseHuge(
  sharp: Awaited<ReturnType<typeof load>>,
  bytes: Uint8Array,
  what: string,
): Promise<void> {
  const { width, height, channels, depth, isProgressive } = await sharp(bytes, {
    limitInputPixels: false,
  }).metadata();
  const pixels = width * height;
  if (pixels > MOST_PIXELS)
    throw new ApiError(413, `${what}: the picture has ${pixels} pixels; ${MOST_PIXELS} are the most.`);
  const size = pixels * channels * (DEPTHS[depth] ?? 1);
  if (isProgressive && size > MOST_BYTES)
    throw new ApiError(
      413,
      `${what}: the picture takes ${size} bytes to decode; ${MOST_BYTES} are the most. Save it without interlacing.`,
    );
}

/** True when the bytes are a whole picture, and not only begin like one. @throws 413 for one that is too large. */
export const isPicture = (bytes: Uint8Array, what: string): Promise<boolean> =>
  onePictureAtATime(() => isWhole(bytes, what));

async function isWhole(bytes: Uint8Array, what: string): Promise<boolean> {
  const sharp = await load();
  try {
    await refuseHuge(sharp, bytes, what);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    return false;
  }
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .resize(64, 64, { fastShrinkOnLoad: false })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** A smaller JPEG of a picture, upright, at most 480 pixels wide and high. */
export const thumbnail = async (bytes: Uint8Array): Promise<Buffer> =>
  (await smallerPicture(bytes, THUMBNAIL_PIXELS, 75)).data;

/** The same with any longer side, in pixels, and quality, 1 to 100; with the size that it has then. */
export const smallerPicture = (
  bytes: Uint8Array,
  longest: number,
  quality: number,
): Promise<{ data: Buffer; info: { width: number; height: number } }> =>
  onePictureAtATime(async () => {
    const sharp = await load();
    return sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
  });
