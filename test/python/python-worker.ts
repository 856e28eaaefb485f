import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManagedProcess } from '../../apps/local/src';
import { eventually } from '../harness';
import type { TestNamespace } from '../harness/servers/namespace';
import { guard, testRun } from '../harness/run/test-run';
import type { PythonEnvironment } from './python-environment';

interface Program {
  /** Holds `worker.py`. */
  folder: string;
  env?: Record<string, string>;
}

/** A user's worker in Python, in a process of its own. */
export class PythonWorker {
  readonly logFile = join(mkdtempSync(join(testRun.folder, 'python-worker-')), 'worker.log');
  private process: ManagedProcess | undefined;

  constructor(
    private readonly environment: PythonEnvironment,
    private readonly namespace: TestNamespace,
    private readonly program: Program,
  ) {}

  /** Resolves when it polls, as its program says. */
  async start(): Promise<void> {
    const { address, namespace } = this.namespace;
    const temporal = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
    this.process = await ManagedProcess.start({
      name: 'python-worker',
      command: this.environment.python,
      args: ['worker.py'],
      cwd: this.program.folder,
      env: this.environment.env({ ...temporal, ...this.program.env, PYTHONDONTWRITEBYTECODE: '1' }),
      logFile: this.logFile,
    });
    guard(this.process);
    const started = this.process;
    await eventually(() => started.exit !== undefined || this.log().includes('ready'), { timeoutMs: 90_000 });
    if (started.exit !== undefined) throw new Error(`The worker in Python ended:\n${this.log()}`);
  }

  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    if (this.process === undefined) return;
    process.kill(this.process.pid, 'SIGKILL');
    await this.process.exited;
    this.process = undefined;
  }
}
