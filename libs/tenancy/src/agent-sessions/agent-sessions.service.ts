import { Injectable } from '@nestjs/common';
import { Clock, isUuid, LiveBus, prepared, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { randomInt } from 'node:crypto';
import type { TenantContext } from '../tenant-context';

const KEPT_MS = 30 * 24 * 3_600_000;
const MOST_PER_PRINCIPAL = 2_000;
const MOST_WATCHED = 200;
const DELETED_AT_ONCE = 5_000;

/** What the client of a session said of itself when it opened it, as far as answers depend on it. */
export interface AgentClient {
  protocolVersion: string;
  capabilities: Record<string, unknown>;
  name: string;
  version: string;
}

export interface AgentSession {
  id: string;
  client: AgentClient;
  /** The URIs of which it wants to be told. */
  watched: string[];
}

/**
 * Sessions of agents whose protocol has them. A row holds what another gateway needs to go on with one, for 30 days
 * after its last use. It gives no access: each request brings its key.
 */
@Injectable()
export class AgentSessionsService {
  /** Goes along as `revision` of the live messages about sessions: whoever wrote does not read again. */
  readonly origin = randomInt(2 ** 47);

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly live: LiveBus,
    private readonly clock: Clock,
  ) {}

  async open(ctx: TenantContext, id: string, client: AgentClient): Promise<void> {
    const row = [ctx.tenantId, id, ctx.principal.id, JSON.stringify(client), this.clock.now()];
    await this.database.run(ctx, (em) => em.query(OPEN, row));
  }

  /** Undefined for one that has ended, never was, or belongs to somebody else. */
  async find(ctx: TenantContext, id: string): Promise<AgentSession | undefined> {
    if (!isUuid(id)) return undefined;
    const [session] = await this.database.query<AgentSession>(ctx, FIND, [
      ctx.tenantId,
      id,
      ctx.principal.id,
    ]);
    return session;
  }

  /** Notes that the session wants to be told of a URI, or no more. Beyond 200 nothing is noted. */
  async watch(ctx: TenantContext, id: string, uri: string, watched: boolean): Promise<void> {
    await this.database.run(ctx, (em) => em.query(watched ? WATCH : UNWATCH, [ctx.tenantId, id, uri]));
    this.publish(ctx, id, 'watching');
  }

  /** For good, at every gateway. */
  async end(ctx: TenantContext, id: string): Promise<void> {
    const sql = 'DELETE FROM agent_sessions WHERE tenant_id = $1 AND id = $2 AND principal_id = $3';
    await this.database.run(ctx, (em) => em.query(sql, [ctx.tenantId, id, ctx.principal.id]));
    this.publish(ctx, id, 'ended');
  }

  async noteUse(ctx: TenantContext, id: string): Promise<void> {
    const sql = 'UPDATE agent_sessions SET used_at = $3 WHERE tenant_id = $1 AND id = $2';
    await this.database.run(ctx, (em) => em.query(sql, [ctx.tenantId, id, this.clock.now()]));
  }

  /** Forgets the principal's sessions beyond 2,000, those first that were not used for longest. */
  async trim({ tenantId, principal }: TenantContext): Promise<void> {
    await this.database.run({ tenantId }, (em) =>
      em.query(
        `DELETE FROM agent_sessions WHERE tenant_id = $1 AND id IN
           (SELECT id FROM agent_sessions WHERE tenant_id = $1 AND principal_id = $2
            ORDER BY used_at DESC OFFSET ${MOST_PER_PRINCIPAL} LIMIT ${DELETED_AT_ONCE})`,
        [tenantId, principal.id],
      ),
    );
  }

  /** Forgets, of all tenants, what was not used for 30 days; at most so many at once. */
  async forgetUnused(): Promise<void> {
    await this.system.query(
      `DELETE FROM agent_sessions s USING
         (SELECT tenant_id, id FROM agent_sessions WHERE used_at < $1 LIMIT ${DELETED_AT_ONCE}) old
       WHERE s.tenant_id = old.tenant_id AND s.id = old.id`,
      [new Date(this.clock.now().getTime() - KEPT_MS)],
    );
  }

  private publish({ tenantId }: TenantContext, id: string, kind: 'watching' | 'ended'): void {
    this.live.publish({ tenantId, topic: 'agent-session', id, revision: this.origin, kind });
  }
}

const OPEN = prepared(`
  INSERT INTO agent_sessions (tenant_id, id, principal_id, client, opened_at, used_at)
  VALUES ($1, $2, $3, $4, $5, $5)`);

const FIND = prepared(`
  SELECT id, client, watched FROM agent_sessions WHERE tenant_id = $1 AND id = $2 AND principal_id = $3`);

const WATCH = `
  UPDATE agent_sessions SET watched = array_append(watched, $3)
  WHERE tenant_id = $1 AND id = $2 AND NOT $3 = ANY(watched) AND cardinality(watched) < ${MOST_WATCHED}`;

const UNWATCH = `
  UPDATE agent_sessions SET watched = array_remove(watched, $3) WHERE tenant_id = $1 AND id = $2`;
