import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } from 'mediabunny';
import sharp from 'sharp';
import { drawing, HEIGHT, type Scene, WIDTH } from './scenes.ts';

const FRAMES_A_SECOND = 8;

const picture = (scene: Scene) => sharp(Buffer.from(drawing(scene))).flatten();

/** A still of a scene: a JPEG. */
export const still = (scene: Scene): Promise<Buffer> => picture(scene).jpeg({ quality: 78 }).toBuffer();

/**
 * A video of a scene: WebM with VP8, which browsers play. A lossy WebP picture is a VP8 key frame in a wrapper, so
 * that no video encoder is needed.
 */
export async function clip(scene: Omit<Scene, 'second'>, seconds: number): Promise<Buffer> {
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const track = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(track, { frameRate: FRAMES_A_SECOND });
  await output.start();
  const meta = { decoderConfig: { codec: 'vp8', codedWidth: WIDTH, codedHeight: HEIGHT } };
  for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame += 1) {
    const second = frame / FRAMES_A_SECOND;
    const webp = await picture({ ...scene, second })
      .webp({ quality: 60, effort: 0 })
      .toBuffer();
    await track.add(new EncodedPacket(keyFrame(webp), 'key', second, 1 / FRAMES_A_SECOND), meta);
  }
  await output.finalize();
  if (!target.buffer) throw new Error('the video was not finished');
  return Buffer.from(target.buffer);
}

/** The `VP8 ` chunk of a WebP file. */
function keyFrame(webp: Buffer): Uint8Array {
  for (let at = 12; at < webp.length; ) {
    const length = webp.readUInt32LE(at + 4);
    if (webp.toString('latin1', at, at + 4) === 'VP8 ') return webp.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  throw new Error('the picture is not a lossy WebP');
}
