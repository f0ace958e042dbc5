import { scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hash, verify } from '@node-rs/argon2';

const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;

/** 19 MiB, two passes, one lane; Argon2id is the library's own choice. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** An Argon2id hash with its salt and cost, as `$argon2id$…`. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

/** Whether a hash is of the kind that was made before Argon2id: `salt$hash` by scrypt, in base64. */
export const isOldHash = (stored: string): boolean => !stored.startsWith('$');

/** Whether a password is the one that was hashed. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const given = password.normalize('NFC');
  if (!isOldHash(stored)) return verify(stored, given);
  const [salt = '', kept = ''] = stored.split('$').map((part) => Buffer.from(part, 'base64'));
  const derived = await derive(given, Buffer.from(salt as Buffer), 32);
  return kept.length === derived.length && timingSafeEqual(kept as Buffer, derived);
}
