import type { ConversationChannel, MessageRole } from '../generated/graphql';

const roles: Record<MessageRole, string> = {
  USER: 'User',
  ASSISTANT: 'Assistant',
  SYSTEM: 'System',
  TOOL: 'Tool',
  OPERATOR: 'Operator',
};

const channels: Record<ConversationChannel, string> = {
  CHAT: 'Chat',
  EMAIL: 'E-mail',
  VOICE: 'Voice',
  SMS: 'SMS',
  WEB: 'Web',
  OTHER: 'Other channel',
};

const numbers = new Intl.NumberFormat('en');

export function roleWord(role: MessageRole): string {
  return roles[role];
}

/** Whoever speaks, by name where there is one. */
export function speakerOf({ author, role }: { author?: string | null; role: MessageRole }): string {
  return author ?? roles[role];
}

/** What a conversation is, in one line. */
export function dialogueWords(dialogue: {
  channel: ConversationChannel;
  title?: string | null;
  status: 'OPEN' | 'CLOSED';
  messageCount: number;
  inputTokens: number;
  outputTokens: number;
}): string {
  const { channel, title, status, messageCount, inputTokens, outputTokens } = dialogue;
  const tokens = inputTokens + outputTokens;
  return [
    channels[channel],
    title,
    messageCount === 1 ? '1 message' : `${numbers.format(messageCount)} messages`,
    tokens > 0 && `${numbers.format(tokens)} tokens`,
    status === 'CLOSED' && 'closed',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a model took for a message. */
export function usageWords({
  input,
  output,
  model,
}: {
  input: number;
  output: number;
  model?: string | null;
}): string {
  const tokens = `${numbers.format(input)} tokens in, ${numbers.format(output)} out`;
  return model ? `${tokens} · ${model}` : tokens;
}
