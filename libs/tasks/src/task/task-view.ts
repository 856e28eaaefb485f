import { TOOL_APPROVAL } from './tool-approval-type';
import type { TaskAccess } from './task-roles';
import type { TaskStatus } from './task-status';

export type DeliveryStatus = 'pending' | 'delivered' | 'moot' | 'dead';

/** How many of those who may vote have to approve. */
export type Quorum = (
  | { rule: 'any' | 'all' }
  | { rule: 'count' | 'per-group'; count: number }
  | { rule: 'percentage'; percentage: number }
) & { veto?: boolean };

/** A task as the use cases return it: no form, context or result, which are read apart. */
export interface TaskView extends TaskAccess {
  id: string;
  tenantId: string;
  title: string;
  description: string | null;
  type: string | null;
  /** `completed`, `approved`, `rejected`, `cancelled` or `expired` once the task is closed. */
  outcome: string | null;
  outcomeReason: string | null;
  /** 0 (least) to 100 (most urgent). */
  priority: number;
  dueAt: Date | null;
  expiresAt: Date;
  workflowId: string | null;
  /** The built-in workflow that keeps the timers of a task which no workflow waits for. */
  timerWorkflowId: string | null;
  conversationId: string | null;
  /** The person for whom it was asked, where the one who asked said so. */
  onBehalfOf: string | null;
  escalationLevel: number;
  quorum: Quorum | null;
  /** Counts the versions of what is to be approved. */
  round: number;
  /** Where a suspended task was, and when it was put aside. */
  suspendedFrom: TaskStatus | null;
  pausedAt: Date | null;
  /** When it comes back by itself. */
  resumesAt: Date | null;
  /** Whether the due date counts working hours. */
  calendarDue: boolean;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

/** The row that `TASK_COLUMNS` selects. */
export interface TaskRow extends Omit<
  TaskView,
  'dueAt' | 'candidates' | 'excluded' | 'requesters' | 'createdBy' | 'voting' | 'voters'
> {
  dueAt: Date | number;
  createdByKind: string;
  createdById: string;
  people: { kind: 'user' | 'group'; id: string; role: 'candidate' | 'excluded' | 'requester' }[] | null;
  voters: string[] | null;
}

/** What the tenant of the approval `t` says now of requesters who decide it themselves; null of other tasks. */
export const SELF_APPROVAL = `CASE WHEN t.approval OR t.type = '${TOOL_APPROVAL}' THEN
    (SELECT coalesce(s.settings ->> 'selfApproval', 'forbid') FROM tenants s WHERE s.id = t.tenant_id)
  END`;

/** The columns of a task, from `tasks t`: with its candidates and voters, so that a list needs no query per row. */
export const TASK_COLUMNS = `
  t.id, t.tenant_id AS "tenantId", t.title, t.description, t.type, t.status, t.outcome,
  t.outcome_reason AS "outcomeReason", t.priority, t.due_at AS "dueAt", t.expires_at AS "expiresAt",
  t.assignee_id AS "assigneeId", t.owner_id AS "ownerId", t.group_id AS "groupId",
  t.workflow_id AS "workflowId", t.escalation_level AS "escalationLevel", t.revision,
  t.created_by_kind AS "createdByKind", t.created_by_id AS "createdById",
  t.started_by_id AS "startedById", t.timer_workflow_id AS "timerWorkflowId",
  t.conversation_id AS "conversationId", t.on_behalf_of AS "onBehalfOf", t.decidable_by AS "decidableBy", t.approval, t.quorum, t.round,
  t.waiting_for AS "waitingFor", t.suspended_from AS "suspendedFrom", t.paused_at AS "pausedAt",
  t.resumes_at AS "resumesAt", t.calendar_due AS "calendarDue", t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.closed_at AS "closedAt",
  (SELECT json_agg(json_build_object('kind', c.principal_kind, 'id', c.principal_id, 'role', c.role))
     FROM task_candidates c WHERE c.tenant_id = t.tenant_id AND c.task_id = t.id) AS people,
  CASE WHEN t.quorum IS NOT NULL THEN
    (SELECT json_agg(d.voter_id) FROM task_decisions d
     WHERE d.tenant_id = t.tenant_id AND d.task_id = t.id AND d.round = t.round
       AND d.vote <> 'changes_requested') END AS voters,
  ${SELF_APPROVAL} AS "selfApproval"`;

/** Field by field, since a page makes hundreds of them, and copies by spreading cost several times as much. */
export function toTaskView(row: TaskRow): TaskView {
  return {
    id: row.id,
    tenantId: row.tenantId,
    title: row.title,
    description: row.description,
    type: row.type,
    status: row.status,
    outcome: row.outcome,
    outcomeReason: row.outcomeReason,
    priority: row.priority,
    // The table holds 'infinity' where a task has no due date, so that it sorts last.
    dueAt: row.dueAt instanceof Date ? row.dueAt : null,
    expiresAt: row.expiresAt,
    assigneeId: row.assigneeId,
    ownerId: row.ownerId,
    groupId: row.groupId,
    workflowId: row.workflowId,
    timerWorkflowId: row.timerWorkflowId,
    conversationId: row.conversationId,
    onBehalfOf: row.onBehalfOf,
    escalationLevel: row.escalationLevel,
    createdBy: { kind: row.createdByKind, id: row.createdById },
    startedById: row.startedById,
    decidableBy: row.decidableBy,
    approval: row.approval,
    selfApproval: row.selfApproval,
    quorum: row.quorum,
    voting: row.quorum !== null,
    voters: row.voters ?? [],
    round: row.round,
    waitingFor: row.waitingFor,
    suspendedFrom: row.suspendedFrom,
    pausedAt: row.pausedAt,
    resumesAt: row.resumesAt,
    calendarDue: row.calendarDue,
    revision: row.revision,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    closedAt: row.closedAt,
    ...listedBy(row.people ?? []),
  };
}

function listedBy(people: NonNullable<TaskRow['people']>) {
  const candidates: TaskView['candidates'] = { users: [], groups: [] };
  const excluded: string[] = [];
  const requesters: string[] = [];
  for (const { kind, id, role } of people) {
    if (role === 'excluded') excluded.push(id);
    else if (role === 'requester') requesters.push(id);
    else candidates[kind === 'user' ? 'users' : 'groups'].push(id);
  }
  return { candidates, excluded, requesters };
}
