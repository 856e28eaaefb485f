import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UnprovenOriginError } from '../../http/request.errors';

/** Headers that no page of another site can set without asking first, or that the browser sets itself. */
const PROOFS = ['authorization', 'origin', 'sec-fetch-site', 'x-requested-with', 'apollo-require-preflight'];

/**
 * Against forged uploads: a browser lets pages of other sites send forms without asking us first, so a form that
 * comes with a cookie must show where it is from. Whether that is our own site `refuseForeignOrigins` has judged.
 */
@Injectable()
export class OwnSiteGuard implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const request = host.switchToHttp().getRequest<Request>();
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (reading || PROOFS.some((header) => request.get(header) !== undefined)) return true;
    throw new UnprovenOriginError();
  }
}
