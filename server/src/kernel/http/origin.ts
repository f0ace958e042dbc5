import type { FastifyRequest } from 'fastify';
import { denied } from '../errors.ts';

/**
 * Refuses what a page of another site has a browser send. Whoever is no browser sends neither header, and has no
 * cookie that others could use.
 *
 * @throws 403
 */
export function refuseOtherSites(
  { headers, host }: Pick<FastifyRequest, 'headers' | 'host'>,
  publicUrl: string | undefined,
): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw denied('The request comes from a page of another site.');
  const { origin } = headers;
  if (origin === undefined) return;
  const ours = publicUrl
    ? new URL(publicUrl).origin === origin
    : URL.canParse(origin) && new URL(origin).host === host;
  if (!ours)
    throw denied(
      `The request comes from a page of another site${publicUrl ? ` than ${publicUrl} (CREWREADY_PUBLIC_URL)` : ''}.`,
    );
}
