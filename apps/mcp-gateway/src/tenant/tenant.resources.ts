import { Injectable } from '@nestjs/common';
import { DirectoryService, TenantSettingsService } from '@orkestra/tenancy';
import { limitText, limitValue } from '../protocol/foreign-text';
import { defineResource, type Resource } from '../protocol/resource';

@Injectable()
export class TenantResources {
  constructor(
    private readonly directory: DirectoryService,
    private readonly settings: TenantSettingsService,
  ) {}

  get resources(): Resource[] {
    return [this.config];
  }

  private readonly config = defineResource({
    uri: 'orkestra://tenant/config',
    name: 'tenant_config',
    title: 'Tenant configuration',
    description:
      'The tenant that this key works for, and what counts where a task says nothing else: working hours, and who is told when it is late.',
    scope: 'directory:read',
    changes: () => [],
    read: async (ctx) => {
      const [tenant, { calendarKey, escalationChain }] = await Promise.all([
        this.directory.tenant(ctx),
        this.settings.get(ctx),
      ]);
      return {
        tenant: { id: tenant.id, slug: tenant.slug, name: limitText(tenant.name, 200) },
        calendar: calendarKey,
        escalation_chain: limitValue(escalationChain).value,
      };
    },
  });
}
