import { Injectable } from '@nestjs/common';
import {
  Clock,
  digest,
  Ids,
  isUuid,
  LiveBus,
  type Page,
  type PageRequest,
  TenantDatabase,
} from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { ConversationAccess, visibleIds, visibleOf } from './conversation-access.service';
import type { ConversationView } from './conversation-view';
import { checkConversationSpec } from './conversation.schema';
import {
  closeRow,
  conversationOfRequest,
  countAppended,
  findConversations,
  insertConversation,
} from './conversation.store';
import {
  AppendConflictError,
  ConversationClosedError,
  ConversationKeyConflictError,
  ConversationNotFoundError,
  InvalidConversationError,
  InvalidMessagesError,
  TooManyMessagesError,
} from './conversations.errors';
import {
  checkConversationFilter,
  type ConversationFilter,
  findConversationIds,
  listConversations,
} from './conversations.queries';
import type { MessageView } from './message-view';
import { checkMessages } from './message.schema';
import { appendOf, insertMessages, messagesBetween, type NewMessage, rememberAppend } from './message.store';
import { type MessagePage, type MessagePageRequest, readMessages } from './messages.queries';
import { keyProblem } from './request-key';

/** Messages that a conversation holds. */
const MOST_MESSAGES = 10_000;

export interface AppendCommand {
  conversationId: string;
  /** 1 to 50 of `MessageSpec`; checked here. */
  messages: unknown;
  /** The same id with the same messages appends them once. */
  operationId?: string | undefined;
}

export interface Appended {
  conversation: ConversationView;
  /** What the append made, now or when it was first asked for. */
  messages: MessageView[];
}

type Lock = '' | 'FOR UPDATE';

