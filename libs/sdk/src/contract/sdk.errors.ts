import { ApplicationFailure } from '@temporalio/workflow';
import type { TaskClosed } from './contract';

/** What a failure says about its task; the same goes into the failure's `details`. */
export interface TaskFailureDetails {
  taskId: string;
  reason?: string;
}

function failureArguments(type: string, sentence: string, closed: TaskClosed) {
  const details: TaskFailureDetails = { taskId: closed.taskId, reason: closed.reason };
  const message = closed.reason ? `${sentence}: ${closed.reason}` : sentence;
  return [message, type, true, [details]] as const;
}

/** A task that the workflow waited for was cancelled. Not caught, it fails the workflow with this type. */
export class TaskCancelledError extends ApplicationFailure {
  readonly taskId: string;
  readonly reason?: string;

  constructor(title: string, closed: TaskClosed) {
    const by = closed.completedBy ? ` by ${closed.completedBy.displayName}` : '';
    const [message, type, nonRetryable, details] = failureArguments(
      'TaskCancelledError',
      `The task "${title}" was cancelled${by}`,
      closed,
    );
    super(message, type, nonRetryable, details.slice());
    this.taskId = closed.taskId;
    this.reason = closed.reason;
  }
}

/** A task that the workflow waited for reached the end of its time to live undecided. */
export class TaskExpiredError extends ApplicationFailure {
  readonly taskId: string;
  readonly reason?: string;

  constructor(title: string, closed: TaskClosed) {
    const [message, type, nonRetryable, details] = failureArguments(
      'TaskExpiredError',
      `The task "${title}" expired before anybody decided it`,
      closed,
    );
    super(message, type, nonRetryable, details.slice());
    this.taskId = closed.taskId;
    this.reason = closed.reason;
  }
}

// Temporal makes `name` read-only on the parent's prototype, so an assignment would throw.
for (const type of [TaskCancelledError, TaskExpiredError]) {
  Object.defineProperty(type.prototype, 'name', { value: type.name, enumerable: true });
}

/** A text or number that is not a duration. */
export function invalidDuration(value: unknown, why: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(
    `${JSON.stringify(value)} is not a duration: ${why}`,
    'duration.invalid',
  );
}

/** A workflow written or started in a way that cannot work; `code` says how. */
export function workflowFailure(code: string, message: string, details?: unknown): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, code, ...(details === undefined ? [] : [details]));
}
