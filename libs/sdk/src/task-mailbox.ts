import type { TaskClosed } from './contract';

/** Holds decisions by task id until `task()` takes them; early, late and repeated deliveries are harmless. */
export class TaskMailbox {
  private readonly waiting = new Map<string, TaskClosed>();
  private readonly taken = new Set<string>();

  deliver(message: unknown): void {
    if (!isTaskClosed(message)) return;
    if (this.taken.has(message.taskId) || this.waiting.has(message.taskId)) return;
    this.waiting.set(message.taskId, message);
  }

  has(taskId: string): boolean {
    return this.waiting.has(taskId);
  }

  /** The decision, once; what arrives for this task later is dropped. */
  take(taskId: string): TaskClosed | undefined {
    const closed = this.waiting.get(taskId);
    this.waiting.delete(taskId);
    this.taken.add(taskId);
    return closed;
  }
}

function isTaskClosed(message: unknown): message is TaskClosed {
  if (typeof message !== 'object' || message === null) return false;
  const { taskId, outcome } = message as Partial<TaskClosed>;
  return typeof taskId === 'string' && typeof outcome === 'string';
}
