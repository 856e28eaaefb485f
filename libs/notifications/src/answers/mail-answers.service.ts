import { Injectable } from '@nestjs/common';
import { DomainError } from '@orkestra/core';
import { AnswerSettingsService, type CallerOrigin } from '@orkestra/tenancy';
import type { AnswerLook, AnswerOrigin, AnswerOutcome, OpenTask } from './answer';
import { AnswerAttempts } from './answer-attempts.store';
import { AnswerDesk } from './answer-desk.service';
import { type AnswerLink, AnswerLinks, type LinkedAction } from './answer-links.service';
import { AnswersByMailOffError } from './answers.errors';
import { plainForm } from './plain-form';

/** A task as a link in a mail shows it: open as it was when the mail was written, or what has become of it. */
export type LinkedLook = AnswerLook | { kind: 'changed'; task: OpenTask['task'] };

/** What a mail offers. */
export interface Offered {
  actions: { action: LinkedAction; url: string }[];
  /** What a decision by reply is bound to: the revision, or the round of a vote; null where replies do not count. */
  replyState: number | null;
}

export interface LinkedAnswer {
  action: LinkedAction;
  reason?: string | undefined;
  data?: unknown;
}

/** Answers by a link in a mail. Whoever has the link answers as the person it was sent to, once. */
@Injectable()
export class MailAnswers {
  constructor(
    private readonly links: AnswerLinks,
    private readonly desk: AnswerDesk,
    private readonly attempts: AnswerAttempts,
    private readonly settings: AnswerSettingsService,
  ) {}

  /**
   * What can be answered from a mail about the task, as far as the workspace wants answers from mails and the person may do
   * what needs no app.
   * @param id of the mail
   */
  async offeredBy(
    id: string,
    { tenantId, personId, taskId }: { tenantId: string; personId: string; taskId: string },
  ): Promise<Offered> {
    const { byMail, byReply } = await this.settings.of(tenantId);
    if (!byMail && !byReply) return { actions: [], replyState: null };
    const look = await this.desk.look({ tenantId, personId, channel: 'email', credentialId: id }, taskId);
    if (look.kind !== 'open') return { actions: [], replyState: byReply ? 0 : null };
    const { task } = look;
    const replyState = byReply ? (task.voting ? task.round : task.revision) : null;
    const actions = byMail ? linkedActions(look) : [];
    if (actions.length === 0) return { actions: [], replyState };
    const token = this.links.tokenFor(id, personId, look);
    return {
      actions: actions.map((action) => ({ action, url: this.links.urlOf(token, action) })),
      replyState,
    };
  }

  /** Changes nothing. @throws InvalidAnswerLinkError, ExpiredAnswerLinkError, AnswersByMailOffError */
  async look(token: string): Promise<LinkedLook> {
    const link = await this.read(token);
    const { id, tenantId, personId, taskId } = link;
    const look = await this.desk.look({ tenantId, personId, channel: 'email', credentialId: id }, taskId);
    if (look.kind !== 'open' || isAsMailed(link, look)) return look;
    return { kind: 'changed', task: look.task };
  }

  /** @throws InvalidAnswerLinkError, ExpiredAnswerLinkError, AnswersByMailOffError */
  async answer(
    token: string,
    { action, reason, data }: LinkedAnswer,
    from: CallerOrigin,
  ): Promise<AnswerOutcome> {
    const link = this.links.read(token);
    const { id, tenantId, personId, taskId, revision, payloadDigest } = link;
    const proof = { passed: true, result: 'sealed link' };
    const origin: AnswerOrigin = { ...from, channel: 'email', proof };
    const key = `${id}:${action}`;
    try {
      await this.read(token);
    } catch (error) {
      if (error instanceof DomainError)
        await this.attempts.refuse({ tenantId, personId, taskId, action, key, origin }, error.code);
      throw error;
    }
    return this.desk.answer({
      ...{ tenantId, personId, taskId, action, key, text: reason, data, origin },
      expectedRevision: revision ?? undefined,
      payloadDigest: payloadDigest ?? undefined,
    });
  }

  private async read(token: string): Promise<AnswerLink> {
    const link = this.links.read(token);
    if (!(await this.settings.of(link.tenantId)).byMail) throw new AnswersByMailOffError();
    return link;
  }
}

/** What a page without script can do of what the person may do. */
export function linkedActions({ task, allowed, form }: OpenTask): LinkedAction[] {
  const fillable = form === null || plainForm(form) !== null;
  if (task.approval) {
    return [
      ...(allowed.includes('approve') && fillable ? (['approve'] as const) : []),
      ...(allowed.includes('reject') ? (['reject'] as const) : []),
    ];
  }
  const completes = allowed.includes('complete') || allowed.includes('claim_and_complete');
  return completes && form !== null && fillable ? ['complete'] : [];
}

function isAsMailed({ revision, payloadDigest }: AnswerLink, look: OpenTask): boolean {
  return (revision === null || revision === look.task.revision) && payloadDigest === look.payloadDigest;
}
