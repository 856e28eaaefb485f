import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { OutboxKind } from '../delivery/outbox.service';
import type { DeliveryStatus, TaskView } from '../task/task-view';

/** Whether the outbox has a row of this kind for the task, in the tenant's transaction. */
export async function hasRow(
  em: EntityManager,
  { tenantId, id }: Pick<TaskView, 'tenantId' | 'id'>,
  kind: OutboxKind,
  statuses: readonly DeliveryStatus[],
): Promise<boolean> {
  const rows = await queryRows(
    em,
    `SELECT FROM outbox WHERE tenant_id = $1 AND task_id = $2 AND kind = $3 AND status = ANY($4::text[]) LIMIT 1`,
    [tenantId, id, kind, statuses],
  );
  return rows.length > 0;
}
