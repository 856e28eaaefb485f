import { Injectable } from '@nestjs/common';
import { LiveBus, type LiveMessage, type LiveSubscription, Logger } from '@orkestra/core';
import { type ConversationView, ConversationsService } from '@orkestra/conversations';
import type { Caller } from '../graphql/caller';
import { follow } from '../graphql/follow';
import { SharedReads } from '../graphql/shared-reads.service';

type Told = { conversationUpdated: ConversationView };

/** Follows one conversation until it is closed; each time it is read again in the subscriber's name. */
@Injectable()
export class ConversationUpdates {
  private readonly logger: Logger;

  constructor(
    private readonly live: LiveBus,
    private readonly conversations: ConversationsService,
    private readonly reads: SharedReads,
    logger: Logger,
  ) {
    this.logger = logger.child('conversation-updates');
  }

  /** @throws ConversationNotFoundError */
  async watch(caller: Caller, id: string): Promise<AsyncIterableIterator<Told>> {
    const { tenantId } = caller.ctx;
    // Subscribed before the first reading, so that nothing falls between the two.
    const source = this.live.subscribe(tenantId);
    try {
      const first = await this.conversations.get(caller.ctx, id);
      source.push({ tenantId, topic: 'conversation', id: first.id, revision: 0, kind: 'current' });
      return this.follow(source, caller, first.id);
    } catch (error) {
      source.end();
      throw error;
    }
  }

  private follow(source: LiveSubscription, caller: Caller, id: string): AsyncIterableIterator<Told> {
    let revision = 0;
    const tell = async (message: LiveMessage): Promise<Told | undefined> => {
      const concerns = message.kind === 'resync' || (message.topic === 'conversation' && message.id === id);
      if (!concerns) return undefined;
      const { ctx } = caller;
      const conversation = await this.reads.once(message, ctx, id, () => this.conversations.get(ctx, id));
      if (conversation.revision <= revision) return undefined;
      revision = conversation.revision;
      if (conversation.status === 'closed') source.end();
      return { conversationUpdated: conversation };
    };
    const onTrouble = (error: unknown) =>
      this.logger.warn(
        { err: error, conversationId: id },
        'A conversation could not be read for a subscriber',
      );
    return follow(source, { tell, onTrouble });
  }
}
