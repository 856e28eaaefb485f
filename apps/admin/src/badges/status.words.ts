import type { TaskStatus } from '../generated/graphql';

/** The task states as an operator says them. */
export const statusWords: Record<TaskStatus, string> = {
  READY: 'Ready',
  RESERVED: 'Claimed',
  IN_PROGRESS: 'In progress',
  SUSPENDED: 'Suspended',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
  EXPIRED: 'Expired',
};
