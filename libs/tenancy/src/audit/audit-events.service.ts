import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import type { AuditActor } from './audit-log.service';

export type AuditActorKind = AuditActor['kind'];

/** One line of the audit log. */
export interface AuditEvent {
  id: string;
  at: Date;
  /** What was done, in the past: `key.created`. */
  action: string;
  actorKind: AuditActorKind;
  actorId: string;
  onBehalfOf: string | null;
  /** The id of the session or key that let the actor in. */
  credentialId: string | null;
  channel: string;
  remoteAddress: string | null;
  correlationId: string;
  targetKind: string | null;
  targetId: string | null;
  details: Record<string, unknown>;
}

export interface AuditEventFilter {
  /** What actions begin with: `key` for `key.created` and the like. */
  area?: string | undefined;
  action?: string | undefined;
  actorId?: string | undefined;
  targetKind?: string | undefined;
  targetId?: string | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  until?: Date | undefined;
}

/** Reads the audit log: for owners, admins and auditors. */
@Injectable()
export class AuditEventsService {
  constructor(private readonly database: TenantDatabase) {}

  /** The newest first. @throws InvalidCursorError */
  async list(ctx: TenantContext, filter: AuditEventFilter, page: PageRequest): Promise<Page<AuditEvent>> {
    requireScope(ctx, 'audit:read');
    const size = pageSize(page);
    const { sql, values } = select(ctx.tenantId, filter, page.after ? idIn(page.after) : undefined, size + 1);
    const rows = await this.database.query<AuditEvent>(ctx, sql, values);
    return toPage(
      rows,
      size,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** What actions of this tenant begin with, in the order of the alphabet. */
  async areas(ctx: TenantContext): Promise<string[]> {
    requireScope(ctx, 'audit:read');
    const rows = await this.database.query<{ area: string }>(ctx, AREAS, [ctx.tenantId]);
    return rows.map(({ area }) => area);
  }
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (!isUuid(id)) throw new InvalidCursorError();
  return id;
}

/** Only the conditions that are asked for, so that each filter reaches its index. */
function select(tenantId: string, filter: AuditEventFilter, before: string | undefined, limit: number) {
  const values: unknown[] = [tenantId];
  const conditions = ['tenant_id = $1'];
  const where = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return;
    values.push(typeof value === 'string' ? value.replaceAll('\0', '') : value);
    conditions.push(condition(`$${values.length}`));
  };
  where((place) => `id < ${place}::uuid`, before);
  where((place) => `area = ${place}`, filter.area);
  where((place) => `action = ${place}`, filter.action);
  where((place) => `actor_id = ${place}`, filter.actorId);
  where((place) => `target_kind = ${place}`, filter.targetKind);
  where((place) => `target_id = ${place}`, filter.targetId);
  // Ids tell the time, and lie in the index.
  where((place) => `id >= ${place}::uuid`, filter.from && lowestIdAfter(filter.from));
  where((place) => `id < ${place}::uuid`, filter.until && highestIdBefore(filter.until));
  where((place) => `at >= ${place}`, filter.from);
  where((place) => `at < ${place}`, filter.until);
  const sql = `SELECT ${AUDIT_EVENT_COLUMNS} FROM audit_events WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit}`;
  return { sql, values };
}

const HOUR_MS = 3_600_000;
const LATEST_MS = 2 ** 48 - 1;

/** No event since the moment has a lower id; the hour is for clocks that differ. */
export function lowestIdAfter(moment: Date): string {
  return lowestId(moment.getTime() - HOUR_MS);
}

/** Every event before the moment has a lower id. */
export function highestIdBefore(moment: Date): string {
  return lowestId(moment.getTime() + HOUR_MS);
}

/** The first UUIDv7 of a moment. */
function lowestId(at: number): string {
  const hex = Math.min(Math.max(at, 0), LATEST_MS).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Of an `AuditEvent`. */
export const AUDIT_EVENT_COLUMNS = `id, at, action, actor_kind AS "actorKind", actor_id AS "actorId", on_behalf_of AS "onBehalfOf",
  credential_id AS "credentialId", channel, remote_address AS "remoteAddress", correlation_id AS "correlationId",
  target_kind AS "targetKind", target_id AS "targetId", details`;

/** From one to the next by the index, however long the log is. */
const AREAS = `
  WITH RECURSIVE found AS (
    (SELECT area FROM audit_events WHERE tenant_id = $1 ORDER BY area LIMIT 1)
    UNION ALL
    SELECT (SELECT area FROM audit_events WHERE tenant_id = $1 AND area > found.area ORDER BY area LIMIT 1)
    FROM found WHERE found.area IS NOT NULL
  ) SELECT area FROM found WHERE area IS NOT NULL LIMIT 100`;
