import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '@orkestra/core';
import { AuditLog, requireScope, seesEverything, type TenantContext } from '@orkestra/tenancy';
import { TaskCommands } from '../commands/task-commands.service';
import { type SecretKind, TaskSecrets } from '../secrets/task-secrets.service';
import { actorOf } from '../task/task-roles';
import { allowedActions } from '../task/task.state';
import type { TaskView } from '../task/task-view';
import { NothingToRevealError, RevealForbiddenError } from './reveal.errors';

const LONGEST_REASON = 500;
const DECIDING = ['complete', 'claim_and_complete', 'approve', 'reject'] as const;

export interface Reveal {
  taskId: string;
  /** `/context` or `/result` and the JSON pointer in it, as the mask stands: `/context/customer/iban`. */
  path: string;
  /** Why, for whoever reads the audit log; at most 500 characters are kept. */
  reason?: string | undefined;
}

/** Shows one sensitive value of a task, and writes down who has seen it. */
@Injectable()
export class RevealService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly commands: TaskCommands,
    private readonly secrets: TaskSecrets,
    private readonly audit: AuditLog,
  ) {}

  /** @throws TaskNotFoundError, RevealForbiddenError, NothingToRevealError */
  async reveal(ctx: TenantContext, { taskId, path, reason }: Reveal): Promise<{ value: unknown }> {
    requireScope(ctx, 'tasks:read');
    return this.database.run(ctx, async (em) => {
      const task = await this.commands.read(em, ctx, taskId);
      if (!mayReveal(ctx, task)) throw new RevealForbiddenError();
      const [, kind, pointer] = /^\/(context|result)(\/.*)$/s.exec(path) ?? [];
      if (kind === undefined || pointer === undefined) throw new NothingToRevealError();
      const key = { tenantId: ctx.tenantId, taskId: task.id, kind: kind as SecretKind };
      const secrets = await this.secrets.read(em, key);
      if (secrets === null || !Object.hasOwn(secrets.values, pointer)) throw new NothingToRevealError();
      const why = reason?.replaceAll('\0', '').trim().slice(0, LONGEST_REASON);
      await this.audit.record(em, ctx, {
        action: 'task.revealed',
        target: { kind: 'task', id: task.id },
        details: { path, ...(why ? { reason: why } : {}) },
      });
      return { value: secrets.values[pointer] };
    });
  }
}

function mayReveal(ctx: TenantContext, task: TaskView): boolean {
  if (ctx.principal.kind !== 'user') return false;
  if (seesEverything(ctx)) return true;
  const allowed: readonly string[] = allowedActions(task, actorOf(ctx));
  return DECIDING.some((action) => allowed.includes(action));
}
