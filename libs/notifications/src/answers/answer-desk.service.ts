import { Injectable } from '@nestjs/common';
import { DomainError } from '@orkestra/core';
import { actorOf, allowedActions, isClosed, TaskDetailsService, TasksService } from '@orkestra/tasks';
import { type OutsidePerson, PersonEntrance, type TenantContext } from '@orkestra/tenancy';
import type { Answer, AnswerLook, AnswerOutcome } from './answer';
import { AnswerAttempts, operationOf } from './answer-attempts.store';
import { AnswerCommands } from './answer-commands.service';
import { AnswerRefusals } from './answer-refusals.service';

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
    const { tenantId } = answer;
    const { id, doneBefore } = await this.attempts.begin(answer);
    try {
      const outcome = await this.outcomeOf(answer, id, doneBefore);
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
    const entered = await this.enter(person);
    if (!('ctx' in entered)) return entered;
    const { ctx } = entered;
    try {
      const task = await this.tasks.get(ctx, taskId);
      if (isClosed(task.status)) return await this.refusals.endedFor(ctx, task);
      const shown = task.approval ? (await this.details.approvals(ctx, [task.id])).get(task.id) : undefined;
      const allowed = allowedActions(task, actorOf(ctx));
      const payloadDigest = shown?.payloadDigest ?? null;
      return { kind: 'open', task, allowed, payload: shown?.payload ?? null, payloadDigest };
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not_found') return { kind: 'gone' };
      throw error;
    }
  }

  private async outcomeOf(answer: Answer, attemptId: string, doneBefore: boolean): Promise<AnswerOutcome> {
    const { tenantId, personId, taskId, origin, key } = answer;
    const { channel, proof, remoteAddress, userAgent } = origin;
    if (!proof.passed) return UNPROVED;
    const entered = await this.enter(
      { tenantId, personId, channel, credentialId: attemptId },
      { remoteAddress, userAgent },
    );
    if (!('ctx' in entered)) return entered;
    const { ctx } = entered;
    try {
      const task = doneBefore
        ? await this.tasks.get(ctx, taskId)
        : await this.commands.run(ctx, answer, operationOf(channel, key));
      return { kind: 'done', task, repeated: doneBefore };
    } catch (error) {
      return this.refusals.outcomeOf(ctx, taskId, error);
    }
  }

  private async enter(
    person: OutsidePerson,
    from = {},
  ): Promise<{ ctx: TenantContext } | Extract<AnswerOutcome, { kind: 'inactive' }>> {
    try {
      const ctx = await this.people.enter(person, from);
      return ctx === undefined ? LEFT : { ctx };
    } catch (error) {
      if (error instanceof DomainError && !['limited', 'unavailable'].includes(error.kind))
        return { kind: 'inactive', message: error.message };
      throw error;
    }
  }
}

const UNPROVED: AnswerOutcome = {
  kind: 'not_allowed',
  code: 'answers.unproved',
  message: 'It is not proved who sent this. Open the task in Orkestra.',
  allowed: [],
};

const LEFT = { kind: 'inactive', message: 'You are not, or no longer, active in this workspace.' } as const;
