import type { RecordedHistory } from './histories';
import type { Position } from './positions';

/** Why a history does not fit a build. */
export interface Misfit {
  readonly workflow: string;
  readonly workflowId: string;
  readonly runId: string | undefined;
  readonly file: string | undefined;
  /** In the words of Temporal. */
  readonly reason: string;
  /** The event that the new code does not come to, where Temporal names it. */
  readonly event: { readonly id: number; readonly type: string } | undefined;
  /** Where the new code stood then. */
  readonly stood: readonly Position[];
}

const LOCATED = /HistoryEvent\(id: (\d+), (\w+)\)/;

export function explain(
  { workflow, workflowId, runId, file, history }: RecordedHistory,
  error: Error,
  stood: readonly Position[],
): Misfit {
  const reason = reasonOf(error.message);
  const named = LOCATED.exec(error.message);
  const event =
    named === null ? eventOf(history, error.message) : { id: Number(named[1]), type: named[2] ?? '' };
  return { workflow, workflowId, runId, file, reason, event, stood };
}

/** What is general stands in front of it. */
function reasonOf(message: string): string {
  const [, details = message] = /Details: (.*)/s.exec(message) ?? [];
  return details.replace(/^\[TMPRL\d+\] /, '').trim();
}

/** Temporal names what was scheduled, such as `'charge'`, and not always its event. */
function eventOf({ events }: RecordedHistory['history'], message: string): Misfit['event'] {
  const [, name] = /(?:of|type) scheduled event '([^']+)'/.exec(message) ?? [];
  const found = (events ?? []).find(
    ({
      activityTaskScheduledEventAttributes: activity,
      startChildWorkflowExecutionInitiatedEventAttributes: child,
    }) => name !== undefined && [activity?.activityType?.name, child?.workflowType?.name].includes(name),
  );
  if (found === undefined) return undefined;
  const type =
    found.activityTaskScheduledEventAttributes != null ? 'ActivityTaskScheduled' : 'ChildWorkflowInitiated';
  return { id: Number(found.eventId ?? 0), type: `${type} ${name}` };
}
