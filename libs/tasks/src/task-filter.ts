import type { TaskStatus } from './task.state';

/** Which tasks a list or a subscription is about. */
export interface TaskFilter {
  /** Open statuses or closed ones, not both; default all open ones (all, for one workflow). */
  status?: TaskStatus[];
  /** What the principal holds. */
  assignedToMe?: boolean;
  /** What the principal may claim. */
  candidate?: boolean;
  /** A group's key. */
  group?: string;
  workflowId?: string;
}
