import { Clock, queryRows } from '@orkestra/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service';
import type { TenantContext } from '../tenant-context';

export interface MappedRoleRequest {
  connectionId: string;
  /** Ids of people; all of the connection when left out. */
  people?: readonly string[];
  /** Also where there are no mappings any more. */
  afterMappings?: boolean;
}

/** Gives people the role that follows from their groups and the attribute `roles`. Owners stay owners. */
@Injectable()
export class MappedRoles {
  constructor(
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** In one statement, however many people there are; in a transaction that holds `lockPeople`. */
  async apply(em: EntityManager, ctx: TenantContext, request: MappedRoleRequest): Promise<void> {
    const { connectionId, people = null, afterMappings = false } = request;
    if (people?.length === 0) return;
    const changed = await queryRows<{ id: string; before: string; after: string }>(em, APPLY, [
      ...[ctx.tenantId, connectionId, people, afterMappings, this.clock.now()],
    ]);
    const entries = changed.map(({ id, ...details }) => ({
      action: 'person.role_changed',
      target: { kind: 'user', id },
      details,
    }));
    await this.audit.recordAll(em, ctx, entries);
  }
}

/**
 * In several mapped groups the one that may most counts. Person by person: see `connectionOfPerson`. `IS NOT DISTINCT FROM`
 * keeps Postgres from going through all of the connection for the sake of one.
 */
const APPLY = `
  WITH mapped AS MATERIALIZED (
    SELECT g.id, array_position('{admin,operator,auditor,viewer}'::text[], r.role) AS rank
    FROM scim_role_mappings r
    JOIN groups g ON g.tenant_id = r.tenant_id AND g.scim_connection_id = r.connection_id
      AND lower(g.name) = r.group_name AND g.deleted_at IS NULL
    WHERE r.tenant_id = $1 AND r.connection_id = $2
  ), due AS MATERIALIZED (
    SELECT u.id, u.role AS before, coalesce(
      ('{admin,operator,auditor,viewer}'::text[])[(
        SELECT min(mapped.rank) FROM group_members m JOIN mapped ON mapped.id = m.group_id
        WHERE m.tenant_id = $1 AND m.user_id = u.id)],
      u.scim_role, 'operator') AS after
    FROM users u
    WHERE u.tenant_id = $1 AND u.scim_connection_id IS NOT DISTINCT FROM $2 AND u.role <> 'owner'
      AND ($3::uuid[] IS NULL OR u.id = ANY($3))
      AND ($4 OR EXISTS (SELECT FROM scim_role_mappings r WHERE r.tenant_id = $1 AND r.connection_id = $2))
  )
  UPDATE users u SET role = due.after, updated_at = $5, revision = u.revision + 1
  FROM due WHERE u.tenant_id = $1 AND u.id = due.id AND due.before <> due.after
  RETURNING u.id, due.before, due.after`;
