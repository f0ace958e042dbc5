import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything the process is told from outside, checked. */
export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Holds the embedded database and uploaded files. */
  dataFolder: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  databaseUrl?: string;
  /** The folder of another PostgreSQL's binaries, 15 or later. */
  postgresBin?: string;
  /** The first organization's token, taken on the first start of an empty database. */
  token?: string;
  /** Factor on the documented rate limits; undefined when limits are off. */
  rateLimitFactor?: number;
  role: 'api' | 'worker' | 'all';
  /** Addresses and networks of proxies whose X-Forwarded-… headers are believed. */
  trustedProxies?: string[];
  /** What clients see as this server's address, without a trailing slash. */
  publicUrl?: string;
  /** The mail server that links are sent through, and who sends them. */
  smtp?: { url: string; from: string };
  logLevel: string;
  /** Where uploaded bytes are kept: a folder, or an S3 bucket. */
  blobs: { folder: string } | { bucket: string; prefix: string; region: string; endpoint?: string };
  /** Connections of the process to the database. */
  poolSize: number;
}

/** Thrown with every problem found, one line each. */
export class ConfigError extends Error {}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const whole = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && (bits === undefined || Number(bits) <= (version === 4 ? 32 : 128));
}

/** Reads the environment in two steps: collect every problem, then answer or throw them all at once. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const problem = (name: string, fix: string): void => void problems.push(`${name}="${env[name]}": ${fix}`);

  const port = whole(env.PORT || '8080');
  if (!(port <= 65_535)) problem('PORT', 'give a port from 0 to 65535.');
  const role = env.CREWREADY_ROLE || 'all';
  if (!['api', 'worker', 'all'].includes(role)) problem('CREWREADY_ROLE', 'give api, worker or all.');
  const logLevel = env.LOG_LEVEL || 'info';
  if (!LEVELS.includes(logLevel)) problem('LOG_LEVEL', `give one of ${LEVELS.join(', ')}.`);
  const databaseUrl = env.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    problems.push('DATABASE_URL: give a URL that starts with postgres:// or postgresql://.');
  }
  const token = env.CREWREADY_TOKEN || undefined;
  if (token && !/^[\x21-\x7e]{16,200}$/.test(token)) {
    problems.push('CREWREADY_TOKEN: give 16 to 200 printable characters without spaces.');
  }
  const limits = env.CREWREADY_RATE_LIMITS || 'documented';
  const factor = limits === 'documented' ? 1 : Number(/^(\d+(?:\.\d+)?)x$/.exec(limits)?.[1] ?? Number.NaN);
  if (limits !== 'off' && !(factor > 0)) {
    problem('CREWREADY_RATE_LIMITS', 'give documented, off, or a factor such as 10x.');
  }
  const publicUrl = env.CREWREADY_PUBLIC_URL?.replace(/\/+$/, '') || undefined;
  if (publicUrl && !(/^https?:\/\//.test(publicUrl) && URL.canParse(publicUrl)))
    problem('CREWREADY_PUBLIC_URL', 'give a URL such as https://crew.example.com.');
  const trustedProxies = (env.CREWREADY_TRUSTED_PROXY ?? '').split(',').flatMap((text) => text.trim() || []);
  if (!trustedProxies.every(isNetwork))
    problem(
      'CREWREADY_TRUSTED_PROXY',
      'give IP addresses or networks, such as 10.0.0.0/8, with commas between.',
    );
  const smtp = env.CREWREADY_SMTP_URL
    ? { url: env.CREWREADY_SMTP_URL, from: env.CREWREADY_MAIL_FROM ?? '' }
    : undefined;
  if (smtp && !(/^smtps?:\/\//.test(smtp.url) && URL.canParse(smtp.url)))
    problems.push('CREWREADY_SMTP_URL: give a URL such as smtps://user:password@mail.example.com.');
  if (smtp && !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(smtp.from))
    problem(
      'CREWREADY_MAIL_FROM',
      'give the address that mail comes from, such as Crewready <crew@example.com>.',
    );
  // A link by the host that was asked could be made to lead anywhere.
  if (smtp && !publicUrl) problems.push('CREWREADY_PUBLIC_URL: set it, links in mail begin with it.');
  const dataFolder = resolve(env.CREWREADY_DATA || 'data');
  const blobs = blobPlace(env.CREWREADY_BLOBS || join(dataFolder, 'blobs'));
  if (typeof blobs === 'string') problem('CREWREADY_BLOBS', blobs);
  const poolSize = whole(env.CREWREADY_POOL || '6');
  if (!(poolSize >= 2 && poolSize <= 100)) problem('CREWREADY_POOL', 'give a number from 2 to 100.');

  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataFolder,
    blobs: blobs as Config['blobs'],
    databaseUrl,
    postgresBin: env.CREWREADY_POSTGRES_BIN || undefined,
    token,
    rateLimitFactor: limits === 'off' ? undefined : factor,
    role: role as Config['role'],
    trustedProxies: trustedProxies.length > 0 ? trustedProxies : undefined,
    publicUrl,
    smtp,
    logLevel,
    poolSize,
  };
}

/** Reads a folder's path or URL, or the address of a bucket; answers the fix when it is neither. */
function blobPlace(text: string): Config['blobs'] | string {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(text)) return { folder: resolve(text) };
  if (/^file:\/\/\/[^%]*$/.test(text) && URL.canParse(text)) return { folder: fileURLToPath(text) };
  const url = text.startsWith('s3://') && URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.hostname || url.username || url.port || !/^[\w./-]*$/.test(url.pathname))
    return 'give a folder, or s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example.com.';
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'region' && name !== 'endpoint');
  if (unknown) return `s3:// takes region and endpoint, not ${unknown}.`;
  const endpoint = url.searchParams.get('endpoint') ?? undefined;
  if (endpoint !== undefined && !(/^https?:\/\//.test(endpoint) && URL.canParse(endpoint)))
    return 'give an endpoint such as https://s3.example.com.';
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  const region = url.searchParams.get('region') || 'us-east-1';
  return { bucket: url.hostname, prefix, region, ...(endpoint ? { endpoint } : {}) };
}
