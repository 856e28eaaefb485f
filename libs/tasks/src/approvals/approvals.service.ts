import { Injectable } from '@nestjs/common';
import { Clock, digest, Ids, queryRows, unstorable } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type CheckedAnswer, checkedAnswer } from '../answer/checked-answer';
import { type Plan, type TaskCommand, TaskCommands } from '../commands/task-commands.service';
import { checkedReason, invalid, TaskControlService } from '../control/task-control.service';
import { selfApprovalDetails } from '../task/self-approval';
import type { TaskView } from '../task/task-view';
import { RoundAnsweredError } from '../task/task.errors';
import { approvalPayload } from './approval.schema';
import { outcomeOf, type Vote } from '../voting/quorum';
import { readElectorate, readVotes } from '../voting/voters.queries';
import { RefusedError } from '../task/refused.errors';
import { mask } from '../secrets/masked';
import { TaskSecrets } from '../secrets/task-secrets.service';

export interface ApprovalCommand extends TaskCommand {
  /** Hexadecimal digest of the payload that was shown; refused when it is another by now. */
  payloadDigest: string;
  /** Needed for a rejection and for a request for changes. */
  reason?: string | undefined;
  /** What the form asks for, where the approval has one; only with an approval. */
  data?: unknown;
  /** Whether defaults stand in for what the answer leaves out; true where not said. */
  fillDefaults?: boolean | undefined;
}

export interface AnswerChangesCommand extends TaskCommand {
  /** The new version of what is to be approved. */
  payload: unknown;
  comment?: string | undefined;
  /** The round of the request that this answers; an answer to an older round is a conflict. */
  round?: number | undefined;
}

