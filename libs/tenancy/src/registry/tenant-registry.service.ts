import { Injectable } from '@nestjs/common';
import { Clock, Ids, oneLine, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { AuditLog } from '../audit/audit-log.service';
import type { TenantContext } from '../tenant-context';
import { type Operator, operatorActor, operatorContext } from './operator';
import { UnknownTenantError } from '../tenants/tenants.errors';
import { InvalidTenantError, TenantExistsError } from './tenant-registry.errors';
import {
  countTenant,
  findTenant,
  listTenants,
  type RegisteredTenant,
  TENANT_COLUMNS,
  type TenantDetails,
} from './tenant-registry.queries';

export interface NewTenant {
  /** What people type to sign in. */
  slug: string;
  name: string;
}

const LONGEST_NAME = 100;

/** The tenants of the installation, for whoever operates it. */
@Injectable()
export class TenantRegistry {
  constructor(
    private readonly system: SystemDatabase,
    private readonly database: TenantDatabase,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidTenantError, TenantExistsError */
  async create(operator: Operator, { slug, name: given }: NewTenant): Promise<RegisteredTenant> {
    const name = given.trim();
    checkTenant(slug, name);
    return this.system.run(async (em) => {
      const [created] = await queryRows<RegisteredTenant>(em, CREATE, [
        ...[this.ids.next(), slug, name, this.clock.now()],
      ]);
      if (created === undefined) throw new TenantExistsError(slug);
      const target = { kind: 'tenant', id: created.id };
      const entry = { action: 'tenant.created', target, details: { slug, name } };
      await this.audit.recordOf(em, operatorActor(operator, created.id), entry);
      return created;
    });
  }

  /** In the order of their slugs. @param after slug of the last one of the page before */
  async list(after: string | undefined, limit: number): Promise<RegisteredTenant[]> {
    return this.system.run((em) => listTenants(em, after, limit));
  }

  /** @param tenant slug or id @throws UnknownTenantError */
  async find(tenant: string): Promise<RegisteredTenant> {
    const found = await this.system.run((em) => findTenant(em, tenant));
    if (found === undefined) throw new UnknownTenantError();
    return found;
  }

  /** @throws UnknownTenantError */
  async describe(tenant: string): Promise<TenantDetails> {
    const found = await this.find(tenant);
    const counts = await this.database.run({ tenantId: found.id }, (em) => countTenant(em, this.clock.now()));
    return { ...found, ...counts };
  }

  /** The operator as one who acts in the tenant. @throws UnknownTenantError */
  async enter(operator: Operator, tenant: string): Promise<TenantContext> {
    return operatorContext(operator, (await this.find(tenant)).id);
  }
}

function checkTenant(slug: string, name: string): void {
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(slug)) {
    throw new InvalidTenantError(
      'The short name of a workspace begins with a letter and has at most 63 lower-case letters, digits and hyphens.',
    );
  }
  if (name === '' || name.length > LONGEST_NAME || oneLine(name) !== name) {
    throw new InvalidTenantError(
      `The name of a workspace is one line of 1 to ${LONGEST_NAME} characters. Give it by --name.`,
    );
  }
}

const CREATE = `
  INSERT INTO tenants (id, slug, name, created_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (slug) DO NOTHING RETURNING ${TENANT_COLUMNS}`;
