import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { Ajv2020 } from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closed, eachOf, inner } from './closed-schema';

type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type Payload = temporal.api.common.v1.IPayload | null | undefined;
type Schema = Record<string, unknown>;

interface Call {
  input: Schema;
  output: Schema;
}

interface Contract {
  'x-orkestra': {
    version: string;
    activities: Record<string, Call>;
    signals: Record<string, Schema>;
    memo: Record<string, Schema>;
    headers: Record<string, Schema>;
  };
  $defs: Record<string, Schema>;
}

/** One thing that a workflow and the server have said to each other. */
export interface Said {
  /** Such as `createTask.input`. */
  what: string;
  schema: Schema;
  value: unknown;
}

const file = join(__dirname, '../../libs/sdk/contract/wire-contract.schema.json');
export const wireContract = JSON.parse(readFileSync(file, 'utf8')) as Contract;
const { activities, signals, memo, headers } = wireContract['x-orkestra'];

const ajv = new Ajv2020({ strict: false });
ajv.addSchema({ $id: 'wire', $defs: eachOf(wireContract.$defs, inner) });

/** What does not fit, in words; nothing when it does. Members that the contract does not name do not fit either. */
export function misfit({ what, schema, value }: Said): string | undefined {
  const whole = JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/$defs', '"wire#/$defs')) as Schema;
  return ajv.validate(whole, value) ? undefined : `${what} ${ajv.errorsText()}: ${JSON.stringify(value)}`;
}

/** Whatever a run and the server have said to each other, in order. */
export function saidIn({ events }: History): Said[] {
  const scheduled = new Map<string, string>();
  return (events ?? []).flatMap((event) => [
    ...memoOf(event),
    ...signalOf(event),
    ...callOf(event, scheduled),
  ]);
}

function memoOf({ workflowExecutionStartedEventAttributes: started }: HistoryEvent): Said[] {
  return said('memo', memo['orkestra'], started?.memo?.fields?.['orkestra']);
}

function signalOf({ workflowExecutionSignaledEventAttributes: signal }: HistoryEvent): Said[] {
  const name = signal?.signalName ?? '';
  if (!Object.hasOwn(signals, name)) return [];
  return [...said(name, signals[name], signal?.input?.payloads?.[0]), ...headerOf(signal?.header?.fields)];
}

function callOf(event: HistoryEvent, scheduled: Map<string, string>): Said[] {
  const {
    activityTaskScheduledEventAttributes: asked,
    activityTaskCompletedEventAttributes: answered,
    markerRecordedEventAttributes: marker,
  } = event;
  if (marker?.markerName === 'core_local_activity') return localCallOf(marker.details ?? {});
  if (asked) {
    const name = asked.activityType?.name ?? '';
    scheduled.set(String(event.eventId), name);
    const input = said(`${name}.input`, activities[name]?.input, asked.input?.payloads?.[0]);
    return input.length === 0 ? [] : [...input, ...headerOf(asked.header?.fields)];
  }
  const name = scheduled.get(String(answered?.scheduledEventId)) ?? '';
  return said(`${name}.output`, activities[name]?.output, answered?.result?.payloads?.[0]);
}

function localCallOf(details: Record<string, temporal.api.common.v1.IPayloads>): Said[] {
  const about = valueOf(details['data']?.payloads?.[0]) as { activity_type: string };
  const name = about.activity_type;
  return said(`${name}.output`, activities[name]?.output, details['result']?.payloads?.[0]);
}

function headerOf(fields: Record<string, Payload> | null | undefined): Said[] {
  return said('header', headers['orkestra'], fields?.['orkestra']);
}

function said(what: string, schema: Schema | undefined, payload: Payload): Said[] {
  if (schema === undefined || !payload) return [];
  return [{ what, schema, value: valueOf(payload) }];
}

function valueOf(payload: Payload): unknown {
  const { metadata } = payload ?? {};
  // JSON has no `undefined`; an activity without an answer is recorded as null.
  if (Buffer.from(metadata?.['encoding'] ?? []).toString() === 'binary/null') return null;
  return defaultPayloadConverter.fromPayload(payload!);
}
