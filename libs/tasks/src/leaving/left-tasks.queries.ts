import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { SELF_APPROVAL } from '../task/task-view';
import type { LeftTask } from './left-task';

const LOCK = `
  SELECT FROM tasks WHERE tenant_id = $1 AND closed_at IS NULL AND (assignee_id = $2 OR owner_id = $2)
  ORDER BY id FOR UPDATE`;

/**
 * Keeps others from changing the tasks that a person holds or owns, and from giving them more, until the transaction
 * ends. In the order in which commands lock: tasks, and then the people whom they name.
 */
export async function lockTasksOf(em: EntityManager, tenantId: string, personId: string): Promise<void> {
  await queryRows(em, LOCK, [tenantId, personId]);
  await queryRows(em, 'SELECT FROM users WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, personId]);
  // Those that came while this waited.
  await queryRows(em, LOCK, [tenantId, personId]);
}

/** The open tasks that a person holds or owns. */
export async function tasksOf(
  em: EntityManager,
  tenantId: string,
  personId: string,
  substituteId: string | null,
): Promise<LeftTask[]> {
  return queryRows<LeftTask>(em, TASKS, [tenantId, personId, substituteId]);
}

const CANDIDATES = `FROM task_candidates c WHERE c.tenant_id = t.tenant_id AND c.task_id = t.id`;

const TASKS = `
  SELECT t.id, t.revision, t.status, t.suspended_from AS "suspendedFrom", t.assignee_id AS "assigneeId",
         t.owner_id AS "ownerId", t.workflow_id AS "workflowId",
         (SELECT c.principal_id ${CANDIDATES} AND c.role = 'candidate' AND c.principal_kind = 'group'
          ORDER BY c.principal_id = t.group_id DESC NULLS LAST, c.principal_id LIMIT 1) AS "queueId",
         EXISTS (SELECT ${CANDIDATES} AND c.role = 'candidate' AND c.principal_kind = 'user'
           AND c.principal_id <> $2 AND EXISTS (SELECT FROM users u
             WHERE u.tenant_id = t.tenant_id AND u.id = c.principal_id AND u.active)) AS "hasOthers",
         EXISTS (SELECT ${CANDIDATES} AND c.principal_id = $3::uuid AND (c.role = 'excluded'
           OR (c.role = 'requester' AND ${SELF_APPROVAL} = 'forbid'))) AS "excludesSubstitute"
  FROM tasks t
  WHERE t.tenant_id = $1 AND t.closed_at IS NULL AND (t.assignee_id = $2 OR t.owner_id = $2) ORDER BY t.id`;
