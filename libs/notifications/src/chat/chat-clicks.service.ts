import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import type { AnswerOrigin, AnswerOutcome } from '../answers/answer';
import { AnswerAttempts } from '../answers/answer-attempts.store';
import { AnswerDesk } from '../answers/answer-desk.service';
import type { ButtonValue } from './button-value';
import { ChatAccounts } from './chat-accounts.service';
import type { ChatAccount } from './chat-channel';
import type { ChatMessage } from './chat-message';
import { ChatMessageStore } from './chat-messages.store';
import type { CardAction } from './task-card';

/** A click as a chat brings it, with what is proved of where it comes from. */
export interface Click {
  account: ChatAccount;
  value: ButtonValue;
  action: CardAction;
  /** Names it: the same click has the same. */
  key: string;
  reason?: string | undefined;
  actedAt: Date;
  /** By what it is proved that the chat sent it. */
  proof: string;
  remoteAddress?: string | undefined;
}

/** Whose click it is, or why nobody's. */
export type Clicker =
  | { kind: 'known'; personId: string; message: ChatMessage }
  /** The account is linked to nobody: whoever has it signs in once. */
  | { kind: 'unlinked' }
  /** The message is not one of this tenant's. */
  | { kind: 'unknown' };

/** What a click does: as the person whose account it is, and as nobody where it is linked to none. */
@Injectable()
export class ChatClicks {
  private readonly logger: Logger;

  constructor(
    private readonly accounts: ChatAccounts,
    private readonly messages: ChatMessageStore,
    private readonly attempts: AnswerAttempts,
    private readonly desk: AnswerDesk,
    logger: Logger,
  ) {
    this.logger = logger.child('chat');
  }

  /** Whoever has no account linked is written down, and does nothing. */
  async whose(click: Click): Promise<Clicker> {
    const { value, account } = click;
    const message = await this.messages.find(value.tenantId, value.id);
    if (message === undefined || message.channel !== account.channel) return { kind: 'unknown' };
    const personId = await this.accounts.personOf(value.tenantId, account);
    if (personId !== undefined) return { kind: 'known', personId, message };
    const { action, key } = click;
    const attempt = { tenantId: value.tenantId, personId: null, taskId: message.taskId, action, key };
    await this.attempts.refuse({ ...attempt, origin: originOf(click) }, 'chat.account_not_linked');
    return { kind: 'unlinked' };
  }

  /** @returns undefined where nothing is known to be done: whoever clicked may click again */
  async answer(
    click: Click,
    { personId, message }: Clicker & { kind: 'known' },
  ): Promise<AnswerOutcome | undefined> {
    const { value, action, key, reason } = click;
    try {
      return await this.desk.answer({
        ...{ tenantId: value.tenantId, personId, taskId: message.taskId, action, key, text: reason },
        payloadDigest: value.payloadDigest ?? undefined,
        origin: originOf(click),
      });
    } catch (error) {
      this.logger.warn(
        { err: error, channel: click.account.channel, action },
        'A click could not be answered',
      );
      return undefined;
    }
  }
}

function originOf({ account, actedAt, proof, remoteAddress }: Click): AnswerOrigin {
  const { channel, accountId, teamId } = account;
  return {
    channel,
    account: accountId,
    team: teamId,
    actedAt,
    proof: { passed: true, result: proof },
    remoteAddress,
  };
}
