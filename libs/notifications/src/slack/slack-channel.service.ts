import { Injectable } from '@nestjs/common';
import { type ChannelMessage, NotificationChannel, type SendResult } from '../channels/notification-channel';
import { ChatMessageStore } from '../chat/chat-messages.store';
import { ChatRefresh } from '../chat/chat-refresh.service';
import { blocksOf, digestBlocks, type SlackMessage } from './slack-blocks';
import { textOf } from './slack-api.service';
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
    private readonly messages: ChatMessageStore,
    private readonly refresh: ChatRefresh,
  ) {
    super();
  }

  async send(message: ChannelMessage): Promise<SendResult> {
    const account = message.addresses[0]?.details['accountId'];
    if (account === undefined) return { outcome: 'dead', problem: 'No account of Slack is connected.' };
    const [item] = message.items;
    if (message.items.length > 1 || item?.task == null)
      return this.post(message, account, digestBlocks(message));
    return this.sendTask(message, account, item.task.id);
  }

  private async sendTask(message: ChannelMessage, account: string, taskId: string): Promise<SendResult> {
    const { id, tenant, recipient, items } = message;
    const { kind, count, actorName } = items[0] ?? { kind: 'assigned', count: 1, actorName: null };
    const given = {
      ...{ tenantId: tenant.id, tenantName: tenant.name, id, channel: 'slack' as const },
      ...{ personId: recipient.personId, taskId, item: { kind, count, actorName } },
    };
    // Kept before it is looked at: what happens from here on changes the message.
    const before = await this.messages.announce(given);
    if (before?.messageId != null) return { outcome: 'sent' };
    const card = await this.refresh.cardOf({ ...given, conversationId: null, messageId: null });
    return this.post(message, account, blocksOf(card), true);
  }

  private async post(
    { tenant, id }: ChannelMessage,
    account: string,
    content: SlackMessage,
    isKept = false,
  ): Promise<SendResult> {
    const body = { channel: account, unfurl_links: false, unfurl_media: false, ...content };
    const answer = await this.posts.call(tenant.id, 'chat.postMessage', body);
    if ('outcome' in answer) return answer;
    const { said } = answer;
    if (isKept)
      await this.messages.sent({ tenantId: tenant.id, id }, textOf(said, 'channel'), textOf(said, 'ts'));
    return { outcome: 'sent' };
  }
}
