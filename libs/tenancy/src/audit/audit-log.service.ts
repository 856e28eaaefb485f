import { Injectable } from '@nestjs/common';
import { Clock, currentCorrelationId, Ids, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { Channel, TenantContext } from '../tenant-context';

export interface AuditEntry {
  /** What was done, in the past: `key.created`, `person.deactivated`, `sign_in.failed`. */
  action: string;
  /** What it was done to. */
  target?: { kind: string; id: string };
  /** What an auditor asks next. Never a secret, never what people wrote. */
  details?: Readonly<Record<string, unknown>>;
}

/** Who did something, where no context was issued: before a sign-in, or from the command line. */
export interface AuditActor {
  tenantId: string;
  kind: 'user' | 'service' | 'system' | 'operator' | 'anonymous';
  id: string;
  channel: Channel;
  remoteAddress?: string | undefined;
}

export function actorFrom({ tenantId, principal, channel, remoteAddress }: TenantContext): AuditActor {
  return { tenantId, kind: principal.kind, id: principal.id, channel, remoteAddress };
}

/**
 * What was done in a tenant by whom. An entry is written in the transaction of what it tells of: neither is there
 * without the other. The tables take no change and no deletion.
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @param em of the transaction, the tenant's own, that does what the entry tells of */
  async record(em: EntityManager, ctx: TenantContext, entry: AuditEntry): Promise<void> {
    await this.insert(em, actorOf(ctx), toldBy(ctx, entry), moreOf(ctx));
  }

  /** By one statement, however many there are. @param em as for `record` */
  async recordAll(em: EntityManager, ctx: TenantContext, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { tenantId, kind, id, channel, remoteAddress = null } = actorOf(ctx);
    const rows = entries
      .map((entry) => toldBy(ctx, entry))
      .map(({ action, target, details = {} }) => ({
        id: this.ids.next(),
        action,
        target,
        details,
      }));
    await queryRows(em, INSERT_ALL, [
      ...[tenantId, this.clock.now(), kind, id, channel, remoteAddress, ...moreOf(ctx)],
      JSON.stringify(rows),
    ]);
  }

  /** @param em of a transaction of the tenant, or of the role `system` */
  async recordOf(em: EntityManager, actor: AuditActor, entry: AuditEntry): Promise<void> {
    await this.insert(em, actor, entry, [currentCorrelationId(), null, null]);
  }

  private async insert(
    em: EntityManager,
    actor: AuditActor,
    { action, target, details }: AuditEntry,
    more: MoreOfActor,
  ): Promise<void> {
    await queryRows(em, INSERT, [
      ...[actor.tenantId, this.ids.next(), this.clock.now(), action],
      ...[actor.kind, actor.id, actor.channel, actor.remoteAddress ?? null, ...more],
      ...[target?.kind ?? null, target?.id ?? null, JSON.stringify(details ?? {})],
    ]);
  }
}

/** Correlation, credential and the person on whose behalf it was done. */
type MoreOfActor = readonly [string, string | null, string | null];

function actorOf(ctx: TenantContext): AuditActor {
  // Orkestra itself acts through no command line; an operator does, whatever their context may do.
  return ctx.channel === 'cli' ? { ...actorFrom(ctx), kind: 'operator' } : actorFrom(ctx);
}

function moreOf({ correlationId, credentialId, onBehalfOf }: TenantContext): MoreOfActor {
  return [correlationId, credentialId ?? null, onBehalfOf ?? null];
}

const INSERT_ALL = `
  INSERT INTO audit_events (tenant_id, id, at, action, actor_kind, actor_id, channel, remote_address,
    correlation_id, credential_id, on_behalf_of, target_kind, target_id, details)
  SELECT $1, e.id, $2, e.action, $3, $4, $5, $6, $7, $8, $9, e.target ->> 'kind', e.target ->> 'id', e.details
  FROM json_to_recordset($10::json) AS e (id uuid, action text, target json, details jsonb)`;

const INSERT = `
  INSERT INTO audit_events (tenant_id, id, at, action, actor_kind, actor_id, channel, remote_address,
    correlation_id, credential_id, on_behalf_of, target_kind, target_id, details)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** Where an agent acts in somebody's name, the entry says which. */
function toldBy({ agent }: TenantContext, entry: AuditEntry): AuditEntry {
  return agent === undefined ? entry : { ...entry, details: { ...entry.details, agent } };
}
