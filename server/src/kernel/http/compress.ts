import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** What is shorter is sent as it is, in bytes. */
const SHORTEST = 1024;
/** Of eleven: beyond, a page costs many times the time for a few per cent. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

/** Compresses JSON for clients that say they take it. Files and exports go out as they are. */
export async function compressReplies(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    globalDecompression: false,
    threshold: SHORTEST,
    encodings: ['br', 'gzip'],
    customTypes: /^application\/json\b/,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    zlibOptions: { level: GZIP_LEVEL },
  });
}
