import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import { AuthenticationRequiredError, RateLimits } from '@orkestra/tenancy';
import { type AuthenticatedRequest, authenticate, CALLER_STRATEGIES } from './authenticate';
import { contextOf } from './ctx.decorator';
import { Public } from './public.decorator';

/** Closed unless a handler says `@Public()`. GraphQL has let its callers in before: see `graphql-options.provider.ts`. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride(Public, [host.getHandler(), host.getClass()])) return true;
    if (host.getType<GqlContextType>() === 'graphql') {
      if (contextOf(host) === undefined) throw new AuthenticationRequiredError();
      return true;
    }
    const request = host.switchToHttp().getRequest<AuthenticatedRequest>();
    const ctx = await authenticate(CALLER_STRATEGIES, request);
    this.limits.admit(ctx);
    request.ctx = ctx;
    return true;
  }
}
