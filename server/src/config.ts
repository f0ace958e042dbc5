import { resolve } from 'node:path';

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
  /** What clients see as this server's address, without a trailing slash. */
  publicUrl?: string;
  logLevel: string;
  /** Connections of the process to the database. */
  poolSize: number;
}

/** Thrown with every problem found, one line each. */
export class ConfigError extends Error {}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

const whole = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

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
  const poolSize = whole(env.CREWREADY_POOL || '6');
  if (!(poolSize >= 2 && poolSize <= 100)) problem('CREWREADY_POOL', 'give a number from 2 to 100.');

  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataFolder: resolve(env.CREWREADY_DATA || 'data'),
    databaseUrl,
    postgresBin: env.CREWREADY_POSTGRES_BIN || undefined,
    token,
    rateLimitFactor: limits === 'off' ? undefined : factor,
    role: role as Config['role'],
    publicUrl,
    logLevel,
    poolSize,
  };
}
