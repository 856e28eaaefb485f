import type { ToolRisk } from '../generated/graphql';
import { isRecord } from '../interface/values/is-record';

/** What the person has chosen for one call so far, in the words of the task's form. */
export interface Choice {
  verdict?: 'allow' | 'deny';
  message?: string;
  allow_similar?: { until: string; by: string[] };
}

/** What is in the panel, and in the draft. */
export interface Choices {
  decisions: Record<string, Choice>;
  /** For every denied call that has no message of its own. */
  message: string;
}

/** A draft of whatever shape as choices; calls that nobody has looked at yet are left out. */
export function readChoices(data: unknown): Choices {
  if (!isRecord(data)) return { decisions: {}, message: '' };
  const decisions = isRecord(data.decisions) ? (data.decisions as Record<string, Choice>) : {};
  return { decisions, message: typeof data.message === 'string' ? data.message : '' };
}

interface Asked {
  callId: string;
  risk: ToolRisk;
}

/**
 * One verdict for every open call, as far as that may be given for several at once: a critical call is allowed only by
 * itself, so allowing all leaves those as they are.
 */
export function chooseAll(
  { decisions }: Choices,
  calls: readonly Asked[],
  verdict: NonNullable<Choice['verdict']>,
): Choices['decisions'] {
  const chosen = calls
    .filter(({ risk }) => verdict === 'deny' || risk !== 'CRITICAL')
    .map(({ callId }) => [callId, { ...decisions[callId], verdict }] as const);
  return { ...decisions, ...Object.fromEntries(chosen) };
}

/** Whether the choices would have a critical call done. */
export function allowsCritical({ decisions }: Choices, calls: readonly Asked[]): boolean {
  return calls.some(({ callId, risk }) => risk === 'CRITICAL' && decisions[callId]?.verdict === 'allow');
}

/** The answer as the server takes it. */
export function toAnswer(digest: string, { decisions, message }: Choices, callIds: readonly string[]) {
  const chosen = callIds.map((callId) => {
    const { verdict, allow_similar, ...choice } = decisions[callId] ?? {};
    const own = choice.message?.trim() ?? '';
    const told = own === '' && verdict === 'deny' ? message.trim() : own;
    return [
      callId,
      {
        verdict,
        ...(told === '' ? {} : { message: told }),
        ...(verdict === 'allow' && allow_similar ? { allow_similar } : {}),
      },
    ] as const;
  });
  return { digest, decisions: Object.fromEntries(chosen) };
}

/** What is still missing, by call, in the order of the calls. */
export function missingIn({ decisions, message }: Choices, callIds: readonly string[], now: Date) {
  return new Map(
    callIds.flatMap((callId) => {
      const problem = missingOf(decisions[callId] ?? {}, message, now);
      return problem === null ? [] : [[callId, problem] as const];
    }),
  );
}

export type Missing = 'verdict' | 'message' | 'until';

function missingOf({ verdict, ...choice }: Choice, common: string, now: Date): Missing | null {
  if (verdict === undefined) return 'verdict';
  if (verdict === 'deny') return (choice.message ?? '').trim() || common.trim() ? null : 'message';
  const until = choice.allow_similar?.until;
  return until !== undefined && !(new Date(until) > now) ? 'until' : null;
}
