import { randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Clock, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import type { SsoDomain } from './connection';
import { readConnection } from './connections.queries';
import { isOwner } from './connections.service';
import { DomainRecords } from './domain-records.service';
import {
  ConnectionLimitError,
  DomainProofMissingError,
  DomainTakenError,
  InvalidDomainError,
  UnknownDomainError,
} from './sso.errors';

const MOST_DOMAINS = 100;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The e-mail domains of a tenant, and which connection speaks for each. */
@Injectable()
export class SsoDomains {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: DomainRecords,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async list(ctx: TenantContext): Promise<SsoDomain[]> {
    requireScope(ctx, 'settings:write');
    return this.database.query<SsoDomain>(ctx, `${READ} ORDER BY domain`);
  }

  /** One that is there already is given back as it is. @throws InvalidDomainError, ConnectionLimitError */
  async add(ctx: TenantContext, given: string): Promise<SsoDomain> {
    requireScope(ctx, 'settings:write');
    const domain = checkedDomain(given);
    return this.database.run(ctx, async (em) => {
      await em.query('SELECT FROM tenants FOR NO KEY UPDATE');
      const known = await queryRows<SsoDomain>(em, READ);
      const same = known.find((one) => one.domain === domain);
      if (same !== undefined) return same;
      if (known.length >= MOST_DOMAINS) throw new ConnectionLimitError(MOST_DOMAINS);
      const proof = `orkestra-domain-verification=${randomBytes(24).toString('base64url')}`;
      await queryRows(em, INSERT, [ctx.tenantId, domain, proof, this.clock.now()]);
      await this.note(em, ctx, 'added', domain);
      return readDomain(em, domain);
    });
  }

  /**
   * Has a connection speak for the addresses at the domain, once it is verified.
   * @param connectionId null for none
   * @throws UnknownDomainError, UnknownConnectionError
   */
  async bind(ctx: TenantContext, given: string, connectionId: string | null): Promise<SsoDomain> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, async (em) => {
      const before = await readDomain(em, checkedDomain(given), 'FOR UPDATE');
      if (before.connectionId === connectionId) return before;
      if (connectionId !== null) await this.widen(em, ctx, connectionId);
      const sql = 'UPDATE sso_domains SET connection_id = $2 WHERE domain = $1';
      await queryRows(em, sql, [before.domain, connectionId]);
      const details = { before: before.connectionId, after: connectionId };
      await this.note(em, ctx, 'bound', before.domain, details);
      return { ...before, connectionId };
    });
  }

  /**
   * Asks the name servers for the proof.
   * @throws UnknownDomainError, DomainProofMissingError, DomainTakenError, NameServersError
   */
  async verify(ctx: TenantContext, given: string): Promise<SsoDomain> {
    requireScope(ctx, 'settings:write');
    const domain = checkedDomain(given);
    const before = await this.database.run(ctx, (em) => readDomain(em, domain));
    if (before.verifiedAt !== null) return before;
    const record = recordOf(domain);
    const texts = await this.records.textsAt(record);
    if (!texts.some((text) => text.trim() === before.proof))
      throw new DomainProofMissingError(record, before.proof);
    return this.confirm(ctx, domain, 'dns');
  }

  /** For whoever runs the installation, and answers for it. @throws InvalidDomainError, DomainTakenError */
  async vouch(ctx: TenantContext, given: string): Promise<SsoDomain> {
    const { domain } = await this.add(ctx, given);
    return this.confirm(ctx, domain, 'operator');
  }

  /** @throws UnknownDomainError */
  async remove(ctx: TenantContext, given: string): Promise<SsoDomain> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, async (em) => {
      const before = await readDomain(em, checkedDomain(given), 'FOR UPDATE');
      await queryRows(em, 'DELETE FROM sso_domains WHERE domain = $1', [before.domain]);
      await this.note(em, ctx, 'removed', before.domain);
      return before;
    });
  }

  private async confirm(ctx: TenantContext, domain: string, by: 'dns' | 'operator'): Promise<SsoDomain> {
    return this.database.run(ctx, async (em) => {
      const before = await readDomain(em, domain, 'FOR UPDATE');
      if (before.verifiedAt !== null) return before;
      await queryRows(em, 'DELETE FROM sso_domains WHERE domain = $1', [domain]);
      const { connectionId, proof, createdAt } = before;
      const values = [ctx.tenantId, domain, connectionId, proof, this.clock.now(), createdAt];
      // Another tenant's row is not seen; Postgres alone can say that there is one.
      if ((await queryRows(em, CLAIM, values)).length === 0) throw new DomainTakenError();
      await this.note(em, ctx, 'verified', domain, { by });
      return readDomain(em, domain);
    });
  }

  /** A connection that speaks for more may send more people, owners among them. */
  private async widen(em: EntityManager, ctx: TenantContext, id: string): Promise<void> {
    await readConnection(em, id, 'FOR UPDATE');
    if (isOwner(ctx)) return;
    await queryRows(em, 'UPDATE sso_connections SET admits_owners = false WHERE id = $1', [id]);
  }

  private async note(
    em: EntityManager,
    ctx: TenantContext,
    done: string,
    domain: string,
    details: object = {},
  ): Promise<void> {
    const target = { kind: 'sso_domain', id: domain };
    await this.audit.record(em, ctx, { action: `sso.domain_${done}`, target, details: { ...details } });
  }
}

/** Where the proof is looked for. */
export function recordOf(domain: string): string {
  return `_orkestra.${domain}`;
}

function checkedDomain(text: string): string {
  const given = text.trim().replace(/^@/, '').toLowerCase();
  const domain = domainToASCII(given);
  // Node takes what stands before a slash for the whole.
  if (!DOMAIN.test(domain) || /[/?#:@\\\s]/.test(given)) throw new InvalidDomainError();
  return domain;
}

async function readDomain(em: EntityManager, domain: string, lock = ''): Promise<SsoDomain> {
  const [found] = await queryRows<SsoDomain>(em, `${READ} WHERE domain = $1 ${lock}`, [domain]);
  if (found === undefined) throw new UnknownDomainError();
  return found;
}

const READ = `
  SELECT domain, connection_id AS "connectionId", proof, verified_at AS "verifiedAt", created_at AS "createdAt"
  FROM sso_domains`;

const INSERT = 'INSERT INTO sso_domains (tenant_id, domain, proof, created_at) VALUES ($1, $2, $3, $4)';

const CLAIM = `
  INSERT INTO sso_domains (tenant_id, domain, connection_id, proof, verified_at, created_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING domain`;
