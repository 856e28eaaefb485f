import { isReservedName, ORKESTRA_TASK_QUEUE } from '@orkestra/sdk';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { messageOf } from './failure-message';
import type { HistoryEvent } from './history-event';
import { wordsOfReservedSignal, wordsOfSdkActivity } from './sdk.words';

type Raw = temporal.api.history.v1.IHistoryEvent;

interface Words {
  what: string;
  name?: string | null | undefined;
  message?: string | null | undefined;
}

/** Names of activities by the event that scheduled them; null for the SDK's own. */
class Activities extends Map<number, string | null> {
  constructor(private readonly serverQueue: string) {
    super();
  }

  /** Runs that began before the server's queue had another name still ask the usual one. */
  isServers(queue: string | null | undefined): boolean {
    return queue === this.serverQueue || queue === ORKESTRA_TASK_QUEUE;
  }
}

type WordsOf = {
  [Key in keyof Raw]?: (of: NonNullable<Raw[Key]>, activities: Activities, id: number) => Words | null;
};

/** Kinds of events without words stay hidden: they say how Temporal works, not what the workflow did. */
const WORDS: WordsOf = {
  workflowExecutionStartedEventAttributes: ({ workflowType, continuedExecutionRunId }) => ({
    what: continuedExecutionRunId ? 'workflow went on in this run' : 'workflow started',
    name: workflowType?.name,
  }),
  workflowExecutionCompletedEventAttributes: () => ({ what: 'workflow completed' }),
  workflowExecutionFailedEventAttributes: ({ failure }) => ({
    what: 'workflow failed',
    message: messageOf(failure),
  }),
  workflowExecutionTimedOutEventAttributes: () => ({ what: 'workflow ran out of time' }),
  workflowExecutionCancelRequestedEventAttributes: ({ cause }) => ({
    what: 'cancellation was requested',
    message: cause,
  }),
  workflowExecutionCanceledEventAttributes: () => ({ what: 'workflow was cancelled' }),
  workflowExecutionTerminatedEventAttributes: ({ reason }) => ({
    what: 'workflow was terminated',
    message: reason,
  }),
  workflowExecutionContinuedAsNewEventAttributes: () => ({ what: 'workflow goes on in a new run' }),
  workflowExecutionSignaledEventAttributes: ({ signalName }) => signal(signalName ?? ''),
  workflowExecutionUpdateAcceptedEventAttributes: ({ acceptedRequest }) => {
    const name = acceptedRequest?.input?.name ?? '';
    return isReservedName(name) ? null : { what: 'update accepted', name };
  },
  workflowTaskFailedEventAttributes: ({ failure }) => ({
    what: 'workflow code failed and is tried again',
    message: messageOf(failure),
  }),
  activityTaskScheduledEventAttributes: ({ activityType, taskQueue }, activities, id) => {
    const name = activityType?.name ?? '';
    const words = activities.isServers(taskQueue?.name) ? wordsOfSdkActivity(name) : undefined;
    activities.set(id, words === undefined ? name : null);
    if (words === undefined) return { what: 'activity scheduled', name };
    return words === null ? null : { what: words };
  },
  activityTaskCompletedEventAttributes: ({ scheduledEventId }, activities) =>
    ofActivity('activity completed', scheduledEventId, activities),
  activityTaskFailedEventAttributes: ({ scheduledEventId, failure }, activities) =>
    ofActivity('activity failed', scheduledEventId, activities, messageOf(failure)),
  activityTaskTimedOutEventAttributes: ({ scheduledEventId, failure }, activities) =>
    ofActivity('activity ran out of time', scheduledEventId, activities, messageOf(failure)),
  activityTaskCanceledEventAttributes: ({ scheduledEventId }, activities) =>
    ofActivity('activity was cancelled', scheduledEventId, activities),
  markerRecordedEventAttributes: (marker) => localActivity(marker),
  timerStartedEventAttributes: ({ timerId, startToFireTimeout }) => ({
    what: `timer started for ${Number(startToFireTimeout?.seconds ?? 0)} s`,
    name: timerId,
  }),
  timerFiredEventAttributes: ({ timerId }) => ({ what: 'timer fired', name: timerId }),
  timerCanceledEventAttributes: ({ timerId }) => ({ what: 'timer was cancelled', name: timerId }),
  startChildWorkflowExecutionInitiatedEventAttributes: ({ workflowType }) => ({
    what: 'child workflow requested',
    name: workflowType?.name,
  }),
  startChildWorkflowExecutionFailedEventAttributes: ({ workflowType }) => ({
    what: 'child workflow could not start',
    name: workflowType?.name,
  }),
  childWorkflowExecutionCompletedEventAttributes: ({ workflowType }) => ({
    what: 'child workflow completed',
    name: workflowType?.name,
  }),
  childWorkflowExecutionFailedEventAttributes: ({ workflowType, failure }) => ({
    what: 'child workflow failed',
    name: workflowType?.name,
    message: messageOf(failure),
  }),
  childWorkflowExecutionCanceledEventAttributes: ({ workflowType }) => ({
    what: 'child workflow was cancelled',
    name: workflowType?.name,
  }),
  childWorkflowExecutionTimedOutEventAttributes: ({ workflowType }) => ({
    what: 'child workflow ran out of time',
    name: workflowType?.name,
  }),
  childWorkflowExecutionTerminatedEventAttributes: ({ workflowType }) => ({
    what: 'child workflow was terminated',
    name: workflowType?.name,
  }),
  signalExternalWorkflowExecutionInitiatedEventAttributes: ({ signalName }) => ({
    what: 'signal sent to another workflow',
    name: signalName,
  }),
};

