import { Injectable } from '@nestjs/common';
import { Clock, Config, isUuid } from '@orkestra/core';
import { SecretBox } from '@orkestra/tenancy';
import { openToken, sealToken } from '../channels/sealed-token';
import type { OpenTask } from './answer';
import { ExpiredAnswerLinkError, InvalidAnswerLinkError } from './answers.errors';

const PLACE = ['answer'];
const LIFE_MS = 14 * 24 * 3_600_000;

/** What a link in a mail stands for: one person's answer to one task as it was when the mail was written. */
export interface AnswerLink {
  /** Of the mail: a mail that was sent twice has the same links. */
  id: string;
  tenantId: string;
  personId: string;
  taskId: string;
  /** Null in a vote, where every vote is a new revision. */
  revision: number | null;
  /** Null of a task that is no approval. */
  payloadDigest: string | null;
}

export type LinkedAction = 'approve' | 'reject' | 'complete';

/** Links by which a person answers a task from a mail. Nothing is kept of one: what it names says whether it counts. */
@Injectable()
export class AnswerLinks {
  constructor(
    private readonly config: Config,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @throws NoSecretsKeyError */
  tokenFor(id: string, personId: string, { task, payloadDigest }: OpenTask): string {
    const until = Math.min(this.clock.now().getTime() + LIFE_MS, task.expiresAt.getTime());
    const revision = task.voting ? null : task.revision;
    const said = {
      i: id,
      t: task.tenantId,
      p: personId,
      k: task.id,
      r: revision,
      d: payloadDigest,
      e: until,
    };
    return sealToken(this.box, said, PLACE);
  }

  urlOf(token: string, action: LinkedAction): string {
    return `${this.config.PUBLIC_URL}/api/v1/answers?token=${token}&do=${action}`;
  }

  /** @throws InvalidAnswerLinkError, ExpiredAnswerLinkError */
  read(token: string): AnswerLink {
    const said = openToken(this.box, token, PLACE) ?? {};
    const { i: id, t: tenantId, p: personId, k: taskId, r: revision, d: payloadDigest, e: until } = said;
    if (!isUuid(id) || !isUuid(tenantId) || !isUuid(personId) || !isUuid(taskId))
      throw new InvalidAnswerLinkError();
    if (typeof until !== 'number' || until <= this.clock.now().getTime()) throw new ExpiredAnswerLinkError();
    return {
      ...{ id, tenantId, personId, taskId },
      revision: typeof revision === 'number' ? revision : null,
      payloadDigest: typeof payloadDigest === 'string' ? payloadDigest : null,
    };
  }
}