/**
 * The dialogues that tasks belong to. Programs and tenant admins see the tenant's; other people see their own, and what
 * `ConversationAccess` lets them see.
 */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly access: ConversationAccess,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Creates a conversation, or returns the one that the same request key has made.
   * @throws InvalidConversationError, ConversationKeyConflictError
   */
  async create(
    ctx: TenantContext,
    raw: unknown,
    origin: { requestKey?: string | undefined } = {},
  ): Promise<ConversationView> {
    requireScope(ctx, 'conversations:write');
    const spec = checkConversationSpec(raw);
    const id = this.ids.next();
    const requestKey = origin.requestKey ?? id;
    const problem = keyProblem(requestKey);
    if (problem !== null) throw new InvalidConversationError([{ pointer: '/key', message: problem }]);
    const row = { id, requestKey, specDigest: digest(raw), at: this.clock.now() };
    const conversation = await this.database.run(ctx, async (em) => {
      const made = await insertConversation(em, ctx, spec, row);
      const found = made ?? (await conversationOfRequest(em, ctx, row));
      if (found === undefined) throw new ConversationKeyConflictError();
      return found;
    });
    if (conversation.id === id) this.tell(ctx, conversation, 'created');
    return conversation;
  }

  /** @throws ConversationNotFoundError also for one of another tenant, or one that the principal may not see */
  async get(ctx: TenantContext, conversationId: string): Promise<ConversationView> {
    requireScope(ctx, 'conversations:read');
    return this.database.run(ctx, (em) => this.read(em, ctx, conversationId));
  }

  /** Those of the given that are there and that the principal may see, by id; made for batching. */
  async find(ctx: TenantContext, ids: readonly string[]): Promise<Map<string, ConversationView>> {
    requireScope(ctx, 'conversations:read');
    const known = ids.filter(isUuid);
    if (known.length === 0) return new Map();
    return this.database.run(ctx, async (em) => {
      const found = await findConversations(em, ctx, known);
      const visible = await visibleOf(em, ctx, this.access, found);
      return new Map(visible.map((conversation) => [conversation.id, conversation]));
    });
  }

  /** One page of the conversations that the principal may see, the newest first. */
  async list(
    ctx: TenantContext,
    filter: ConversationFilter,
    page: PageRequest,
  ): Promise<Page<ConversationView>> {
    requireScope(ctx, 'conversations:read');
    checkConversationFilter(filter);
    return this.database.run(ctx, (em) => listConversations(em, ctx, this.access, filter, page));
  }

  /** Ids that begin so, of conversations that the principal may see, the newest first. */
  async idsStartingWith(ctx: TenantContext, prefix: string, limit: number): Promise<string[]> {
    requireScope(ctx, 'conversations:read');
    return this.database.run(ctx, (em) => findConversationIds(em, ctx, this.access, prefix, limit));
  }

  /** A page of the messages of each conversation that the principal may see, by its id; made for batching. */
  async messages(
    ctx: TenantContext,
    conversationIds: readonly string[],
    page: MessagePageRequest,
  ): Promise<Map<string, MessagePage>> {
    requireScope(ctx, 'conversations:read');
    return this.database.run(ctx, async (em) => {
      const visible = await visibleIds(em, ctx, this.access, conversationIds.filter(isUuid));
      return readMessages(em, ctx, visible, page);
    });
  }

  /**
   * Adds messages at the end, all of them or none, in numbers that nobody else gets.
   * @throws ConversationNotFoundError, InvalidMessagesError, RoleForbiddenError, ConversationClosedError,
   * TooManyMessagesError, AppendConflictError when the operation appended something else before
   */
  async append(
    ctx: TenantContext,
    { conversationId, messages: raw, operationId }: AppendCommand,
  ): Promise<Appended> {
    requireScope(ctx, 'conversations:write');
    const specs = checkMessages(ctx, raw);
    const problem = operationId === undefined ? null : keyProblem(operationId);
    if (problem !== null) throw new InvalidMessagesError([{ pointer: '/operationId', message: problem }]);
    const request = digest(raw);
    const { isNew, ...appended } = await this.database.run(ctx, async (em) => {
      const before = await this.read(em, ctx, conversationId, 'FOR UPDATE');
      const id = before.id;
      const key = operationId === undefined ? undefined : { conversationId: id, operationId };
      const earlier = key && (await appendOf(em, ctx, key));
      if (earlier !== undefined) {
        if (!earlier.request.equals(request)) throw new AppendConflictError();
        const messages = await messagesBetween(em, ctx, id, [earlier.first, earlier.last]);
        return { conversation: before, messages, isNew: false };
      }
      const messages = this.place(before, specs);
      const at = this.clock.now();
      await insertMessages(em, ctx, id, messages, at);
      if (key !== undefined) await rememberAppend(em, ctx, key, request, messages, at);
      const conversation = await countAppended(em, ctx, id, messages, at);
      const range = [before.messageCount + 1, conversation.messageCount] as const;
      return { conversation, messages: await messagesBetween(em, ctx, id, range), isNew: true };
    });
    if (isNew) this.tell(ctx, appended.conversation, 'appended');
    return appended;
  }

  /** Ends a conversation for good; one that is closed already is answered as it is. @throws ConversationNotFoundError */
  async close(ctx: TenantContext, conversationId: string): Promise<ConversationView> {
    requireScope(ctx, 'conversations:write');
    const { conversation, closed } = await this.database.run(ctx, async (em) => {
      const before = await this.read(em, ctx, conversationId, 'FOR UPDATE');
      const after = await closeRow(em, ctx, before.id, this.clock.now());
      return { conversation: after ?? before, closed: after !== undefined };
    });
    if (closed) this.tell(ctx, conversation, 'closed');
    return conversation;
  }

  private async read(
    em: EntityManager,
    ctx: TenantContext,
    conversationId: string,
    lock: Lock = '',
  ): Promise<ConversationView> {
    const ids = isUuid(conversationId) ? [conversationId] : [];
    const found = await findConversations(em, ctx, ids, lock);
    const [conversation] = await visibleOf(em, ctx, this.access, found);
    if (conversation === undefined) throw new ConversationNotFoundError();
    return conversation;
  }

  /** Gives each message its id and number. @throws ConversationClosedError, TooManyMessagesError */
  private place(
    { status, messageCount }: ConversationView,
    specs: ReturnType<typeof checkMessages>,
  ): NewMessage[] {
    if (status === 'closed') throw new ConversationClosedError();
    if (messageCount + specs.length > MOST_MESSAGES)
      throw new TooManyMessagesError(messageCount, MOST_MESSAGES);
    return specs.map((spec, index) => ({ ...spec, id: this.ids.next(), number: messageCount + index + 1 }));
  }

  private tell({ tenantId }: TenantContext, { id, revision }: ConversationView, kind: string): void {
    this.live.publish({ tenantId, topic: 'conversation', id, revision, kind });
  }
}
