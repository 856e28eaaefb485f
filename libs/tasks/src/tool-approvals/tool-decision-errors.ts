import type { FieldError } from '@orkestra/core';
import { escapePointer } from '../forms/schema/schema-keywords';
import type { ToolDecision } from './tool-form';
import type { ToolCallView, ToolPerson } from './tool-request-view';

const LONGEST_RULE_MS = 90 * 24 * 3_600_000;

/** What is wrong with a decision about one call, beyond what the form can check. */
export function decisionErrors(
  { callId, risk, arguments: given }: Pick<ToolCallView, 'callId' | 'risk' | 'arguments'>,
  { verdict, message, allow_similar: similar }: ToolDecision,
  agent: Pick<ToolPerson, 'kind'>,
  now: Date,
): FieldError[] {
  const at = (field: string, text: string): FieldError[] => [
    { pointer: `/decisions/${escapePointer(callId)}/${field}`, message: text },
  ];
  if (verdict === 'deny' && !message?.trim()) {
    return at('message', 'Say why, so that the agent can do something about it.');
  }
  if (similar === undefined) return [];
  if (verdict === 'deny')
    return at('allow_similar', 'Similar calls can only be allowed together with this one.');
  if (risk === 'critical') return at('allow_similar', 'A critical call is asked about each time.');
  if (agent.kind !== 'service')
    return at('allow_similar', 'Only an agent with a key of its own can be allowed more.');
  const until = new Date(similar.until).getTime();
  if (until <= now.getTime()) return at('allow_similar/until', 'This moment has passed.');
  if (until > now.getTime() + LONGEST_RULE_MS) return at('allow_similar/until', 'At most 90 days ahead.');
  const unknown = similar.by.find((name) => !Object.hasOwn(given, name));
  return unknown === undefined ? [] : at('allow_similar/by', `The call has no argument "${unknown}".`);
}
