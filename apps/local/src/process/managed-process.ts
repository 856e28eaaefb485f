import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { LocalStackError } from '../terminal/local.errors';
import { logTail } from '../files/log-tail';
import { identityOf, type ProcessRecord } from './process-identity';

export interface ProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** Sent first to end it; after `graceMs` (default 10 s) the process is killed. */
  readonly stopSignal?: NodeJS.Signals;
  readonly graceMs?: number;
  readonly killSignal?: NodeJS.Signals;
  /** Whether it waits for what `tell` says to it. */
  readonly isTold?: boolean;
  /** Told in the moment in which the process exists: whoever ends us from then on finds it. */
  readonly onProcess?: (process: ManagedProcess) => void;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child in a process group of its own, so that Ctrl-C reaches only the launcher, which stops them in order. */
export class ManagedProcess {
  readonly exited: Promise<ProcessExit>;
  readonly record: ProcessRecord;
  exit: ProcessExit | undefined;

  private constructor(
    readonly options: ProcessOptions,
    private readonly child: ChildProcess,
  ) {
    const pid = child.pid ?? 0;
    this.record = { pid, identity: identityOf(pid) ?? '' };
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.exit = { code, signal };
        resolve(this.exit);
      });
    });
  }

  /** @throws LocalStackError when the command can't be run. */
  static async start(options: ProcessOptions): Promise<ManagedProcess> {
    const log = openFreshLog(options.logFile);
    try {
      const { command, args, cwd, env, uid, gid } = options;
      const child = spawn(command, [...args], {
        cwd,
        env,
        uid,
        gid,
        detached: true,
        stdio: ['ignore', log, log, ...(options.isTold ? (['ipc'] as const) : [])],
      });
      const spawned = new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
      if (child.pid === undefined) await spawned;
      const process = new ManagedProcess(options, child);
      options.onProcess?.(process);
      await spawned;
      return process;
    } catch (cause) {
      if (cause instanceof LocalStackError) throw cause;
      throw new LocalStackError(`Cannot run ${options.command}: ${String(cause)}`, { cause });
    } finally {
      closeSync(log);
    }
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number {
    return this.record.pid;
  }

  /** @throws LocalStackError when it has ended */
  async tell(message: object): Promise<void> {
    const sent = new Promise<Error | null>((done) => this.child.send(message, done));
    if ((await sent) !== null) throw this.endedError();
  }

  async stop(): Promise<void> {
    if (this.exit) return;
    this.child.kill(this.options.stopSignal ?? 'SIGTERM');
    const timer = setTimeout(() => this.kill(), this.options.graceMs ?? 10_000);
    await this.exited;
    clearTimeout(timer);
  }

  kill(): void {
    if (!this.exit) this.child.kill(this.options.killSignal ?? 'SIGKILL');
  }

  /** How it ended, in words that go on after its name. */
  get end(): string {
    return this.exit?.signal ? `was ended by ${this.exit.signal}` : `stopped with code ${this.exit?.code}`;
  }

  /** The error that tells a person why this process is gone. */
  endedError(): LocalStackError {
    const tail = logTail(this.options.logFile, 20);
    return new LocalStackError(
      `${this.name} ${this.end}. The last lines of ${this.options.logFile}:\n${tail || '  (it is empty)'}`,
    );
  }
}

/** Opens an empty log and keeps the one of the run before as `<file>.1`. */
function openFreshLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
