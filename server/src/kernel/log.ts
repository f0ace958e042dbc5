import type { FastifyServerOptions } from 'fastify';

/** Log settings of the HTTP server: JSON lines on standard error, never a token, a cookie or a body. */
export const logOptions = (level: string): FastifyServerOptions['logger'] =>
  level === 'silent'
    ? false
    : {
        level,
        stream: process.stderr,
        redact: ['req.headers.authorization', 'req.headers.cookie'],
        serializers: {
          req: (request: { method: string; url: string }) => ({
            method: request.method,
            url: request.url.replace(/([?&](?:signature|token)=)[^&]*/g, '$1[redacted]'),
          }),
        },
      };
