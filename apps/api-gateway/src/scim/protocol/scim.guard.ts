import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthenticationRequiredError } from '@orkestra/tenancy';
import type { AuthenticatedRequest } from '../../auth/authenticate';

/** Closed to all but directories, which `admitDirectories` has let in. */
@Injectable()
export class ScimGuard implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const { ctx } = host.switchToHttp().getRequest<AuthenticatedRequest>();
    if (ctx?.channel !== 'scim') throw new AuthenticationRequiredError();
    return true;
  }
}
