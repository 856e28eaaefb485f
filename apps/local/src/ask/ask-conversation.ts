import type { AskClient } from './ask-client';

const CREATE = `mutation ($input: CreateConversationInput!) { createConversation(input: $input) { conversation { id } } }`;
const APPEND = `mutation ($input: AppendMessagesInput!) { appendMessages(input: $input) { conversation { id } } }`;
const CUSTOMER = 'Customer';

/** Keeps the question where whoever helps can read it, and gives back the conversation's id. */
export async function openConversation(client: AskClient, question: string): Promise<string> {
  const input = { channel: 'CHAT', title: 'npm run ask', participants: [{ name: CUSTOMER, role: 'USER' }] };
  const answer = await client.request<{ createConversation: { conversation: { id: string } } }>(CREATE, {
    input,
  });
  const { id } = answer.createConversation.conversation;
  await append(client, id, { role: 'USER', author: CUSTOMER, text: question });
  return id;
}

/** Adds what the workflow answered, in the name of whoever answered. */
export async function tellAnswer(client: AskClient, conversationId: string, result: unknown): Promise<void> {
  const { answer, handledBy, answeredBy } = (result ?? {}) as Record<string, unknown>;
  if (typeof answer !== 'string') return;
  const author = typeof answeredBy === 'string' ? answeredBy : 'Support bot';
  const role = handledBy === 'human' ? 'OPERATOR' : 'ASSISTANT';
  await append(client, conversationId, { role, author, text: answer });
}

async function append(client: AskClient, conversationId: string, message: object): Promise<void> {
  await client.request(APPEND, { input: { conversationId, messages: [message] } });
}
