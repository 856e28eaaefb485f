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

/** How Temporal's core names an event, and quotes what failed inside it. */
const LOCATED = /HistoryEvent\(id: (\d+), (\w+)\)/;
const QUOTED = /message: "((?:[^"\\]|\\.)*)"/;

/** @param seen id of the last event that the new code had seen */
export function explain(
  { workflow, workflowId, runId, file, history }: RecordedHistory,
  error: Error,
  { seen, stood }: { seen: number; stood: readonly Position[] },
): Misfit {
  const named = LOCATED.exec(error.message);
  const event =
    named === null ? nextStep(history, seen) : { id: Number(named[1]), type: named[2] ?? 'unknown' };
  return { workflow, workflowId, runId, file, reason: reasonOf(error.message), event, stood };
}

/** What is general stands in front of it. */
function reasonOf(message: string): string {
  const [, details = message] = /Details: (.*)/s.exec(message) ?? [];
  const [, quoted = details] = QUOTED.exec(details) ?? [];
  return quoted.replace(/^\[TMPRL\d+\] /, '').trim();
}

/** What the code of before did after that event, and the new code does not. */
function nextStep({ events }: RecordedHistory['history'], seen: number): Misfit['event'] {
  const after = (events ?? []).filter(({ eventId }) => Number(eventId ?? 0) > seen);
  const step = after
    .filter(isUsers)
    .map(toStep)
    .find(({ type }) => !SILENT.test(type));
  return seen === 0 ? undefined : step;
}

/** What no line of a workflow asks for by itself. */
const SILENT = /^(WorkflowTask|UpsertWorkflowSearchAttributes|WorkflowExecutionSignaled)/;

type Event = NonNullable<RecordedHistory['history']['events']>[number];

/** The SDK marks paths of its own, which say nothing to the author. */
function isUsers({ markerRecordedEventAttributes: marker }: Event): boolean {
  const data = marker?.details?.['patch-data']?.payloads?.[0]?.data;
  return data == null || !Buffer.from(data).toString().includes('"orkestra.');
}

function toStep(event: Event): { id: number; type: string } {
  const [attributes = ''] = Object.entries(event)
    .filter(([key, value]) => key.endsWith('EventAttributes') && value != null)
    .map(([key]) => key);
  const kind = attributes.replace(/EventAttributes$/, '');
  const { activityTaskScheduledEventAttributes: activity, markerRecordedEventAttributes: marker } = event;
  const child = event.startChildWorkflowExecutionInitiatedEventAttributes;
  const name = activity?.activityType?.name ?? child?.workflowType?.name ?? marker?.markerName;
  const type = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  return { id: Number(event.eventId ?? 0), type: name ? `${type} ${name}` : type };
}
