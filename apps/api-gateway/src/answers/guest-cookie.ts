import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';

const COOKIE = 'orkestra_guest';

/** Sent to the pages of guests alone, and by no page of another site. */
export function setGuestCookie(
  response: Response,
  session: string,
  { expires, secure }: { expires: Date; secure: boolean },
): void {
  const options = { httpOnly: true, sameSite: 'strict', path: '/api/v1/guest', secure, expires } as const;
  response.cookie(COOKIE, session, options);
}

/** Empty without one. */
export function guestCookieOf({ headers }: Pick<Request, 'headers'>): string {
  return parseCookie(headers.cookie ?? '')[COOKIE] ?? '';
}
