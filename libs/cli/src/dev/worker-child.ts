import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromWorker, ToWorker } from './messages';

const LONGEST_GOODBYE_MS = 20_000;

/** A process with one version of the project's code. */
export class WorkerChild {
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<FromWorker['kind'], (message: FromWorker) => void>();

  constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.child = fork(join(__dirname, 'worker-process.js'), [folder], {
      cwd: folder,
      env,
      execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
      // Ctrl-C reaches the launcher alone, which stops all in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.exited = new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
    this.child.on('error', () => undefined);
    this.child.on('message', (message: FromWorker) => this.waiting.get(message.kind)?.(message));
  }

  get streams(): readonly (NodeJS.ReadableStream | null)[] {
    return [this.child.stdout, this.child.stderr];
  }

  on<Kind extends FromWorker['kind']>(
    kind: Kind,
    listen: (message: Extract<FromWorker, { kind: Kind }>) => void,
  ): void {
    this.waiting.set(kind, (message) => listen(message as Extract<FromWorker, { kind: Kind }>));
  }

  send(message: ToWorker): void {
    if (this.child.connected) this.child.send(message);
  }

  /** Resolves when it takes no more work; it ends by itself when what is under way is done. */
  async retire(): Promise<void> {
    const retired = new Promise<void>((resolve) => this.on('retired', () => resolve()));
    this.send({ kind: 'stop' });
    const timer = setTimeout(() => this.kill(), LONGEST_GOODBYE_MS);
    timer.unref();
    void this.exited.then(() => clearTimeout(timer));
    await Promise.race([retired, this.exited]);
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
