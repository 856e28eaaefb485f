import { Injectable } from '@nestjs/common';
import { ApprovalsService, TasksService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { z } from 'zod';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { anyObject } from '../protocol/any-object.schema';
import { operationKey } from '../protocol/page.schema';
import { Question } from '../protocol/question';
import { defineTool, DESTRUCTIVE, type Tool, type ToolCall, WRITE } from '../protocol/tool';
import { DecisionNeededError, PayloadDigestNeededError } from './task-decision.errors';
import { TaskQuestions } from './task-questions.service';
import { TaskPresenter } from './task.presenter';
import { changedTask, taskId, taskReason } from './task.schema';

const completion = z.strictObject({
  task_id: taskId,
  data: anyObject.optional().describe("The form's fields, as task_get shows it."),
  verdict: z.enum(['approve', 'reject']).optional().describe('For an approval, in place of data.'),
  payload_digest: z.string().max(64).optional().describe('Of what task_get showed; with verdict.'),
  reason: taskReason.describe('Needed to reject.'),
  idempotency_key: operationKey,
});

/** A decision with all that it needs. */
type Completion = z.output<typeof completion> & { expected_revision?: number };

@Injectable()
export class TaskDecisionTools {
  constructor(
    private readonly tasks: TasksService,
    private readonly approvals: ApprovalsService,
    private readonly questions: TaskQuestions,
    private readonly presenter: TaskPresenter,
  ) {}

  get tools(): Tool[] {
    return [this.claim, this.complete];
  }

  private readonly claim = defineTool({
    name: 'task_claim',
    title: 'Claim a task',
    description:
      'Takes a task that waits for you and others, so that you alone may complete it. For people only.',
    scope: 'tasks:write',
    peopleOnly: true,
    annotations: WRITE,
    input: z.strictObject({ task_id: taskId, idempotency_key: operationKey }),
    output: changedTask,
    run: async ({ task_id: taskId, idempotency_key: operationId }, { ctx }) => {
      const task = await this.tasks.claim(ctx, { taskId, operationId });
      const next_action = `Call task_complete with task_id "${taskId}" when it is done.`;
      return { task: this.presenter.summary(task), next_action, notice: DATA_NOTICE };
    },
  });

  private readonly complete = defineTool({
    name: 'task_complete',
    title: 'Decide a task',
    description:
      'Decides a task for good, claiming it in the same step. Only tasks that a workflow lets programs decide, ' +
      'and never one that you created or whose workflow you started. Without either, the person at your client is asked.',
    scope: 'tasks:complete',
    annotations: DESTRUCTIVE,
    input: completion,
    output: changedTask.extend({ decided: z.boolean() }),
    run: async (args, call) => {
      const decision = hasDecision(args) ? args : await this.fromPerson(args, call);
      if (decision instanceof Question) return decision;
      if ('task' in decision) return this.undecided(decision.task);
      const task = await this.decide(call.ctx, decision);
      const next_action = 'The decision is recorded; a workflow that waits for it goes on by itself.';
      return { task: this.presenter.summary(task), decided: true, next_action, notice: DATA_NOTICE };
    },
  });

  /**
   * What the person at the client says, or the question to them.
   * @throws whatever keeps the principal from deciding, before anybody is asked
   */
  private async fromPerson(
    args: Completion,
    { ctx, person }: ToolCall,
  ): Promise<Completion | Question | { task: TaskView }> {
    const task = await this.tasks.decidable(ctx, args.task_id);
    const question = person && (await this.questions.about(ctx, task));
    if (question == null) throw new DecisionNeededError(task.approval);
    const { answer, state } = person ?? {};
    if (answer === undefined) return question;
    if (answer.action !== 'accept') return { task };
    const shown = this.questions.shown(state);
    if (shown === null) return question;
    const { revision: expected_revision, payloadDigest: payload_digest } = shown;
    const { verdict, reason, ...data } = answer.content;
    if (!task.approval) return { ...args, data: answer.content, expected_revision };
    const said = completion.pick({ verdict: true, reason: true }).safeParse({ verdict, reason });
    if (!said.success || said.data.verdict === undefined) return question;
    return { ...args, ...said.data, data, payload_digest, expected_revision };
  }

  private async decide(ctx: TenantContext, args: Completion): Promise<TaskView> {
    const { task_id: taskId, data, verdict, reason, payload_digest: payloadDigest } = args;
    const command = { taskId, operationId: args.idempotency_key, expectedRevision: args.expected_revision };
    if (verdict === undefined) {
      return this.tasks.complete(ctx, { ...command, data, claim: await this.mustClaim(ctx, taskId) });
    }
    if (payloadDigest === undefined) throw new PayloadDigestNeededError();
    return verdict === 'approve'
      ? this.approvals.approve(ctx, { ...command, payloadDigest, reason, data })
      : this.approvals.reject(ctx, { ...command, payloadDigest, reason });
  }

  /** A program never holds a task; a person may. */
  private async mustClaim(ctx: TenantContext, taskId: string): Promise<boolean> {
    return ctx.principal.kind !== 'user' || (await this.tasks.get(ctx, taskId)).status === 'READY';
  }

  private undecided(task: TaskView) {
    const next_action = 'The person did not answer, and the task is as it was. Do not decide in their place.';
    return { task: this.presenter.summary(task), decided: false, next_action, notice: DATA_NOTICE };
  }
}

function hasDecision({ data, verdict }: Completion): boolean {
  return data !== undefined || verdict !== undefined;
}
