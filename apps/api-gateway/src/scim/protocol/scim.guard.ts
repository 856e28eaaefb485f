import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { RateLimits } from '@orkestra/tenancy';
import { type AuthenticatedRequest, authenticate } from '../../auth/authenticate';
import { SCIM_TOKEN } from './scim-token.strategy';

/** Lets in directories, and nobody who is signed in or has a key. */
@Injectable()
export class ScimGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = host.switchToHttp().getRequest<AuthenticatedRequest>();
    const ctx = await authenticate([SCIM_TOKEN], request);
    this.limits.admit(ctx);
    request.ctx = ctx;
    return true;
  }
}
