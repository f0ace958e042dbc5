/** The most pixels that are decoded: a few kilobytes can hold a picture that fills the memory. */
const MOST_PIXELS = 64_000_000;
/** The longer side of a thumbnail. */
const THUMBNAIL_PIXELS = 480;

async function load() {
  const { default: sharp } = await import('sharp');
  // Pictures come one at a time: keeping the last ones, or a thread for each core, would only cost memory.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** True when the bytes are a whole picture, and not only begin like one. */
export async function isPicture(bytes: Uint8Array): Promise<boolean> {
  const sharp = await load();
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
export async function thumbnail(bytes: Uint8Array): Promise<Buffer> {
  const sharp = await load();
  return sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 75 })
    .toBuffer();
}
