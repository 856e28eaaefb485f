import type { ModelMessage } from 'ai';

/** A call that waits for approval. */
export interface OpenRequest {
  approvalId: string;
  id: string;
  tool: string;
  input: unknown;
}

/** The approval requests of the last turn that have no response yet. */
export function openRequests(messages: readonly ModelMessage[]): OpenRequest[] {
  const last = messages.findLastIndex(({ role }) => role === 'assistant');
  const turn = messages[last];
  if (turn?.role !== 'assistant' || typeof turn.content === 'string') return [];
  const answered = messages
    .slice(last)
    .flatMap((message) => (message.role === 'tool' ? message.content : []));
  const isOpen = (approvalId: string) =>
    !answered.some((part) => part.type === 'tool-approval-response' && part.approvalId === approvalId);
  const calls = turn.content.filter((part) => part.type === 'tool-call');
  return turn.content
    .filter((part) => part.type === 'tool-approval-request')
    .filter(({ approvalId }) => isOpen(approvalId))
    .flatMap(({ approvalId, toolCallId }) => {
      const call = calls.find((one) => one.toolCallId === toolCallId);
      return call ? [{ approvalId, id: toolCallId, tool: call.toolName, input: call.input }] : [];
    });
}
