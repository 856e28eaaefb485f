import { randomBytes } from 'node:crypto';
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

const COOKIE = 'orkestra_sso';
const TOKEN = /^[\w-]{43}$/;
const HOUR_MS = 3_600_000;

/** Random text by which the answer of a directory is known to reach the browser that asked. Empty without one. */
export function browserOf({ headers }: Pick<Request, 'headers'>): string {
  const text = parseCookie(headers.cookie ?? '')[COOKIE] ?? '';
  return TOKEN.test(text) ? text : '';
}

/** The same for all round trips of the browser, as several of its tabs may be on the way. */
export function knownBrowser(request: Request, response: Response, options: CookieOptions): string {
  const browser = browserOf(request) || randomBytes(32).toString('base64url');
  response.cookie(COOKIE, browser, { ...options, path: '/api/v1/auth/sso', maxAge: HOUR_MS });
  return browser;
}
