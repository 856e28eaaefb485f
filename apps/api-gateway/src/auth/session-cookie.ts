import { isLoopback } from '@orkestra/core';
import type { CookieOptions, Request } from 'express';
import { parseCookie } from 'cookie';

export const SESSION_COOKIE = 'orkestra_session';

export function sessionToken({ headers }: Pick<Request, 'headers'>): string | undefined {
  return parseCookie(headers.cookie ?? '')[SESSION_COOKIE] || undefined;
}

/** Scripts cannot read the cookie, other sites cannot send it, and outside loopback it travels by TLS alone. */
export function sessionCookieOptions(publicUrl: string): CookieOptions {
  const { protocol, hostname } = new URL(publicUrl);
  const secure = protocol === 'https:' || !isLoopback(hostname);
  return { httpOnly: true, sameSite: 'lax', path: '/', secure };
}
