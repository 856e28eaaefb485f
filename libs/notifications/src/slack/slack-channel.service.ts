import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ChannelMessage, NotificationChannel, type SendResult } from '../channels/notification-channel';
import { isInstalled } from '../chat/installed.queries';
import { textOf } from '../chat/text-of';
import { type Posted, TaskMessages, tellsOfTask } from '../chat/task-messages.service';
import { blocksOf, digestBlocks, type SlackMessage } from './slack-blocks';
import { SlackPosts } from './slack-posts.service';

/** Direct messages of Slack: what a task asks can be answered there. */
@Injectable()
export class SlackChannel extends NotificationChannel {
  readonly name = 'slack';
  readonly enabled = true;
  override readonly addressed = true;
  readonly defaultDelaySeconds = 60;

  constructor(
    private readonly posts: SlackPosts,
    private readonly tasks: TaskMessages,
  ) {
    super();
  }

  override isOfferedTo(em: EntityManager, tenantId: string): Promise<boolean> {
    return isInstalled(em, tenantId, 'slack');
  }

  async send(message: ChannelMessage): Promise<SendResult> {
    const account = message.addresses[0]?.details['accountId'];
    if (account === undefined) return { outcome: 'dead', problem: 'No account of Slack is connected.' };
    const post = (content: SlackMessage) => this.post(message.tenant.id, account, content);
    if (tellsOfTask(message)) return this.tasks.send(message, 'slack', (card) => post(blocksOf(card)));
    const posted = await post(digestBlocks(message));
    return 'outcome' in posted ? posted : { outcome: 'sent' };
  }

  private async post(tenantId: string, account: string, content: SlackMessage): Promise<Posted> {
    const body = { channel: account, unfurl_links: false, unfurl_media: false, ...content };
    const answer = await this.posts.call(tenantId, 'chat.postMessage', body);
    if ('outcome' in answer) return answer;
    return { conversationId: textOf(answer.said, 'channel'), messageId: textOf(answer.said, 'ts') };
  }
}
