import { fastifyCookie } from '@fastify/cookie';

/** Where a browser keeps what shows who has signed in. */
export interface SessionCookie {
  readonly name: string;
  /** What a `Cookie` header has under the name. */
  read(header: string | undefined): string | undefined;
  /** The `Set-Cookie` header that keeps a secret, for as many seconds. */
  set(secret: string, seconds: number): string;
  /** The one that has it forgotten. */
  clear(): string;
}

/** Whether browsers reach the server over https, as its operator says; what a request says of itself may be made up. */
export const isSecure = (publicUrl: string | undefined): boolean =>
  publicUrl?.startsWith('https://') ?? false;

/** `__Host-` has browsers refuse the cookie from anywhere but this host over https: over plain http it cannot be had. */
const cookieNamed = (plain: string, publicUrl: string | undefined): SessionCookie => {
  const secure = isSecure(publicUrl);
  const name = secure ? `__Host-${plain}` : plain;
  const options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  return {
    name,
    read: (header) => (header ? fastifyCookie.parse(header)[name] || undefined : undefined),
    set: (secret, maxAge) => fastifyCookie.serialize(name, secret, { ...options, maxAge }),
    clear: () => fastifyCookie.serialize(name, '', { ...options, maxAge: 0 }),
  };
};

/** Who has signed in. */
export const sessionCookie = (publicUrl: string | undefined): SessionCookie =>
  cookieNamed('crewready', publicUrl);

/** Whose device it is, for a PIN; it stays when they sign out. */
export const deviceCookie = (publicUrl: string | undefined): SessionCookie =>
  cookieNamed('crewready-device', publicUrl);
export const DEVICE_SECONDS = 365 * 86_400;
