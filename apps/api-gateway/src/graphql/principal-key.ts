import type { TenantContext } from '@orkestra/tenancy';

const known = new WeakMap<TenantContext, string>();

/** The same for contexts that may see and do the same: of one principal, with the same groups and scopes. */
export function principalKey(ctx: TenantContext): string {
  const key = known.get(ctx);
  if (key !== undefined) return key;
  const { kind, id, role, groups } = ctx.principal;
  const made = JSON.stringify([
    ctx.tenantId,
    kind,
    id,
    role,
    groups.map((group) => [group.id, group.role]),
    ctx.scopes,
  ]);
  known.set(ctx, made);
  return made;
}