/**
 * The events that say something, in their order.
 * @param serverQueue of the worker that hosts the server's activities
 */
export function describeEvents(events: readonly Raw[], serverQueue: string): HistoryEvent[] {
  const activities = new Activities(serverQueue);
  return events.flatMap((event) => {
    const id = Number(event.eventId);
    const words = wordsOf(event, activities, id);
    if (words === null) return [];
    const { what, name, message } = words;
    const at = new Date(Number(event.eventTime?.seconds ?? 0) * 1_000 + (event.eventTime?.nanos ?? 0) / 1e6);
    return [{ id, at, what, name: name || null, message: message || null }];
  });
}

function wordsOf(event: Raw, activities: Activities, id: number): Words | null {
  for (const key of Object.keys(WORDS) as (keyof Raw)[]) {
    const attributes = event[key];
    if (attributes == null) continue;
    return (WORDS[key] as (of: unknown, activities: Activities, id: number) => Words | null)(
      attributes,
      activities,
      id,
    );
  }
  return null;
}

function signal(name: string): Words | null {
  if (name.startsWith('__temporal')) return null;
  if (!isReservedName(name)) return { what: 'signal received', name };
  const what = wordsOfReservedSignal(name);
  return what === null ? null : { what };
}

function ofActivity(
  what: string,
  scheduled: Parameters<typeof Number>[0],
  activities: Activities,
  message?: string | null,
): Words | null {
  const id = Number(scheduled);
  const name = activities.get(id);
  // The SDK's own are told of once, unless they went wrong.
  if (name === null && message == null) return null;
  return { what, name: name ?? `scheduled by event ${id}`, message };
}

/** Activities that ran within the workflow's own worker leave a marker, with their name in JSON. */
function localActivity({
  markerName,
  details,
  failure,
}: temporal.api.history.v1.IMarkerRecordedEventAttributes): Words | null {
  const payload = markerName === 'core_local_activity' ? details?.['data']?.payloads?.[0] : undefined;
  if (payload == null) return null;
  const { activity_type: name = '' } = defaultPayloadConverter.fromPayload<{ activity_type?: string }>(
    payload,
  );
  if (failure != null) return { what: 'activity failed', name, message: messageOf(failure) };
  const words = wordsOfSdkActivity(name);
  if (words === undefined) return { what: 'activity completed', name };
  return words === null ? null : { what: words };
}
