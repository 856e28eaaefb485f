import { removePostgresData } from '../../../apps/local/src';
import { testRun } from './test-run';
import { runningServers } from './running-servers';

export default async function globalTeardown(): Promise<void> {
  await Promise.all(runningServers.splice(0).map((server) => server.stop()));
  removePostgresData(testRun.folder);
}
