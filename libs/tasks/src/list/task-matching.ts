import type { Principal } from '@orkestra/tenancy';
import { isClosed } from '../task/task-status';
import type { TaskView } from '../task/task-view';
import { allowedActions } from '../task/task.state';
import type { PriorityRange, TaskFilter, TimeRange } from './task-filter';

/** A filter whose group and assignee are resolved. */
export interface ResolvedFilter extends Omit<TaskFilter, 'group' | 'assignee'> {
  groupId?: string;
  assigneeId?: string;
}

/**
 * Whether a list with this filter would show the task, but for the filter's text: for that ask `TaskSearch`.
 * The list itself asks Postgres; see `TasksService.list`.
 */
export function matchesFilter(task: TaskView, filter: ResolvedFilter, principal: Principal): boolean {
  return (
    statusMatches(task, filter) &&
    assigneeMatches(task, filter, principal) &&
    (filter.workflowId === undefined || task.workflowId === filter.workflowId) &&
    (filter.groupId === undefined || task.groupId === filter.groupId) &&
    (filter.type === undefined || task.type === filter.type) &&
    priorityMatches(task, filter.priority) &&
    isWithin(task.dueAt, filter.due) &&
    isWithin(task.createdAt, filter.created) &&
    (!filter.candidate || mayTake(task, principal))
  );
}

/** Without a status a list shows open tasks, or all those of one workflow. */
function statusMatches({ status }: TaskView, filter: ResolvedFilter): boolean {
  if (filter.status?.length) return filter.status.includes(status);
  return filter.workflowId !== undefined || !isClosed(status);
}

function assigneeMatches({ assigneeId }: TaskView, filter: ResolvedFilter, { id }: Principal): boolean {
  if (filter.assignedToMe) return assigneeId === id;
  if (filter.assigneeId !== undefined) return assigneeId === filter.assigneeId;
  return !filter.unassigned || assigneeId === null;
}

function priorityMatches({ priority }: TaskView, { min, max }: PriorityRange = {}): boolean {
  return priority >= (min ?? 0) && priority <= (max ?? 100);
}

/** What has no date is in no range. */
function isWithin(date: Date | null, { from, until }: TimeRange = {}): boolean {
  if (from == null && until == null) return true;
  return date !== null && (from == null || date >= from) && (until == null || date < until);
}

/** A task that waits is claimed, or voted on where several decide. */
function mayTake(task: TaskView, principal: Principal): boolean {
  if (task.status !== 'READY') return false;
  const actions = allowedActions(task, principal);
  return actions.includes('claim') || (task.voting && actions.includes('approve'));
}
