import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { badRequest } from '../errors.ts';

/** What a signed URL opens. */
export interface Signed {
  key: string;
  /** Sent as the blob's content type. */
  contentType: string;
}

/** A URL that opens one blob to whoever has it, until it expires. */
export interface SignedUrl {
  url: string;
  /** RFC 3339, UTC. */
  expiresAt: string;
}

/** What the query of a signed URL says. */
export interface SignedQuery {
  expires?: unknown;
  type?: unknown;
  signature?: unknown;
}

/**
 * Signs URLs of blobs and checks them. The signature covers the key, which names the organization, the time it
 * expires and the content type, from which everything else about the answer follows.
 */
export class SignedUrls {
  readonly #secret: Buffer;

  /** `secret` is the installation's; a key of its own is made from it. */
  constructor(secret: Buffer) {
    this.#secret = createHmac('sha256', secret).update('signed-urls').digest();
  }

  /** A URL below `base` that works for `seconds` from `now`. */
  sign(base: string, { key, contentType }: Signed, now: Date, seconds: number): SignedUrl {
    const expires = Math.floor(now.getTime() / 1000) + seconds;
    const signature = this.#sign(key, String(expires), contentType);
    return {
      url: `${base}/blobs/${key}?expires=${expires}&type=${contentType}&signature=${signature}`,
      expiresAt: new Date(expires * 1000).toISOString().replace('.000Z', 'Z'),
    };
  }

  /** What the URL opens; undefined when it has expired or anything in it was changed. */
  open(key: string, { expires, type, signature }: SignedQuery, now: Date): Signed | undefined {
    if (typeof expires !== 'string' || typeof type !== 'string' || typeof signature !== 'string')
      return undefined;
    const expected = Buffer.from(this.#sign(key, expires, type));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return Number(expires) * 1000 > now.getTime() ? { key, contentType: type } : undefined;
  }

  /** What proves that an address of its own kind, without an end, is ours: for `purpose`, of `text`. */
  seal(purpose: string, text: string): string {
    return this.#sign('seal', purpose, text);
  }

  isSeal(seal: string, purpose: string, text: string): boolean {
    const expected = Buffer.from(this.seal(purpose, text));
    const given = Buffer.from(seal);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #sign(...parts: string[]): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(parts)).digest('base64url');
  }
}

/** A host as a Host header names it: a name or IPv4 address, or an IPv6 address in brackets, and a port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The address that links in a reply begin with, without a slash at its end: `publicUrl`, or the one asked.
 * @throws 400 for a Host header that is no host
 */
export function baseUrl(publicUrl: string | undefined, request: FastifyRequest): string {
  if (publicUrl) return publicUrl;
  if (!HOST.test(request.host)) throw badRequest('The Host header is no host name with an optional port.');
  return `${request.protocol}://${request.host}`;
}
