import { ApplicationFailure } from '@temporalio/workflow';
import type { TaskClosed } from './contract';
import { TaskCancelledError, TaskExpiredError } from './sdk.errors';

const closed: TaskClosed = { taskId: 't1', outcome: 'cancelled', completedAt: '2027-01-01T00:00:00.000Z' };
const sam = { kind: 'user', id: 'u1', displayName: 'Sam' } as const;

describe('failures of a task', () => {
  it('say what happened, who did it and why', () => {
    const cancelled = new TaskCancelledError('Refund', { ...closed, completedBy: sam, reason: 'double' });
    expect(cancelled.message).toBe('The task "Refund" was cancelled by Sam: double');
    expect(cancelled).toMatchObject({ type: 'TaskCancelledError', name: 'TaskCancelledError', taskId: 't1' });
    expect(new TaskExpiredError('Refund', closed).message).toBe(
      'The task "Refund" expired before anybody decided it',
    );
  });

  it('are failures to Temporal, told apart by instanceof', () => {
    const cancelled: unknown = new TaskCancelledError('Refund', closed);
    expect(cancelled).toBeInstanceOf(ApplicationFailure);
    expect(cancelled).toBeInstanceOf(TaskCancelledError);
    expect(cancelled).not.toBeInstanceOf(TaskExpiredError);
    expect(ApplicationFailure.nonRetryable('x')).not.toBeInstanceOf(TaskCancelledError);
    expect(cancelled).toMatchObject({ nonRetryable: true });
  });
});
