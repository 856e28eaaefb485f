import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, statSync, truncateSync } from 'node:fs';
import {
  type ApiClient,
  complete,
  ended,
  eventually,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';

const WAITING = 12;
/** What SQLite itself says of a database. */
const CHECK = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(*(db.execute(f'PRAGMA {name}').fetchone()[0] for name in ('journal_mode', 'integrity_check')))`;

describe('kill -9 of the Temporal dev server under load', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem({ ownTemporal: true })));
  afterAll(() => system?.stop());

  const waiting = async (sam: ApiClient, title: string) => {
    const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title });
    return { workflowId, taskId: (await taskOf(sam, workflowId)).id as string };
  };
  /** Of a copy: whoever opens the file itself repairs it. A power cut leaves less than all of the log. */
  const check = (shareOfLog: number) => {
    const [file, log] = [system.temporalFile, `${system.temporalFile}-wal`];
    const copy = `${file}.copy`;
    copyFileSync(file, copy);
    if (existsSync(log)) {
      copyFileSync(log, `${copy}-wal`);
      const size = Math.max(Math.floor(statSync(log).size * shareOfLog), bytesOnDisk(file));
      truncateSync(`${copy}-wal`, size);
    }
    return execFileSync('python3', ['-c', CHECK, copy], { encoding: 'utf8' }).trim();
  };

  /** Decides one task after the other and starts more workflows meanwhile; resolves once half is decided. */
  const load = async (sam: ApiClient, tasks: readonly string[], round: string) => {
    const accepted: string[] = [];
    const started: string[] = [];
    const all = Promise.allSettled([
      ...tasks.map(async (taskId) => {
        await complete(sam, taskId, { answer: round }, { claim: true });
        accepted.push(taskId);
      }),
      ...tasks.map(async () =>
        started.push(await startWorkflow(system.agent('demo'), 'one-task', { title: `Meanwhile, ${round}` })),
      ),
    ]);
    await eventually(() => Promise.resolve(accepted.length >= tasks.length / 2 && started.length > 0), {
      everyMs: 2,
    });
    return { accepted, started, all };
  };

  const expectResumed = async (sam: ApiClient, workflowId: string, answer: string) => {
    expect(await ended(sam, workflowId)).toMatchObject({ status: 'COMPLETED', result: { answer } });
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(1);
  };

  test.each(['first', 'second', 'third'])(
    'loses no decision and no start, and resumes each workflow once: %s time',
    async (round) => {
      const sam = await system.person('sam@demo.test');
      const asked = await Promise.all(Array.from({ length: WAITING }, () => waiting(sam, round)));
      const { accepted, started, all } = await load(
        sam,
        asked.map(({ taskId }) => taskId),
        round,
      );
      await system.killTemporal();
      await all;
      expect(accepted).toHaveLength(WAITING);
      expect([check(1), check(0.5)]).toEqual(['wal ok', 'wal ok']);
      await system.startTemporal();

      for (const { workflowId } of asked) await expectResumed(sam, workflowId, round);
      for (const workflowId of started) {
        const { id } = await taskOf(sam, workflowId);
        await complete(sam, id as string, { answer: 'later' }, { claim: true });
        await expectResumed(sam, workflowId, 'later');
      }
    },
  );

  test('nor together with the gateway and the worker', async () => {
    const sam = await system.person('sam@demo.test');
    const asked = await Promise.all(Array.from({ length: WAITING }, () => waiting(sam, 'all at once')));
    const { accepted, started, all } = await load(
      sam,
      asked.map(({ taskId }) => taskId),
      'all at once',
    );
    await Promise.all([system.killTemporal(), system.kill('gateway'), system.kill('worker')]);
    await all;
    const toResume = asked.filter(({ taskId }) => accepted.includes(taskId));
    expect([check(1), check(0.5)]).toEqual(['wal ok', 'wal ok']);
    await system.startTemporal();
    await Promise.all([system.restart('gateway'), system.restart('worker')]);

    const again = await system.person('sam@demo.test');
    for (const { workflowId } of toResume) await expectResumed(again, workflowId, 'all at once');
    for (const workflowId of started)
      expect(await taskOf(again, workflowId)).toMatchObject({ status: 'READY' });
  });
});

/**
 * Of the log, what SQLite had on disk for certain before it copied it into the file, which may have happened to a part of
 * it: no power cut takes that away. (The header of the log, and `nBackfill` of its index, as https://sqlite.org/walformat.html
 * has them.)
 */
function bytesOnDisk(file: string): number {
  const [log, index] = [readFileSync(`${file}-wal`), `${file}-shm`];
  if (log.length < 32 || !existsSync(index)) return 0;
  const copiedFrames = readFileSync(index).readUInt32LE(96);
  return 32 + copiedFrames * (24 + log.readUInt32BE(8));
}
