import type { FastifyServerOptions } from 'fastify';

/** Parameters that say nothing of anybody's secrets; every other value stays out of the log. */
const SAFE_VALUE = /^(?:[\w.,:+-]|%20|%2C|%3A|%2B){0,40}$/i;
const TOKEN = /crewready(?:_|%5f)\w+/gi;
/** How a parameter is named that carries a secret, in whatever letters and percent-encoding. */
const SECRET_NAME = /token|sign|secret|password|passwd|auth|credential|api_?key|^key$|session|jwt|bearer/i;

/** A request's URL without what looks like a credential, wherever it stands. */
export function withoutSecrets(url: string): string {
  const [path = '', ...rest] = url.split('?');
  const shown = path.split('/').map((part) => (looksSecret(part) ? '[redacted]' : part));
  const query = rest.join('?');
  if (query === '') return shown.join('/');
  const pairs = query.split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    const text = value.join('=');
    if (looksSecret(name)) return '[redacted]';
    const isSafe = !SECRET_NAME.test(decoded(name)) && SAFE_VALUE.test(text) && !looksSecret(text);
    return text === '' || isSafe ? pair : `${name}=[redacted]`;
  });
  return `${shown.join('/')}?${pairs.join('&')}`;
}

/** Our own tokens, and long runs of letters and digits in both cases, which no id of ours is. */
const looksSecret = (text: string): boolean => {
  const plain = decoded(text);
  return plain.search(TOKEN) >= 0 || /(?=\w*[a-z])(?=\w*[A-Z])(?=\w*\d)\w{24,}/.test(plain);
};

function decoded(text: string): string {
  let plain = text;
  // A client that encodes twice hides nothing.
  for (let turn = 0; turn < 3; turn += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}

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
            url: withoutSecrets(request.url),
          }),
        },
      };
