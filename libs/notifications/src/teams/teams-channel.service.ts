import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '@orkestra/core';
import { isInstalled } from '../chat/installed.queries';
import { type ChannelMessage, NotificationChannel, type SendResult } from '../channels/notification-channel';
import { TaskMessages, tellsOfTask } from '../chat/task-messages.service';
import { adaptiveCard, digestCard, type TeamsContent } from './teams-card';
import { TeamsPosts } from './teams-posts.service';

/** Cards of Microsoft Teams, in the chat with the bot: what a task asks can be answered there. */
@Injectable()
export class TeamsChannel extends NotificationChannel {
  readonly name = 'teams';
  readonly enabled = true;
  override readonly addressed = true;
  readonly defaultDelaySeconds = 60;

  constructor(
    private readonly posts: TeamsPosts,
    private readonly tasks: TaskMessages,
    private readonly config: Config,
  ) {
    super();
  }

  override isOfferedTo(em: EntityManager, tenantId: string): Promise<boolean> {
    return isInstalled(em, tenantId, 'teams');
  }

  async send(message: ChannelMessage): Promise<SendResult> {
    const { serviceUrl, conversationId } = message.addresses[0]?.details ?? {};
    if (serviceUrl === undefined || conversationId === undefined)
      return { outcome: 'dead', problem: 'No account of Teams is connected.' };
    const post = (content: TeamsContent) =>
      this.posts.post(message.tenant.id, { serviceUrl, conversationId }, content);
    if (tellsOfTask(message)) return this.tasks.send(message, 'teams', (card) => post(adaptiveCard(card)));
    const posted = await post(digestCard(message, this.config.PUBLIC_URL));
    return 'outcome' in posted ? posted : { outcome: 'sent' };
  }
}
