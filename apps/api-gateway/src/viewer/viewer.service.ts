import { Injectable } from '@nestjs/common';
import { DirectoryService, type TenantContext, type TenantSummary } from '@orkestra/tenancy';
import { logoUrlOf } from '../tenants/logo-url';
import type { Viewer } from './viewer.type';

/** Describes whoever is signed in, for GraphQL and for the answer to a sign-in. */
@Injectable()
export class ViewerService {
  constructor(private readonly directory: DirectoryService) {}

  async describe(ctx: TenantContext): Promise<Viewer> {
    const { id, kind, displayName, role, groups } = ctx.principal;
    const [tenant, users, named] = await Promise.all([
      this.directory.tenant(ctx),
      this.directory.findUsers(ctx, [id]),
      this.directory.findGroups(
        ctx,
        groups.map((group) => group.id),
      ),
    ]);
    const names = new Map(named.map((group) => [group.id, group.name]));
    return {
      id,
      kind,
      displayName,
      email: users[0]?.email ?? null,
      role,
      tenant: withLogo(tenant),
      groups: groups.map((group) => ({ ...group, name: names.get(group.id) ?? group.key })),
      scopes: [...ctx.scopes],
    };
  }
}

function withLogo({ logoVersion, ...tenant }: TenantSummary): Viewer['tenant'] {
  return { ...tenant, logoUrl: logoUrlOf(logoVersion) };
}
