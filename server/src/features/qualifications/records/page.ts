import type { FastifyReply } from 'fastify';
import { sendAscii, sendJson } from '../../../kernel/http.ts';

/** Sends a page of stored documents. They are ASCII; external ids are not. */
export const sendPage = (
  reply: FastifyReply,
  externalIds: boolean | undefined,
  pieces: readonly string[],
): FastifyReply => (externalIds ? sendJson(reply, pieces.join('')) : sendAscii(reply, pieces));
