import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids, TenantDatabase } from '@orkestra/core';
import type { AnswerAction, AnswerOrigin, AnswerOutcome } from './answer';

const LONGEST_TEXT = 200;

/** What is known of a click before anybody has looked at it. */
export interface Attempt {
  tenantId: string;
  /** Null where nobody knows who it was. */
  personId: string | null;
  taskId: string | null;
  action: AnswerAction | null;
  key: string;
  origin: AnswerOrigin;
}

export interface BegunAttempt {
  id: string;
  /** The same click of the same person was done before. */
  doneBefore: boolean;
}

/** The record of what came from outside the app, accepted and refused: ids and keys, no texts. */
@Injectable()
export class AnswerAttempts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Written down before anything is done: what a process leaves behind that dies has no outcome. */
  async begin({ tenantId, personId, taskId, action, key, origin }: Attempt): Promise<BegunAttempt> {
    const id = this.ids.next();
    const [row] = await this.database.write<{ doneBefore: boolean }>({ tenantId }, BEGIN, [
      ...[tenantId, id, origin.channel, cut(origin.account), cut(origin.team), origin.actedAt ?? null],
      ...[this.clock.now(), personId, taskId, action, hashOf(origin.channel, key)],
      ...[origin.proof.passed, cut(origin.proof.result)],
    ]);
    return { id, doneBefore: row?.doneBefore ?? false };
  }

  /** @param code why it was refused, as the API has it */
  async end(tenantId: string, id: string, outcome: Outcome, code: string | null = null): Promise<void> {
    await this.database.write({ tenantId }, END, [tenantId, id, outcome, code]);
  }

  /**
   * A click that never came to an answer, such as one of an account that is linked to nobody.
   * @param code such as `chat.account_not_linked`
   */
  async refuse(attempt: Attempt, code: string): Promise<void> {
    const { id } = await this.begin(attempt);
    await this.end(attempt.tenantId, id, 'refused', code);
  }
}

/** `failed`: nothing was done, and the channel may bring it again. */
export type Outcome = AnswerOutcome['kind'] | 'refused' | 'failed';

/** The id by which the use cases know the click; whoever reads the table cannot click again. */
export function operationOf(channel: string, key: string): string {
  return `answer:${hashOf(channel, key).toString('base64url')}`;
}

function hashOf(channel: string, key: string): Buffer {
  return createHash('sha256').update(`${channel}\n${key}`).digest();
}

function cut(text: string | undefined): string | null {
  return text?.slice(0, LONGEST_TEXT) ?? null;
}

const BEGIN = `
  INSERT INTO answer_attempts (tenant_id, id, channel, account, team, acted_at, received_at, person_id, task_id, action,
    click, proved, proof)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  RETURNING EXISTS (SELECT FROM answer_attempts a WHERE a.tenant_id = $1 AND a.click = $11 AND a.person_id = $8
    AND a.outcome = 'done') AS "doneBefore"`;

const END = `UPDATE answer_attempts SET outcome = $3, code = $4 WHERE tenant_id = $1 AND id = $2`;
