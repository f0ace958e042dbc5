import sharp, { type Sharp } from 'sharp';

/** A JPEG of a gradient, so that no two sizes or shades are the same file. */
export const jpeg = (width = 64, height = 48, shade = 128): Promise<Buffer> =>
  picture(width, height, shade).jpeg().toBuffer();

export const png = (width = 64, height = 48, shade = 128): Promise<Buffer> =>
  picture(width, height, shade).png().toBuffer();

function picture(width: number, height: number, shade: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at + shade) % 256;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The smallest document that readers open. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
);

/** A PNG of one pixel. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The beginning of an MP4: a type box, and as much more as asked for. */
export const mp4 = (bytes = 1000): Buffer => {
  const head = Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1');
  return Buffer.concat([head, Buffer.alloc(bytes - head.length, 7)]);
};

/** A multipart body; `before` says whether the fields come before the file. */
export function multipart(fields: Record<string, string>, file?: Uint8Array, before = true): FormData {
  const form = new FormData();
  const append = () => {
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
  };
  if (before) append();
  if (file) form.append('file', new Blob([new Uint8Array(file)]), 'recording');
  if (!before) append();
  return form;
}
