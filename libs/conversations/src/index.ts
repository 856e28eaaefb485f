export { ConversationAccess, type ConversationReference } from './conversation-access.service';
export type { ConversationFilter } from './conversations.queries';
export type { ConversationSpec } from './conversation.schema';
export {
  CONVERSATION_CHANNELS,
  type ConversationActor,
  type ConversationChannel,
  type ConversationStatus,
  type ConversationView,
  type Participant,
  PARTICIPANT_ROLES,
  type ParticipantRole,
} from './conversation-view';
export * from './conversations.errors';
export { ConversationsModule } from './conversations.module';
export { type AppendCommand, type Appended, ConversationsService } from './conversations.service';
export { type MessagePage, type MessagePageRequest } from './messages.queries';
export { LONGEST_TEXT, type MessageSpec, MOST_AT_ONCE } from './message.schema';
export { MESSAGE_ROLES, type MessageRole, type MessageView, type TokenUsage } from './message-view';
