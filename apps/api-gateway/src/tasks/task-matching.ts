import { allowedActions, isClosed, type TaskFilter, type TaskView } from '@orkestra/tasks';
import type { Principal } from '@orkestra/tenancy';

/** A filter whose group is resolved. */
export interface ResolvedFilter extends Omit<TaskFilter, 'group'> {
  groupId?: string;
}

/** Whether a list with this filter would show the task. The list itself asks Postgres; see `TasksService.list`. */
export function matches(task: TaskView, filter: ResolvedFilter, principal: Principal): boolean {
  if (!statusMatches(task, filter)) return false;
  if (filter.workflowId !== undefined && task.workflowId !== filter.workflowId) return false;
  if (filter.groupId !== undefined && task.groupId !== filter.groupId) return false;
  if (filter.assignedToMe && task.assigneeId !== principal.id) return false;
  return !filter.candidate || allowedActions(task, principal).includes('claim');
}

/** Without a status a list shows open tasks, or all those of one workflow. */
function statusMatches({ status }: TaskView, filter: ResolvedFilter): boolean {
  if (filter.status?.length) return filter.status.includes(status);
  return filter.workflowId !== undefined || !isClosed(status);
}
