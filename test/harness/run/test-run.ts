import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManagedProcess } from '../../../apps/local/src';

const VARIABLES = {
  /** Logs, data and the list of processes of this run. */
  folder: 'TEST_RUN_FOLDER',
  postgresAdminUrl: 'TEST_POSTGRES_ADMIN_URL',
  temporalAddress: 'TEST_TEMPORAL_ADDRESS',
  temporalProgram: 'TEST_TEMPORAL_PROGRAM',
} as const;
type RunSettings = Record<keyof typeof VARIABLES, string>;

/** What the global set-up made; it reaches Jest's workers in environment variables. */
class TestRun {
  get folder(): string {
    return read('folder');
  }

  get postgresAdminUrl(): string {
    return read('postgresAdminUrl');
  }

  get temporalAddress(): string {
    return read('temporalAddress');
  }

  get temporalProgram(): string {
    return read('temporalProgram');
  }

  set(values: RunSettings): void {
    for (const name of Object.keys(VARIABLES) as (keyof RunSettings)[]) {
      process.env[VARIABLES[name]] = values[name];
    }
  }
}

export const testRun = new TestRun();

/** Puts a process on the list of what must not outlive the run. */
export function guard(started: ManagedProcess, folder = testRun.folder): void {
  appendFileSync(join(folder, 'processes'), `${JSON.stringify(started.record)}\n`);
}

/** Starts the process that ends the others when this one is gone, even by SIGKILL. */
export function startGuardian(folder: string): void {
  const guardian = spawn(process.execPath, [join(__dirname, 'guardian.cjs'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.unref();
  (guardian.stdin as unknown as { unref(): void }).unref();
}

function read(name: keyof RunSettings): string {
  const value = process.env[VARIABLES[name]];
  if (value !== undefined) return value;
  throw new Error(`${VARIABLES[name]} is not set: run the tests with Jest from the root of the repository.`);
}
