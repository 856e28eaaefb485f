import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type * as Proto from '@temporalio/proto';
import type * as Root from '@temporalio/proto/lib/patch-protobuf-root';
import { StartRefusedError } from '../environment/cli.errors';
import { packageOf, type Project } from '../project/project';

type History = Proto.temporal.api.history.v1.IHistory;

/** What one execution has done, and where it comes from. */
export interface RecordedHistory {
  readonly workflowId: string;
  readonly runId: string | undefined;
  readonly workflow: string;
  readonly history: History;
  /** Of a history that was read from one. */
  readonly file: string | undefined;
}

/**
 * Reads a file, or all `.json` files of a folder: as Temporal's command (`workflow show --output json`) and its interface
 * write histories, or as `orkestra replay --save` does.
 * @throws StartRefusedError where there is none, or one is no history
 */
export function historiesFrom(project: Project, path: string): RecordedHistory[] {
  if (!existsSync(path)) throw new StartRefusedError(`There is no file or folder ${path}.`, 2);
  const isFolder = statSync(path).isDirectory();
  const names = isFolder ? readdirSync(path).filter((name) => name.endsWith('.json')) : [];
  const files = isFolder ? names.sort().map((name) => join(path, name)) : [path];
  if (files.length === 0) throw new StartRefusedError(`There is no .json file in ${path}.`, 2);
  return files.map((file) => historyIn(project, file));
}

function historyIn(project: Project, file: string): RecordedHistory {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8')) as { events?: RecordedEvent[] };
    const history = historyOf(project, json);
    return { ...recorded(history), file };
  } catch (error) {
    throw new StartRefusedError(`${file} is no history of a workflow: ${(error as Error).message}`, 2);
  }
}

interface RecordedEvent {
  eventTime?: unknown;
  eventType?: unknown;
}

/** Temporal's own JSON has times as text, protobuf's as numbers. */
function historyOf(project: Project, json: { events?: RecordedEvent[] }): History {
  if (!Array.isArray(json.events) || json.events.length === 0) throw new Error('it has no events');
  const proto = packageOf<typeof Proto>(project, '@temporalio/proto');
  const [first] = json.events;
  if (typeof first?.eventTime !== 'string') return proto.temporal.api.history.v1.History.fromObject(json);
  if (!String(first.eventType).startsWith('EVENT_TYPE_')) throw new Error('an older Temporal has written it');
  const { patchProtobufRoot } = packageOf<typeof Root>(project, '@temporalio/proto/lib/patch-protobuf-root');
  const root: Record<string, unknown> = patchProtobufRoot({ ...proto });
  const { lookupType } = root as { lookupType: (name: string) => unknown };
  const type = lookupType.call(root, 'temporal.api.history.v1.History');
  return protobufOf(project).fromJson(type, json, { ignoreUnknownFields: true });
}

/**
 * The library by which the messages are made. Temporal's `historyFromJSON` takes that of another package, and where npm has
 * put one beside each of them, it takes their messages for none.
 */
function protobufOf(project: Project): {
  fromJson(type: unknown, json: object, options: { ignoreUnknownFields: boolean }): History;
} {
  const require = createRequire(project.require.resolve('@temporalio/proto'));
  return require('protobufjs/ext/protojson') as ReturnType<typeof protobufOf>;
}

/** @throws Error where it does not begin as a history does */
export function recorded(history: History): Omit<RecordedHistory, 'file'> {
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  if (started == null) throw new Error('it does not begin with the start of a workflow');
  return {
    workflowId: started.workflowId || 'unknown',
    runId: started.originalExecutionRunId || undefined,
    workflow: started.workflowType?.name ?? '',
    history,
  };
}

/** Of a file that is written for a history. */
export function fileNameOf({ workflow, workflowId, runId }: RecordedHistory): string {
  const id = basename(workflowId).replace(/[^\w.-]/g, '_');
  return `${workflow}-${id}-${(runId ?? '').slice(0, 8)}.json`;
}

/** As protobuf writes it: whole, and read again without loss. */
export function jsonOf(project: Project, { history }: RecordedHistory): string {
  const { temporal } = packageOf<typeof Proto>(project, '@temporalio/proto');
  const { History } = temporal.api.history.v1;
  const plain = History.toObject(History.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  });
  return `${JSON.stringify(plain, undefined, 2)}\n`;
}
