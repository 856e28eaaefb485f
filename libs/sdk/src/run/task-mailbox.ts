import type { TaskClosed } from '../contract/contract';

/**
 * Keeps what signals say of tasks (a decision, a change) until whoever waits for the task takes it. A delivery that is early,
 * late or repeated is harmless.
 */
export class TaskMailbox {
  private readonly waiting = new Map<string, TaskClosed>();
  private readonly changed = new Set<string>();
  private readonly taken = new Set<string>();

  deliver(message: unknown): void {
    if (!isTaskClosed(message)) return;
    if (this.taken.has(message.taskId) || this.waiting.has(message.taskId)) return;
    this.waiting.set(message.taskId, message);
  }

  /** The signal `orkestra.taskChanged`: whoever waits for the task asks the server how it stands. */
  deliverChange(message: unknown): void {
    const taskId = taskIdOf(message);
    if (taskId !== undefined && !this.taken.has(taskId)) this.changed.add(taskId);
  }

  has(taskId: string): boolean {
    return this.waiting.has(taskId);
  }

  hasChange(taskId: string): boolean {
    return this.changed.has(taskId);
  }

  /** The change is about to be looked at; one that comes from now on is another. */
  takeChange(taskId: string): void {
    this.changed.delete(taskId);
  }

  /** The decision, once; what arrives for this task later is dropped. */
  take(taskId: string): TaskClosed | undefined {
    const closed = this.waiting.get(taskId);
    this.waiting.delete(taskId);
    this.changed.delete(taskId);
    this.taken.add(taskId);
    return closed;
  }
}

function isTaskClosed(message: unknown): message is TaskClosed {
  return taskIdOf(message) !== undefined && typeof (message as Partial<TaskClosed>).outcome === 'string';
}

function taskIdOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { taskId } = message as Partial<TaskClosed>;
  return typeof taskId === 'string' ? taskId : undefined;
}
