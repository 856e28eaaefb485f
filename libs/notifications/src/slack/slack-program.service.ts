import { Injectable } from '@nestjs/common';
import type { SendResult } from '../channels/notification-channel';
import { ChatProgram, type MessagePlace } from '../chat/chat-program';
import type { TaskCard } from '../chat/task-card';
import { blocksOf } from './slack-blocks';
import { SlackPosts } from './slack-posts.service';

@Injectable()
export class SlackProgram extends ChatProgram {
  readonly channel = 'slack';

  constructor(private readonly posts: SlackPosts) {
    super();
  }

  async change(
    { tenantId, conversationId, messageId }: { tenantId: string } & MessagePlace,
    card: TaskCard,
  ): Promise<SendResult> {
    const body = { channel: conversationId, ts: messageId, ...blocksOf(card) };
    const answer = await this.posts.call(tenantId, 'chat.update', body);
    return 'outcome' in answer ? answer : { outcome: 'sent' };
  }
}
