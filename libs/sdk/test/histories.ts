import { temporal } from '@temporalio/proto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordings } from './recordings';
import { TestBench } from './test-bench';

const { History } = temporal.api.history.v1;
const folder = join(__dirname, '..', 'test-histories');

export interface RecordedHistory {
  name: string;
  history: temporal.api.history.v1.History;
}

/** The recorded histories by name; runs of released versions that every later version must replay. */
export function recordedHistories(): RecordedHistory[] {
  return readdirSync(folder).map((file) => ({
    name: file.replace(/\.json$/, ''),
    history: historyOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object),
  }));
}

/** A history from its JSON; protobuf's own form, as Temporal's needs one copy of protobufjs in the whole tree. */
export function historyOf(json: object): temporal.api.history.v1.History {
  return History.fromObject(json);
}

/** The version to record for: `RECORD_HISTORIES=0.2.0 npx jest libs/sdk/src/replay`. */
export const versionToRecord = process.env.RECORD_HISTORIES;

/** Runs one workflow of each kind and writes its history. Names carry the version: old files are never replaced. */
export async function recordHistories(version: string): Promise<void> {
  const bench = await TestBench.open();
  await bench.work('orkestra');
  await bench.work('users', { server: false });
  for (const { name, type, input, queue = 'orkestra', drive, runs } of recordings) {
    const file = join(folder, `${version}-${name}.json`);
    if (existsSync(file)) continue;
    const handle = await bench.start(type, input, queue);
    await drive(bench, handle);
    await handle.result().catch(() => undefined);
    const { workflowId, runId } = runs?.(handle) ?? { workflowId: handle.workflowId, runId: undefined };
    const history = History.create(await bench.handle(workflowId, runId).fetchHistory());
    writeFileSync(file, toJson(history));
  }
  await bench.close();
}

// Names of machines and paths of files are no part of what a replay needs.
function toJson(history: temporal.api.history.v1.History): string {
  const plain = History.toObject(history, { longs: String, enums: String, bytes: String });
  const clean = (key: string, value: unknown) => (key === 'stackTrace' || key === 'identity' ? '' : value);
  return `${JSON.stringify(plain, clean, 2)}\n`;
}
