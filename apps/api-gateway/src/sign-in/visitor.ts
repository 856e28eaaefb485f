import type { Visitor } from '@orkestra/tenancy';
import type { Request } from 'express';
import { originOf } from '../auth/caller-origin';
import { sessionToken } from '../auth/session-cookie';

/** Where a sign-in comes from; the session that the browser still holds ends with it. */
export function visitorOf(request: Request): Visitor {
  return { ...originOf(request), replaces: sessionToken(request) };
}
