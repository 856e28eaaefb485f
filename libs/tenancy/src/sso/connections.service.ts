import { Injectable } from '@nestjs/common';
import { Clock, Ids, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import { SessionsService } from '../auth/sessions.service';
import { requireScope } from '../permissions';
import { SecretBox } from '../secrets/secret-box.service';
import type { TenantContext } from '../tenant-context';
import type { ConnectionKind, SsoConnection } from './connection';
import { checkedConfig, checkedMapping, checkedName, checkedSecret } from './connection.schema';
import { CONNECTION_COLUMNS, readConnection, secretPlace } from './connections.queries';
import { ConnectionLimitError } from './sso.errors';

export interface NewConnection {
  kind: ConnectionKind;
  name: string;
  config: unknown;
  mapping: unknown;
  provisions: boolean;
  secret?: string | undefined;
}

/** What is left out stays as it is. */
export interface ConnectionChanges {
  name?: string | undefined;
  config?: unknown;
  mapping?: unknown;
  provisions?: boolean | undefined;
  /** Null takes it away. */
  secret?: string | null | undefined;
}

const MOST_CONNECTIONS = 20;

/** The directories by which people of a tenant sign in, for its admins. */
@Injectable()
export class SsoConnections {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sessions: SessionsService,
    private readonly box: SecretBox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async list(ctx: TenantContext): Promise<SsoConnection[]> {
    requireScope(ctx, 'settings:write');
    const sql = `SELECT ${CONNECTION_COLUMNS} FROM sso_connections c ORDER BY c.name, c.id`;
    return this.database.query<SsoConnection>(ctx, sql);
  }

  /** @throws UnknownConnectionError */
  async get(ctx: TenantContext, id: string): Promise<SsoConnection> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, (em) => readConnection(em, id));
  }

  /**
   * Turned off until it was tried.
   * @param beside what is to be written in the same transaction
   * @throws InvalidConnectionError, ConnectionLimitError, NoSecretsKeyError
   */
  async create(
    ctx: TenantContext,
    given: NewConnection,
    beside: (em: EntityManager, connection: SsoConnection) => Promise<void> = () => Promise.resolve(),
  ): Promise<SsoConnection> {
    requireScope(ctx, 'settings:write');
    const id = this.ids.next();
    const sealed = this.sealed(ctx, id, given.secret);
    const config = checkedConfig(given.kind, given.config);
    const values = [
      checkedName(given.name),
      JSON.stringify(config),
      JSON.stringify(checkedMapping(given.mapping)),
    ];
    return this.database.run(ctx, async (em) => {
      await requireRoom(em);
      await queryRows(em, INSERT, [
        ...[ctx.tenantId, id, given.kind, ...values, given.provisions, isOwner(ctx)],
        ...[sealed?.bytes ?? null, sealed?.keyId ?? null, this.clock.now()],
      ]);
      const connection = await readConnection(em, id);
      await beside(em, connection);
      await this.note(em, ctx, 'created', connection, { after: shown(connection) });
      return connection;
    });
  }

  /**
   * Counts from the next sign-in on. Where somebody who is no owner changes it, no owner comes in by it until one saves it.
   * @throws UnknownConnectionError, InvalidConnectionError, NoSecretsKeyError
   */
  async update(ctx: TenantContext, id: string, changes: ConnectionChanges): Promise<SsoConnection> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, async (em) => {
      const before = await readConnection(em, id, 'FOR UPDATE');
      const next = {
        name: changes.name === undefined ? before.name : checkedName(changes.name),
        config: changes.config === undefined ? before.config : checkedConfig(before.kind, changes.config),
        mapping: changes.mapping === undefined ? before.mapping : checkedMapping(changes.mapping),
        provisions: changes.provisions ?? before.provisions,
      };
      await queryRows(em, UPDATE, [
        ...[id, next.name, JSON.stringify(next.config), JSON.stringify(next.mapping), next.provisions],
        ...[isOwner(ctx), this.clock.now()],
      ]);
      const { secret } = changes;
      const sealed = this.sealed(ctx, id, secret);
      if (secret !== undefined)
        await queryRows(em, SET_SECRET, [id, sealed?.bytes ?? null, sealed?.keyId ?? null]);
      const after = await readConnection(em, id);
      const details = { before: shown(before), after: shown(after), secretChanged: secret !== undefined };
      await this.note(em, ctx, 'changed', after, details);
      return after;
    });
  }

  /** Turning it off ends the sessions that began by it. @throws UnknownConnectionError */
  async enable(ctx: TenantContext, id: string, enabled: boolean): Promise<SsoConnection> {
    requireScope(ctx, 'settings:write');
    const connection = await this.database.run(ctx, async (em) => {
      const before = await readConnection(em, id, 'FOR UPDATE');
      if (before.enabled === enabled) return before;
      await queryRows(em, 'UPDATE sso_connections SET enabled = $2 WHERE id = $1', [id, enabled]);
      await this.note(em, ctx, enabled ? 'enabled' : 'disabled', before, {});
      return { ...before, enabled };
    });
    if (!enabled) await this.sessions.endOfSso({ tenantId: ctx.tenantId, connectionId: id });
    return connection;
  }

  /** With what it knows of people, who stay. Its sessions end. @throws UnknownConnectionError */
  async delete(ctx: TenantContext, id: string): Promise<SsoConnection> {
    requireScope(ctx, 'settings:write');
    const connection = await this.database.run(ctx, async (em) => {
      const before = await readConnection(em, id, 'FOR UPDATE');
      await queryRows(em, 'DELETE FROM sso_connections WHERE id = $1', [id]);
      await this.note(em, ctx, 'deleted', before, { before: shown(before) });
      return before;
    });
    await this.sessions.endOfSso({ tenantId: ctx.tenantId, connectionId: id });
    return connection;
  }

  private sealed(
    { tenantId }: TenantContext,
    id: string,
    secret: string | null | undefined,
  ): { keyId: string; bytes: Buffer } | undefined {
    return secret == null ? undefined : this.box.seal(checkedSecret(secret), secretPlace({ tenantId, id }));
  }

  private async note(
    em: EntityManager,
    ctx: TenantContext,
    done: string,
    { id, name, kind }: SsoConnection,
    details: object,
  ): Promise<void> {
    const target = { kind: 'sso_connection', id };
    await this.audit.record(em, ctx, {
      action: `sso.connection_${done}`,
      target,
      details: { name, kind, ...details },
    });
  }
}

/** Who may say how owners come in. */
export function isOwner(ctx: TenantContext): boolean {
  return ctx.scopes.includes('owners:write');
}

function shown({ name, config, mapping, provisions, admitsOwners }: SsoConnection): object {
  return { name, config, mapping, provisions, admitsOwners };
}

async function requireRoom(em: EntityManager): Promise<void> {
  await em.query('SELECT FROM tenants FOR NO KEY UPDATE');
  const [row] = await queryRows<{ count: number }>(em, 'SELECT count(*)::int AS count FROM sso_connections');
  if ((row?.count ?? 0) >= MOST_CONNECTIONS) throw new ConnectionLimitError(MOST_CONNECTIONS);
}

const INSERT = `
  INSERT INTO sso_connections (tenant_id, id, kind, name, config, mapping, provisions, admits_owners, secret, key_id,
    created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`;

const UPDATE = `
  UPDATE sso_connections SET name = $2, config = $3, mapping = $4, provisions = $5, admits_owners = $6,
    status = 'untested', problem = NULL, updated_at = $7
  WHERE id = $1`;

const SET_SECRET = 'UPDATE sso_connections SET secret = $2, key_id = $3 WHERE id = $1';
