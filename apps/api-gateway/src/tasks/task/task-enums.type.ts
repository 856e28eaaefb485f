import { registerEnumType } from '@nestjs/graphql';
import type { DeliveryStatus, TaskAccess, TaskAction, TaskClosedMessage, TaskStatus } from '@orkestra/tasks';

export type TaskOutcome = TaskClosedMessage['outcome'];

export const TaskStatusEnum = {
  READY: 'READY',
  RESERVED: 'RESERVED',
  IN_PROGRESS: 'IN_PROGRESS',
  SUSPENDED: 'SUSPENDED',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
} as const satisfies Record<TaskStatus, TaskStatus>;

export const TaskOutcomeEnum = {
  COMPLETED: 'completed',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
} as const satisfies Record<Uppercase<TaskOutcome>, TaskOutcome>;

export const TaskActionEnum = {
  CLAIM: 'claim',
  RELEASE: 'release',
  START: 'start',
  STOP: 'stop',
  COMPLETE: 'complete',
  CLAIM_AND_COMPLETE: 'claim_and_complete',
  APPROVE: 'approve',
  REJECT: 'reject',
  REQUEST_CHANGES: 'request_changes',
  ANSWER_CHANGES: 'answer_changes',
  DELEGATE: 'delegate',
  RESOLVE: 'resolve',
  FORWARD: 'forward',
  ASSIGN: 'assign',
  NOMINATE: 'nominate',
  SUSPEND: 'suspend',
  RESUME: 'resume',
  CANCEL: 'cancel',
  EXPIRE: 'expire',
  ESCALATE: 'escalate',
  SET_PRIORITY: 'set_priority',
  SET_DUE_DATE: 'set_due_date',
} as const satisfies Record<Uppercase<TaskAction>, TaskAction>;

export const DeliveryStatusEnum = {
  PENDING: 'pending',
  DELIVERED: 'delivered',
  MOOT: 'moot',
  DEAD: 'dead',
} as const satisfies Record<Uppercase<DeliveryStatus>, DeliveryStatus>;

export const DecidableByEnum = {
  PEOPLE: 'people',
  ANYONE: 'anyone',
} as const satisfies Record<Uppercase<TaskAccess['decidableBy']>, TaskAccess['decidableBy']>;

registerEnumType(DecidableByEnum, {
  name: 'TaskDecidableBy',
  description: 'Whether programs may decide a task.',
  valuesMap: { ANYONE: { description: 'People, and programs whose key has the scope `tasks:complete`.' } },
});
registerEnumType(TaskStatusEnum, {
  name: 'TaskStatus',
  description: 'Where a task stands in its life cycle.',
  valuesMap: {
    READY: { description: 'Waits for a candidate to claim it.' },
    RESERVED: { description: 'Somebody holds it.' },
    IN_PROGRESS: { description: 'Whoever holds it has begun.' },
    SUSPENDED: { description: 'Put aside; it remembers where it was.' },
  },
});
registerEnumType(TaskOutcomeEnum, { name: 'TaskOutcome', description: 'How a task ended.' });
registerEnumType(TaskActionEnum, {
  name: 'TaskAction',
  description: 'What the viewer may do with a task now.',
});
registerEnumType(DeliveryStatusEnum, {
  name: 'DeliveryStatus',
  description: 'Whether the workflow has heard of the decision.',
  valuesMap: {
    PENDING: { description: 'On its way.' },
    DELIVERED: { description: 'The workflow has it.' },
    MOOT: { description: 'The workflow had ended before.' },
    DEAD: { description: 'Given up after many attempts; an operator can replay it.' },
  },
});
