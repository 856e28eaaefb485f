/** The life cycle of a task; names of WS-HumanTask. Escalation is a level and an event, never a state. */
export const TASK_STATUSES = [
  'READY',
  'RESERVED',
  'IN_PROGRESS',
  'SUSPENDED',
  'COMPLETED',
  'CANCELLED',
  'EXPIRED',
] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

const CLOSED: readonly TaskStatus[] = ['COMPLETED', 'CANCELLED', 'EXPIRED'];

export function isClosed(status: TaskStatus): boolean {
  return CLOSED.includes(status);
}
