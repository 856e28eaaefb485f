import { plainAddress } from '@orkestra/core';
import type { Visitor } from '@orkestra/tenancy';
import type { Request } from 'express';
import { sessionToken } from '../auth/session-cookie';

/** Where a sign-in comes from; the session that the browser still holds ends with it. */
export function visitorOf(request: Request): Visitor {
  return {
    remoteAddress: plainAddress(request.ip),
    userAgent: request.get('user-agent'),
    replaces: sessionToken(request),
  };
}
