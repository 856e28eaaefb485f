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
    const { id } = ctx.principal;
    // Orkestra itself acts through no command line; an operator does, whatever their context may do.
    const kind: AuditActor['kind'] = ctx.channel === 'cli' ? 'operator' : ctx.principal.kind;
    const { tenantId, channel, remoteAddress, correlationId, credentialId = null, onBehalfOf = null } = ctx;
    const actor = { tenantId, kind, id, channel, remoteAddress };
    const told =
      ctx.agent === undefined ? entry : { ...entry, details: { ...entry.details, agent: ctx.agent } };
    await this.insert(em, actor, told, [correlationId, credentialId, onBehalfOf]);
  }

  /** @param em of a transaction of the tenant, or of the role `system` */
  async recordOf(em: EntityManager, actor: AuditActor, entry: AuditEntry): Promise<void> {
    await this.insert(em, actor, entry, [currentCorrelationId(), null, null]);
  }

  private async insert(
    em: EntityManager,
    actor: AuditActor,
    { action, target, details }: AuditEntry,
    more: readonly [string, string | null, string | null],
  ): Promise<void> {
    await queryRows(em, INSERT, [
      ...[actor.tenantId, this.ids.next(), this.clock.now(), action],
      ...[actor.kind, actor.id, actor.channel, actor.remoteAddress ?? null, ...more],
      ...[target?.kind ?? null, target?.id ?? null, JSON.stringify(details ?? {})],
    ]);
  }
}

const INSERT = `
  INSERT INTO audit_events (tenant_id, id, at, action, actor_kind, actor_id, channel, remote_address,
    correlation_id, credential_id, on_behalf_of, target_kind, target_id, details)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
