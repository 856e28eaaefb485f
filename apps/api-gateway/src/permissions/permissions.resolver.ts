import { Query, Resolver } from '@nestjs/graphql';
import { ALL_PERMISSIONS, isScope, PERMISSIONS, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { Permission } from './permission.type';

@Resolver()
export class PermissionsResolver {
  @Query(() => [Permission], {
    description:
      'Every permission, and which roles have it. What one may do with a single task or group depends on more: see `allowedActions` and `mayChange`.',
  })
  permissions(@Ctx() ctx: TenantContext): Permission[] {
    return ALL_PERMISSIONS.map((name) => ({
      name,
      meaning: PERMISSIONS[name].meaning,
      roles: [...PERMISSIONS[name].roles],
      forKeys: isScope(name),
      granted: ctx.scopes.includes(name),
    }));
  }
}
