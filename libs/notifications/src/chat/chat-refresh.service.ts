import { Inject, Injectable } from '@nestjs/common';
import { Config, fewAtOnce, Logger } from '@orkestra/core';
import { AnswerDesk } from '../answers/answer-desk.service';
import { ChatMessageStore } from './chat-messages.store';
import type { ChatMessage, StaleMessage } from './chat-message';
import type { ChatProgram } from './chat-program';
import { cardOf, type TaskCard } from './task-card';

/** Token of the list of all programs for chats. */
export const CHAT_PROGRAMS = Symbol('chat programs');

const MESSAGES_AT_ONCE = 40;
const CHANGED_AT_ONCE = 8;

/** Changes messages whose task has changed: for everybody, wherever it was decided. */
@Injectable()
export class ChatRefresh {
  private readonly logger: Logger;

  constructor(
    private readonly store: ChatMessageStore,
    private readonly desk: AnswerDesk,
    private readonly config: Config,
    @Inject(CHAT_PROGRAMS) private readonly programs: readonly ChatProgram[],
    logger: Logger,
  ) {
    this.logger = logger.child('chat');
  }

  /** Changes some of what is stale; true when there may be more at once. */
  async round(): Promise<boolean> {
    const due = await this.store.lease(MESSAGES_AT_ONCE);
    await fewAtOnce(CHANGED_AT_ONCE, due, (message) => this.change(message));
    return due.length === MESSAGES_AT_ONCE;
  }

  /** What the message would show now to its person. */
  async cardOf(message: ChatMessage): Promise<TaskCard> {
    const { tenantId, personId, taskId, channel, id } = message;
    const look = await this.desk.look({ tenantId, personId, channel, credentialId: id }, taskId);
    return cardOf(message, look, this.config.PUBLIC_URL);
  }

  private async change(message: StaleMessage): Promise<void> {
    const { channel, id } = message;
    try {
      const program = this.programs.find((one) => one.channel === channel);
      if (program === undefined) return;
      const card = await this.cardOf(message);
      const result = await program.change(message, card);
      if (result.outcome === 'sent') return await this.store.changed(message, card.done);
      this.logger.warn({ channel, message: id, problem: result.problem }, 'A message could not be changed');
      if (result.outcome === 'dead') return await this.store.changed(message, true);
      await this.store.retry(message, result.afterMs);
    } catch (error) {
      this.logger.warn({ err: error, channel, message: id }, 'A message could not be changed');
      await this.store.retry(message);
    }
  }
}
