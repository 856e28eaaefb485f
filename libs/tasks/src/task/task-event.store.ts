import { type Clock, currentCorrelationId, type Ids } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskView } from './task-view';

/** One line of a task's history. */
export interface TaskEvent {
  /** Such as `claimed`. */
  kind: string;
  note?: string | undefined;
  /** Ids, states and digests; never a title, form data, context or a comment's text. */
  changes: Record<string, unknown>;
}

/** Where the moment and the id of what is written come from. */
export interface ClockAndIds {
  clock: Clock;
  ids: Ids;
}

/** The columns that `eventParameters` fills, in this order. */
export const EVENT_COLUMNS =
  'id, kind, actor_kind, actor_id, actor_name, channel, changes, correlation_id, note';

export function eventParameters(ctx: TenantContext, event: TaskEvent, ids: Ids): unknown[] {
  const { kind, id, displayName } = ctx.principal;
  return [
    ids.next(),
    event.kind,
    kind,
    id,
    displayName,
    ctx.channel,
    JSON.stringify(event.changes),
    currentCorrelationId(),
    event.note ?? null,
  ];
}

/** Writes a line that leaves the task itself as it is, and its revision too. */
export async function insertEvent(
  em: EntityManager,
  ctx: TenantContext,
  task: Pick<TaskView, 'tenantId' | 'id' | 'revision'>,
  event: TaskEvent,
  { clock, ids }: ClockAndIds,
): Promise<void> {
  await em.query(
    `INSERT INTO task_events (tenant_id, task_id, revision, at, ${EVENT_COLUMNS})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [task.tenantId, task.id, task.revision, clock.now(), ...eventParameters(ctx, event, ids)],
  );
}

const TRACKED = [
  'status',
  'assigneeId',
  'ownerId',
  'groupId',
  'candidates',
  'priority',
  'dueAt',
  'escalationLevel',
  'resumesAt',
  'waitingFor',
  'round',
  'outcome',
] as const;

/** What changed, before and after. */
export function difference(
  before: TaskView,
  after: TaskView,
): Record<string, { before: unknown; after: unknown }> {
  return Object.fromEntries(
    TRACKED.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => [
      field,
      { before: before[field], after: after[field] },
    ]),
  );
}
