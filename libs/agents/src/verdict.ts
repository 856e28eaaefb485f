import { NotAllowedError } from './agents.errors';
import { digestOf } from './call-digest';

/** A tool call that a model wants to make. */
export interface ToolCall {
  /** The model's id of the call; once in a turn. */
  id: string;
  tool: string;
  arguments: unknown;
  /** For the person: why the agent wants it. */
  reason?: string;
  /** Default `medium`. */
  risk?: 'low' | 'medium' | 'high' | 'critical';
  /** Arguments that, left the same, make another call similar: people may allow similar calls for a while. */
  similarBy?: string[];
}

/** Who decided: a person, or whoever a standing rule goes back to. */
export interface Decider {
  kind: string;
  id: string;
  displayName: string;
}

/** What was decided about one call. */
export interface Verdict {
  call: ToolCall;
  /** SHA-256 of tool and arguments: of this call and of no other. */
  digest: string;
  allowed: boolean;
  /** What the person said to it. */
  message: string | null;
  decidedBy: Decider | null;
  /** The standing rule that allowed it, when no person was asked. */
  ruleId: string | null;
  /** Until when an allowed call may be made; null where the gateway does not say. */
  validUntil: Date | null;
}

/**
 * Call it right before the tool runs, with the arguments that it runs with.
 * @throws NotAllowedError when the call was denied, was allowed too long ago, or is not the one that was allowed
 */
export function assertAllowed(verdict: Verdict, tool: string, given: unknown): void {
  if (!verdict.allowed) throw new NotAllowedError(denial(verdict));
  if (verdict.validUntil !== null && verdict.validUntil.getTime() <= Date.now())
    throw new NotAllowedError(`${tool} was allowed too long ago. It did not run; ask again.`);
  if (verdict.digest === digestOf(tool, given)) return;
  throw new NotAllowedError(
    `The arguments of ${tool} are not those that were allowed. It did not run; ask again.`,
  );
}

/**
 * What a model is told of a call that was denied. Some libraries hand it on without a word around it, so it has to say by
 * itself that nothing ran.
 */
export function denial({ call, decidedBy, message }: Verdict): string {
  const who = decidedBy === null ? '' : ` (${decidedBy.displayName})`;
  const why = message ? `: ${message}` : ', who gave no reason';
  return `Denied by the reviewer${who}${why}${/[.!?]$/.test(why) ? '' : '.'} The call of ${call.tool} was not made.`;
}
