import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isPicture, onePictureAtATime } from './image.ts';

const png = (width: number, height: number, depth: 8 | 16, progressive: boolean): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: '#123' } })
    .toColourspace(depth === 16 ? 'rgb16' : 'srgb')
    .png({ progressive, compressionLevel: 9 })
    .toBuffer();

test('a picture is bounded by the memory that its decoding takes, and told so with both figures', async () => {
  await expect(isPicture(await png(8000, 5000, 16, true), 'Photo')).rejects.toMatchObject({
    status: 413,
    message:
      'Photo: the picture takes 320000000 bytes to decode; 268435456 are the most. Save it without interlacing.',
  });
  await expect(isPicture(await png(9000, 8000, 8, false), 'Photo')).rejects.toMatchObject({
    status: 413,
    message: 'Photo: the picture has 72000000 pixels; 64000000 are the most.',
  });
});

test.each([
  [3000, 2000, 16, true],
  [3000, 2000, 8, true],
  [6000, 5000, 8, false],
] as const)(
  'a picture of %d by %d, %d bit, interlaced %s, is taken',
  async (width, height, depth, progressive) => {
    expect(await isPicture(await png(width, height, depth, progressive), 'Photo')).toBe(true);
  },
  60_000,
);

test('what is no picture is none', async () => {
  for (const bytes of [Buffer.from('x'), (await png(50, 50, 8, true)).subarray(0, 100)])
    expect(await isPicture(bytes, 'Photo')).toBe(false);
});

test('pictures are decoded one at a time, and one that fails holds up none', async () => {
  let underWay = 0;
  let most = 0;
  const work = async (fails: boolean): Promise<void> => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    if (fails) throw new Error('on purpose');
  };
  const all = [false, true, false, true, false].map((fails) => onePictureAtATime(() => work(fails)));
  expect((await Promise.allSettled(all)).filter(({ status }) => status === 'rejected')).toHaveLength(2);
  expect(most).toBe(1);
});
