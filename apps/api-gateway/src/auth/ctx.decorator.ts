import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import { TenantContext } from '@orkestra/tenancy';
import type { GraphqlContext } from '../graphql/graphql-context';
import type { AuthenticatedRequest } from './authenticate';

/** The `TenantContext` of whoever sent the request: `@Ctx() ctx: TenantContext`. */
export const Ctx = createParamDecorator((_: unknown, host: ExecutionContext) => contextOf(host));

/** Undefined where nobody has been let in. */
export function contextOf(host: ExecutionContext): TenantContext | undefined {
  const carrier =
    host.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(host).getContext<Partial<GraphqlContext>>()
      : host.switchToHttp().getRequest<AuthenticatedRequest>();
  return TenantContext.is(carrier.ctx) ? carrier.ctx : undefined;
}
