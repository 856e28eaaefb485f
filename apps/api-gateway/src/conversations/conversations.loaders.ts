import { Injectable } from '@nestjs/common';
import {
  ConversationsService,
  type ConversationView,
  type MessagePage,
  type MessagePageRequest,
} from '@orkestra/conversations';
import type { Caller } from '../graphql/caller';
import { batched, type Loader, type LoadersFactory } from '../graphql/loader';
import { pageLoader, type PageLoader } from '../graphql/page-loader';

export interface ConversationLoaders {
  conversations: Loader<ConversationView>;
  messages: PageLoader<MessagePageRequest, MessagePage>;
}

@Injectable()
export class ConversationLoadersFactory implements LoadersFactory<ConversationLoaders> {
  constructor(private readonly conversations: ConversationsService) {}

  for(caller: Caller): ConversationLoaders {
    return {
      conversations: batched((ids) => this.conversations.find(caller.ctx, ids)),
      messages: pageLoader((ids, page) => this.conversations.messages(caller.ctx, ids, page)),
    };
  }
}
