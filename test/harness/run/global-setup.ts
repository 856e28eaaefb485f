import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, resolveTemporal, startPostgres, startTemporal } from '../../../apps/local/src';
import { buildFixtures } from './fixtures';
import { guard, startGuardian, testRun } from './test-run';
import { runningServers } from './running-servers';

/** Nothing here outlives the run, so nothing need reach the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 };

/** Temporal reports code that fails after two attempts, not five, which take a minute. */
const SOON = ['system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2'];

/** One Postgres and one Temporal for the whole run, whatever projects are in it. (Jest wants a default export.) */
export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-test-'));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'logs'));
  startGuardian(folder);
  const temporalProgram = await resolveTemporal({ progress: (what) => console.error(what) });
  const [postgresPort, temporalPort] = (await freePorts(2)) as [number, number];
  const log = (name: string) => join(folder, 'logs', `${name}.log`);
  const [postgres, temporal] = await Promise.all([
    startPostgres({
      home: folder,
      port: postgresPort,
      password: 'test',
      logFile: log('postgres'),
      settings: FAST,
    }),
    startTemporal({ binary: temporalProgram, port: temporalPort, logFile: log('temporal'), settings: SOON }),
    buildFixtures(),
  ]);
  for (const server of [postgres, temporal]) {
    guard(server.process, folder);
    runningServers.push(server.process);
  }
  testRun.set({
    folder,
    postgresAdminUrl: postgres.adminUrl,
    temporalAddress: temporal.address,
    temporalProgram,
  });
}