/** Decisions about something that was shown: by one person or by a vote, bound to the digest of what they saw. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly commands: TaskCommands,
    private readonly control: TaskControlService,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly secrets: TaskSecrets,
  ) {}

  /** @throws `task.payload_changed` when the payload is not the one that was shown */
  async approve(ctx: TenantContext, command: ApprovalCommand): Promise<TaskView> {
    return this.commands.run(
      ctx,
      'approve',
      command,
      async (em, before) => {
        const { data, sensitive } = await checkedAnswer(
          em,
          ctx,
          before,
          command.data ?? {},
          command.fillDefaults,
        );
        return this.vote(ctx, em, before, command, { vote: 'approved', data, sensitive });
      },
      { locked: true },
    );
  }

  /** @throws `task.payload_changed` when the payload is not the one that was shown */
  async reject(ctx: TenantContext, command: ApprovalCommand): Promise<TaskView> {
    return this.commands.run(
      ctx,
      'reject',
      command,
      (em, before) => {
        neededReason(command);
        return this.vote(ctx, em, before, command, { vote: 'rejected', data: {}, sensitive: [] });
      },
      { locked: true },
    );
  }

  /** Asks the requester for another version. The task's clock stands still until they answer. */
  async requestChanges(ctx: TenantContext, command: ApprovalCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'request_changes', command, async (em, before) => {
      const reason = neededReason(command);
      const payloadDigest = await checkPayload(em, before, command.payloadDigest);
      const pausedAt = this.clock.now();
      return {
        kind: 'changes_requested',
        note: reason,
        change: { status: 'SUSPENDED', suspendedFrom: before.status, pausedAt, waitingFor: 'requester' },
        timers: 'changed',
        decision: { vote: 'changes_requested', reason, payloadDigest },
      };
    });
  }

  /** Puts a new version in the place of the old one, which stays readable. Votes on the old one do not count any more. */
  async answerChanges(ctx: TenantContext, command: AnswerChangesCommand): Promise<TaskView> {
    const problem = unstorable(command.payload, '/payload');
    if (problem !== null) throw invalid(problem.pointer, problem.message);
    const parsed = approvalPayload.safeParse(command.payload);
    if (!parsed.success) throw invalid('/payload', parsed.error.issues[0]?.message ?? 'is no JSON');
    return this.commands.run(ctx, 'answer_changes', command, async (em, before) => {
      if (command.round !== undefined && command.round !== before.round)
        throw new RoundAnsweredError(before.round);
      const resumption = await this.control.resumption(em, before);
      return {
        ...resumption,
        kind: 'changes_answered',
        note: checkedReason(command.comment),
        change: { ...resumption.change, round: before.round + 1 },
        details: { payload: { after: digest(parsed.data).toString('hex') } },
        write: async (after) => {
          await resumption.write?.(after);
          await replacePayload(em, before, parsed.data);
        },
      };
    });
  }

  private async vote(
    ctx: TenantContext,
    em: EntityManager,
    before: TaskView,
    command: ApprovalCommand,
    { vote, data, sensitive }: { vote: Vote } & CheckedAnswer,
  ): Promise<Plan> {
    const reason = checkedReason(command.reason);
    const payloadDigest = await checkPayload(em, before, command.payloadDigest);
    const outcome = await this.outcome(ctx, em, before, vote);
    const { body: result, digest: resultDigest, secrets } = mask(data, sensitive);
    const decision = { vote, reason, payloadDigest, resultDigest };
    const flag = selfApprovalDetails(before, ctx);
    if (outcome === null) {
      return {
        kind: 'voted',
        sensitive: secrets !== null,
        note: reason,
        change: {},
        details: { vote, ...flag },
        decision,
      };
    }
    const holds = ctx.principal.kind === 'user' && ctx.guest === undefined && !before.voting;
    const holder = holds ? ctx.principal.id : before.assigneeId;
    return {
      kind: outcome,
      sensitive: secrets !== null,
      note: reason,
      change: { status: 'COMPLETED', assigneeId: holder, outcome, outcomeReason: reason ?? null },
      details: { vote, payload: { after: command.payloadDigest }, ...flag },
      decision: { ...decision, result },
      write: (after) =>
        this.secrets.write(em, { tenantId: after.tenantId, taskId: after.id, kind: 'result' }, secrets),
    };
  }

  /** What the votes say together with this one; null while they leave it open. */
  private async outcome(
    ctx: TenantContext,
    em: EntityManager,
    task: TaskView,
    vote: Vote,
  ): Promise<Vote | null> {
    if (task.quorum === null) return vote;
    const electorate = await readElectorate(em, task);
    const votes = await readVotes(em, task);
    return outcomeOf(task.quorum, electorate, votes.set(ctx.principal.id, vote));
  }
}

/** @throws InvalidTaskCommandError */
function neededReason({ reason }: ApprovalCommand): string {
  const text = checkedReason(reason);
  if (text === undefined)
    throw invalid('/reason', 'say why, so that the requester can do something about it');
  return text;
}

/** @throws `task.payload_changed` */
async function checkPayload(em: EntityManager, task: TaskView, shown: string): Promise<Buffer> {
  const [row] = await queryRows<{ digest: Buffer }>(
    em,
    `SELECT digest FROM task_payloads WHERE tenant_id = $1 AND task_id = $2 AND kind = 'approval'`,
    [task.tenantId, task.id],
  );
  if (row === undefined) throw new Error(`Task ${task.id} has nothing to approve`);
  if (row.digest.toString('hex') !== shown.toLowerCase()) throw new RefusedError('task.payload_changed');
  return row.digest;
}

async function replacePayload(em: EntityManager, before: TaskView, payload: unknown): Promise<void> {
  await em.query(
    `UPDATE task_payloads SET kind = 'approval-' || $3::text WHERE tenant_id = $1 AND task_id = $2 AND kind = 'approval'`,
    [before.tenantId, before.id, before.round],
  );
  await em.query(
    `INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest) VALUES ($1, $2, 'approval', $3, $4)`,
    [before.tenantId, before.id, JSON.stringify(payload), digest(payload)],
  );
}
