import type { Client } from '@temporalio/client';
import type { OpenExecution } from './open-executions';

/** A task that an execution waits for, as its history tells. */
export interface Wait {
  readonly taskId: string | undefined;
  readonly title: string | undefined;
  /** When this run asked for it. */
  readonly since: Date;
}

interface Payload {
  readonly data?: Uint8Array | null;
}
type Payloads = { readonly payloads?: readonly Payload[] | null } | null | undefined;
/** A Long, or its text. */
type EventId = { toString(): string } | null;
type Ended = { readonly scheduledEventId?: EventId } | null;
/** As little of Temporal's events as is read here. */
export interface HistoryEvent {
  readonly eventId?: EventId;
  readonly eventTime?: { readonly seconds?: unknown } | null;
  readonly activityTaskScheduledEventAttributes?: {
    readonly activityType?: { readonly name?: string | null } | null;
    readonly input?: Payloads;
  } | null;
  readonly activityTaskCompletedEventAttributes?: {
    readonly scheduledEventId?: EventId;
    readonly result?: Payloads;
  } | null;
  readonly activityTaskFailedEventAttributes?: Ended;
  readonly activityTaskCanceledEventAttributes?: Ended;
  readonly activityTaskTimedOutEventAttributes?: Ended;
  readonly workflowExecutionSignaledEventAttributes?: {
    readonly signalName?: string | null;
    readonly input?: Payloads;
  } | null;
}
type Decode = (payloads: Payloads) => Promise<unknown>;
interface Ref {
  readonly taskId?: string;
  readonly closed?: unknown;
}

/** Events of one history that are read, from its end. */
const EVENTS_READ = 200;
const DEADLINE_MS = 20_000;
const TELLS_OF_ENDS = ['createTask', 'advanceTask', 'cancelTask', 'reassignTask', 'answerChanges'];

/** Reads the end of its history, for which no worker is needed: the one of an old build may be gone. */
export async function waitsOf(client: Client, decode: Decode, execution: OpenExecution): Promise<Wait[]> {
  const { workflowId, runId } = execution;
  const { history } = await client.withDeadline(Date.now() + DEADLINE_MS, () =>
    client.workflowService.getWorkflowExecutionHistoryReverse({
      namespace: client.options.namespace,
      execution: { workflowId, runId },
      maximumPageSize: EVENTS_READ,
    }),
  );
  return openTasksIn(history?.events ?? [], decode);
}

/** @param events the latest first */
export async function openTasksIn(events: readonly HistoryEvent[], decode: Decode): Promise<Wait[]> {
  const ended = new Set<string>();
  const failed = new Set<string>();
  const answers = new Map<string, Payloads>();
  const waits: Wait[] = [];
  for (const event of events) {
    const { workflowExecutionSignaledEventAttributes: signal, activityTaskCompletedEventAttributes: done } =
      event;
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (signal?.signalName === 'orkestra.taskClosed') {
      const { taskId } = await read<Ref>(decode, signal.input);
      if (taskId !== undefined) ended.add(taskId);
    }
    const refused = inVain(event);
    if (refused !== undefined) failed.add(refused);
    if (done != null) answers.set(textOf(done.scheduledEventId), done.result);
    const activity = scheduled?.activityType?.name ?? '';
    if (!TELLS_OF_ENDS.includes(activity)) continue;
    const id = textOf(event.eventId);
    if (failed.has(id)) continue;
    const { taskId, closed } = await read<Ref>(decode, answers.get(id));
    if (closed !== undefined && taskId !== undefined) ended.add(taskId);
    if (activity !== 'createTask' || (taskId !== undefined && ended.has(taskId))) continue;
    const { spec } = await read<{ spec?: { title?: string } }>(decode, scheduled?.input);
    const since = new Date(Number(event.eventTime?.seconds ?? 0) * 1_000);
    waits.push({ taskId, title: spec?.title, since });
  }
  return waits.reverse();
}

function textOf(id: EventId | undefined): string {
  return id?.toString() ?? '';
}

function inVain(event: HistoryEvent): string | undefined {
  const ended =
    event.activityTaskFailedEventAttributes ??
    event.activityTaskCanceledEventAttributes ??
    event.activityTaskTimedOutEventAttributes;
  return ended == null ? undefined : textOf(ended.scheduledEventId);
}

/** Empty for what can't be read, such as without the key that it was encrypted with. */
async function read<T extends object>(decode: Decode, payloads: Payloads): Promise<Partial<T>> {
  try {
    const value = (await decode(payloads)) as Partial<T> | undefined;
    return value ?? {};
  } catch {
    return {};
  }
}
