import { Injectable } from '@nestjs/common';
import type { SendResult } from '../channels/notification-channel';
import { ChatProgram, type MessagePlace } from '../chat/chat-program';
import type { TaskCard } from '../chat/task-card';
import { adaptiveCard } from './teams-card';
import { TeamsPosts } from './teams-posts.service';

@Injectable()
export class TeamsProgram extends ChatProgram {
  readonly channel = 'teams';

  constructor(private readonly posts: TeamsPosts) {
    super();
  }

  async change(
    { tenantId, ...place }: { tenantId: string } & MessagePlace,
    card: TaskCard,
  ): Promise<SendResult> {
    return this.posts.change(tenantId, place, adaptiveCard(card));
  }
}
