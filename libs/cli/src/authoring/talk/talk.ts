import type { Message } from '../model/model';
import type { KeptProposal } from '../workspace/proposal';

/** A talk as it is kept in the project. */
export interface Talk {
  readonly id: string;
  readonly begun: string;
  /** What the developer asked for. */
  readonly request: string;
  outcome: 'open' | 'written' | 'declined';
  /** What the model says it has made. */
  summary?: string;
  messages: Message[];
  proposal: KeptProposal;
}

/** A talk that ended in the middle of a turn: each call without a result gets one, as a model takes no other history. */
export function mended(messages: readonly Message[]): Message[] {
  const last = messages.at(-1);
  if (last?.role !== 'model') return [...messages];
  const calls = last.parts.flatMap((part) => (part.type === 'call' ? [part] : []));
  if (calls.length === 0) return [...messages];
  const results = calls.map(({ id, tool }) => ({
    ...({ type: 'result', id, tool, isError: true } as const),
    text: 'This did not run: the developer stopped here.',
  }));
  return [...messages, { role: 'user', parts: results }];
}

/** Says something to the model, together with what it is about to be told anyway. */
export function withText(messages: readonly Message[], text: string): Message[] {
  const part = { type: 'text', text } as const;
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', parts: [part] }];
  return [...messages.slice(0, -1), { role: 'user', parts: [...last.parts, part] }];
}
