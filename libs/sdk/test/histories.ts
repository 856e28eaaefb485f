import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  mkdirSync(folder, { recursive: true });
  const bench = await TestBench.open();
  await bench.work('orkestra');
  await bench.work('users', { server: false });
  const runs: [string, string, unknown, string][] = [
    ['local-parallel', 'ask-many', { titles: ['a', 'b', 'c'] }, 'orkestra'],
    ['local-in-turn', 'ask-in-turn', { titles: ['a', 'b'] }, 'orkestra'],
    ['remote-in-turn', 'ask-in-turn', { titles: ['a', 'b'] }, 'users'],
    ['refused', 'ask-once', { title: '' }, 'orkestra'],
  ];
  for (const name of ['local-cancelled', 'remote-cancelled']) {
    const handle = await bench.start(
      'ask-once',
      { title: 'Help' },
      name.startsWith('local') ? 'orkestra' : 'users',
    );
    await bench.task(handle);
    await new Promise((r) => setTimeout(r, 500));
    await handle.cancel();
    await handle.result().catch(() => undefined);
    writeFileSync(
      join(folder, `${version}-${name}.json`),
      toJson(History.create(await handle.fetchHistory())),
    );
  }
  {
    const handle = await bench.start('scoped', { title: 'Help' });
    await handle.result();
    writeFileSync(
      join(folder, `${version}-local-scope-cancelled.json`),
      toJson(History.create(await handle.fetchHistory())),
    );
  }
  for (const [name, type, input, queue] of runs) {
    if (existsSync(join(folder, `${version}-${name}.json`))) continue;
    const handle = await bench.start(type, input, queue);
    await answerAll(bench, handle);
    const history = History.create(await handle.fetchHistory());
    writeFileSync(join(folder, `${version}-${name}.json`), toJson(history));
  }
  await bench.close();
}

// Names of machines and paths of files are no part of what a replay needs.
function toJson(history: temporal.api.history.v1.History): string {
  const plain = History.toObject(history, { longs: String, enums: String, bytes: String });
  const clean = (key: string, value: unknown) => (key === 'stackTrace' || key === 'identity' ? '' : value);
  return `${JSON.stringify(plain, clean, 1)}\n`;
}

async function answerAll(bench: TestBench, handle: WorkflowHandle): Promise<void> {
  let open = true;
  const ended = handle.result().then(
    () => (open = false),
    () => (open = false),
  );
  while (open) {
    for (const task of bench.store.ofWorkflow(handle.workflowId)) {
      if (!task.closed) await bench.store.answer(task, `answer to ${task.spec.title}`);
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
}
