import { Injectable } from '@nestjs/common';
import { Config, currentCorrelationId, Ids, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { ApiKeysService } from '../api-keys/api-keys.service';
import { UnauthenticatedError } from '../auth/auth.errors';
import { AuthService } from '../auth/auth.service';
import { hashPassword } from '../auth/passwords';
import { CalendarsService } from '../calendars/calendars.service';
import type { TenantRole } from '../roles';
import type { TenantContext } from '../tenant-context';
import { DEMO_KEY_SCOPES, DEMO_PASSWORD, DEMO_TENANTS, type DemoTenant, type DemoUser } from './demo-tenants';
import { NoDemoInProductionError } from './seed.errors';

export interface SeededUser {
  email: string;
  password: string;
  displayName: string;
  role: TenantRole;
  groups: string[];
}

export interface SeededTenant {
  slug: string;
  name: string;
  users: SeededUser[];
  /** The known key where it still works, otherwise a new one. */
  apiKey: string;
}

/** The tenants, people and keys to try Orkestra with. */
@Injectable()
export class SeedService {
  constructor(
    private readonly config: Config,
    private readonly system: SystemDatabase,
    private readonly database: TenantDatabase,
    private readonly ids: Ids,
    private readonly auth: AuthService,
    private readonly apiKeys: ApiKeysService,
    private readonly calendars: CalendarsService,
  ) {}

  /**
   * Makes what is missing and changes nothing that is there.
   * @param knownKeys tenant slug → the API key that an earlier call gave out
   * @throws NoDemoInProductionError
   */
  async seedDemo(knownKeys: Readonly<Record<string, string | undefined>> = {}): Promise<SeededTenant[]> {
    if (this.config.isProduction) throw new NoDemoInProductionError();
    const seeded: SeededTenant[] = [];
    for (const tenant of DEMO_TENANTS) {
      const ctx = this.auth.forActivity(await this.seedTenant(tenant), currentCorrelationId());
      await this.seedCalendars(ctx, tenant);
      await this.database.run(ctx, (em) => this.seedDirectory(em, ctx, tenant));
      const apiKey = await this.workingKey(ctx, tenant, knownKeys[tenant.slug]);
      seeded.push({ slug: tenant.slug, name: tenant.name, users: tenant.users.map(seededUser), apiKey });
    }
    return seeded;
  }

  private async seedTenant({ slug, name }: DemoTenant): Promise<string> {
    await this.system.query(
      'INSERT INTO tenants (id, slug, name) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING',
      [this.ids.next(), slug, name],
    );
    const [found] = await this.system.query<{ id: string }>('SELECT id FROM tenants WHERE slug = $1', [slug]);
    return (found as { id: string }).id;
  }

  private async seedCalendars(ctx: TenantContext, { calendars }: DemoTenant): Promise<void> {
    const [first] = calendars;
    if (first === undefined || (await this.calendars.list(ctx)).length > 0) return;
    for (const calendar of calendars) await this.calendars.put(ctx, calendar);
    await this.calendars.setDefault(ctx, first.key);
  }

  private async seedDirectory(em: EntityManager, ctx: TenantContext, tenant: DemoTenant): Promise<void> {
    for (const [key, { name, calendar }] of Object.entries(tenant.groups)) {
      await queryRows(
        em,
        `INSERT INTO groups (tenant_id, id, key, name, calendar_key)
         VALUES ($1, $2, $3, $4, (SELECT key FROM business_calendars WHERE key = $5))
         ON CONFLICT (tenant_id, key) DO NOTHING`,
        [ctx.tenantId, this.ids.next(), key, name, calendar ?? null],
      );
    }
    for (const user of tenant.users) await this.seedUser(em, ctx, user);
  }

  private async seedUser(em: EntityManager, ctx: TenantContext, user: DemoUser): Promise<void> {
    const known = await queryRows(em, 'SELECT id FROM users WHERE email = $1', [user.email]);
    if (known.length > 0) return;
    await queryRows(
      em,
      `INSERT INTO users (tenant_id, id, email, display_name, password_hash, role) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, email) DO NOTHING`,
      [
        ctx.tenantId,
        this.ids.next(),
        user.email,
        user.displayName,
        await hashPassword(DEMO_PASSWORD),
        user.role,
      ],
    );
    await queryRows(
      em,
      `INSERT INTO user_skills (tenant_id, user_id, skill)
       SELECT $1, u.id, s.skill FROM users u, unnest($3::text[]) AS s (skill) WHERE u.email = $2
       ON CONFLICT DO NOTHING`,
      [ctx.tenantId, user.email, user.skills ?? []],
    );
    for (const [key, role] of Object.entries(user.groups)) {
      await queryRows(
        em,
        `INSERT INTO group_members (tenant_id, group_id, user_id, role)
         SELECT $1, g.id, u.id, $4 FROM groups g, users u WHERE g.key = $2 AND u.email = $3
         ON CONFLICT (tenant_id, user_id, group_id) DO NOTHING`,
        [ctx.tenantId, key, user.email, role],
      );
    }
  }

  private async workingKey(ctx: TenantContext, tenant: DemoTenant, known?: string): Promise<string> {
    if (known !== undefined && (await this.works(ctx, known))) return known;
    const { key } = await this.apiKeys.create(ctx, {
      principalName: tenant.servicePrincipal,
      scopes: DEMO_KEY_SCOPES,
    });
    return key;
  }

  private async works(ctx: TenantContext, key: string): Promise<boolean> {
    try {
      const { tenantId } = await this.auth.byApiKey(key, 'system');
      return tenantId === ctx.tenantId;
    } catch (error) {
      if (error instanceof UnauthenticatedError) return false;
      throw error;
    }
  }
}

function seededUser({ email, displayName, role, groups }: DemoUser): SeededUser {
  return { email, password: DEMO_PASSWORD, displayName, role, groups: Object.keys(groups) };
}
