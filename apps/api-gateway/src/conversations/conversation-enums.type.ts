import { registerEnumType } from '@nestjs/graphql';
import type {
  ConversationChannel,
  ConversationStatus,
  MessageRole,
  ParticipantRole,
} from '@orkestra/conversations';

export const ConversationChannelEnum = {
  CHAT: 'chat',
  EMAIL: 'email',
  VOICE: 'voice',
  SMS: 'sms',
  WEB: 'web',
  OTHER: 'other',
} as const satisfies Record<Uppercase<ConversationChannel>, ConversationChannel>;

export const ConversationStatusEnum = {
  OPEN: 'open',
  CLOSED: 'closed',
} as const satisfies Record<Uppercase<ConversationStatus>, ConversationStatus>;

export const ParticipantRoleEnum = {
  USER: 'user',
  ASSISTANT: 'assistant',
  OPERATOR: 'operator',
  SYSTEM: 'system',
} as const satisfies Record<Uppercase<ParticipantRole>, ParticipantRole>;

export const MessageRoleEnum = {
  USER: 'user',
  ASSISTANT: 'assistant',
  SYSTEM: 'system',
  TOOL: 'tool',
  OPERATOR: 'operator',
} as const satisfies Record<Uppercase<MessageRole>, MessageRole>;

registerEnumType(ConversationChannelEnum, {
  name: 'ConversationChannel',
  description: 'Where people speak with each other.',
});
registerEnumType(ConversationStatusEnum, { name: 'ConversationStatus' });
registerEnumType(ParticipantRoleEnum, { name: 'ParticipantRole' });
registerEnumType(MessageRoleEnum, {
  name: 'MessageRole',
  description:
    'As what somebody speaks: `USER` is whom the application serves, `OPERATOR` a person who helps.',
});
