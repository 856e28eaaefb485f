import { Injectable } from '@nestjs/common';
import { DomainError } from '@orkestra/core';
import { actorOf, allowedActions, isClosed, TaskDetailsService, TasksService } from '@orkestra/tasks';
import { type OutsidePerson, PersonEntrance, type TenantContext } from '@orkestra/tenancy';
import type { Answer, AnswerLook, AnswerOutcome, OpenTask } from './answer';
import { AnswerAttempts, operationOf } from './answer-attempts.store';
import { AnswerCommands } from './answer-commands.service';
import { AnswerRefusals } from './answer-refusals.service';

/**
 * Lets in whoever answers, by the record of what they did; undefined where they are nobody any more.
 */
export type Entering = (credentialId: string) => Promise<TenantContext | undefined>;

/**
 * Where answers from outside the app come in, from whatever channel. Each is done as the person themselves, by the use
 * cases of the app, which ask the table of allowed actions in the transaction that decides; and each is written down.
 */
@Injectable()
export class AnswerDesk {
  constructor(
    private readonly people: PersonEntrance,
    private readonly attempts: AnswerAttempts,
    private readonly commands: AnswerCommands,
    private readonly refusals: AnswerRefusals,
    private readonly tasks: TasksService,
    private readonly details: TaskDetailsService,
  ) {}

  /**
   * Does what a click asks for, once, and says what came of it. What is in the way is an outcome and no error.
   * @throws a DomainError of the kind `limited` or `unavailable`: nothing is known to be done, bring the same click again
   */
  async answer(answer: Answer): Promise<AnswerOutcome> {
    const { tenantId, personId, origin } = answer;
    const { channel, remoteAddress, userAgent } = origin;
    return this.answerAs(answer, (credentialId) =>
      this.people.enter({ tenantId, personId, channel, credentialId }, { remoteAddress, userAgent }),
    );
  }

  /** The same for who comes in by a door of their own, as guests do. */
  async answerAs(answer: Answer, enter: Entering): Promise<AnswerOutcome> {
    const { tenantId } = answer;
    const { id, doneBefore } = await this.attempts.begin(answer);
    try {
      const outcome = await this.outcomeOf(answer, () => enter(id), doneBefore);
      await this.attempts.end(tenantId, id, outcome.kind, 'code' in outcome ? outcome.code : null);
      return outcome;
    } catch (error) {
      const code = error instanceof DomainError ? error.code : 'internal';
      // What went wrong first is what counts.
      await this.attempts.end(tenantId, id, 'failed', code).catch(() => undefined);
      throw error;
    }
  }

  /** The task as the person may see it now, and what they may do. Changes nothing and records nothing. */
  async look(person: OutsidePerson, taskId: string): Promise<AnswerLook> {
    return this.lookAs(() => this.people.enter(person, {}, 'look'), taskId);
  }

  async lookAs(enter: () => ReturnType<Entering>, taskId: string): Promise<AnswerLook> {
    const entered = await entering(enter);
    if (!('ctx' in entered)) return entered;
    const { ctx } = entered;
    try {
      const task = await this.tasks.get(ctx, taskId);
      if (isClosed(task.status)) return await this.refusals.endedFor(ctx, task);
      return {
        kind: 'open',
        task,
        allowed: allowedActions(task, actorOf(ctx)),
        ...(await this.shown(ctx, task.id)),
      };
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not_found') return { kind: 'gone' };
      throw error;
    }
  }

  private async shown(
    ctx: TenantContext,
    taskId: string,
  ): Promise<Pick<OpenTask, 'payload' | 'payloadDigest' | 'form' | 'context'>> {
    const [approvals, payloads] = await Promise.all([
      this.details.approvals(ctx, [taskId]),
      this.details.payloads(ctx, [taskId]),
    ]);
    const { payload = null, payloadDigest = null } = approvals.get(taskId) ?? {};
    const { form = null, context = null } = payloads.get(taskId) ?? {};
    return { payload, payloadDigest, form, context };
  }

  private async outcomeOf(
    answer: Answer,
    enter: () => ReturnType<Entering>,
    doneBefore: boolean,
  ): Promise<AnswerOutcome> {
    const { taskId, origin, key } = answer;
    if (!origin.proof.passed) return UNPROVED;
    const entered = await entering(enter);
    if (!('ctx' in entered)) return entered;
    const { ctx } = entered;
    try {
      const task = doneBefore
        ? await this.tasks.get(ctx, taskId)
        : await this.commands.run(ctx, answer, operationOf(origin.channel, key));
      return { kind: 'done', task, repeated: doneBefore };
    } catch (error) {
      return this.refusals.outcomeOf(ctx, taskId, error);
    }
  }
}

async function entering(
  enter: () => ReturnType<Entering>,
): Promise<{ ctx: TenantContext } | Extract<AnswerOutcome, { kind: 'inactive' }>> {
  try {
    const ctx = await enter();
    return ctx === undefined ? LEFT : { ctx };
  } catch (error) {
    if (error instanceof DomainError && !['limited', 'unavailable'].includes(error.kind))
      return { kind: 'inactive', message: error.message };
    throw error;
  }
}

const UNPROVED: AnswerOutcome = {
  kind: 'not_allowed',
  code: 'answers.unproved',
  message: 'It is not proved who sent this. Open the task in Orkestra.',
  allowed: [],
};

const LEFT = { kind: 'inactive', message: 'You are not, or no longer, active in this workspace.' } as const;
