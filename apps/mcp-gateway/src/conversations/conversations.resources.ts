import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@orkestra/conversations';
import { defineResource, type Resource } from '../protocol/resource';
import { ConversationPresenter } from './conversation.presenter';

@Injectable()
export class ConversationsResources {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly presenter: ConversationPresenter,
  ) {}

  get resources(): Resource[] {
    return [this.conversation];
  }

  private readonly conversation = defineResource({
    uri: 'orkestra://conversations/{conversation_id}',
    name: 'conversation',
    title: 'Conversation',
    description:
      'One dialogue with its last messages, the newest last; conversation_get pages to earlier ones. ' +
      'Subscribe to it to be told when somebody says more.',
    scope: 'conversations:read',
    changes: (_ctx, id) => [`conversation:${id.toLowerCase()}`],
    see: (ctx, id) => this.conversations.get(ctx, id),
    complete: (ctx, prefix, limit) => this.conversations.idsStartingWith(ctx, prefix, limit),
    read: (ctx, id) => this.presenter.page(ctx, id),
  });
}
