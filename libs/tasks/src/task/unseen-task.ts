import { requireScope, type TenantContext } from '@orkestra/tenancy';
import { actorOf, maySee } from './task-roles';
import type { TaskView } from './task-view';

/** A task, or that there is none, read for whoever asks next: it shows itself only to those who may see it. */
export class UnseenTask {
  readonly #task: TaskView | null;
  readonly #tenantId: string;

  constructor(tenantId: string, task: TaskView | null) {
    this.#tenantId = tenantId;
    this.#task = task;
  }

  /** A copy of its own for each; null for whoever may not see it, and where there is none. @throws MissingScopeError */
  shownTo(ctx: TenantContext): TaskView | null {
    requireScope(ctx, 'tasks:read');
    const task = ctx.tenantId === this.#tenantId ? this.#task : null;
    return task !== null && maySee(task, actorOf(ctx)) ? { ...task } : null;
  }
}
