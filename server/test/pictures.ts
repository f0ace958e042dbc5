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
