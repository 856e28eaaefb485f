import { performance } from 'node:perf_hooks';
import type { Check } from '../project/compiler';
import type { SourceLines } from './source-lines';
import { WorkerChild } from './worker-child';

/**
 * Keeps the newest code that is right at work: it is loaded beside the old one, which then hands over. Executions that
 * wait are Temporal's and know nothing of it.
 */
export class LiveWorker {
  private current: WorkerChild | undefined;
  private next: WorkerChild | undefined;
  private changedAt = performance.now();
  private stopped = false;
  /** The next one's code was checked before there was a Temporal. */
  private checked = false;
  private env: NodeJS.ProcessEnv | undefined;

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly lines: SourceLines,
  ) {}

  /** From now on there is a Temporal to work for. */
  connect(env: NodeJS.ProcessEnv): void {
    this.env = env;
    if (this.checked) this.run();
  }

  codeChanged(): void {
    this.changedAt = performance.now();
    this.checked = false;
    this.drop();
    this.spare();
  }

  codeWritten(): void {
    this.spare().send({ kind: 'bundle' });
  }

  codeChecked({ problems }: Check): void {
    if (problems.length === 0) {
      this.checked = true;
      if (this.env !== undefined) this.run();
      return;
    }
    this.drop();
    this.tell(problems.join('\n'));
    const goesOn = this.current === undefined ? '' : ' The code of before works on.';
    this.tell(`${count(problems.length)}; save again when they are gone.${goesOn}`);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.drop();
    await this.current?.retire();
    await this.current?.exited;
  }

  kill(): void {
    for (const child of [this.current, this.next]) child?.kill();
  }

  private run(): void {
    const child = this.spare();
    child.on('ready', () => void this.handOver(child));
    child.on('failed', ({ message }) => {
      this.tell(message);
      if (child === this.next) this.drop();
    });
    child.send({ kind: 'run', env: this.env ?? {} });
  }

  private async handOver(child: WorkerChild): Promise<void> {
    if (child !== this.next || this.stopped) return child.kill();
    const before = this.current;
    this.current = child;
    this.next = undefined;
    void this.watch(child);
    await before?.retire();
    const seconds = ((performance.now() - this.changedAt) / 1000).toFixed(1);
    this.tell(before === undefined ? 'The workflows run' : `Reloaded in ${seconds} s`);
  }

  /** A process of user code may end by itself; then the same code starts again, after a moment. */
  private async watch(child: WorkerChild): Promise<void> {
    const code = await child.exited;
    if (this.stopped || child !== this.current) return;
    this.current = undefined;
    this.tell(`Its process ended with ${code}; starting it again`);
    setTimeout(() => {
      if (!this.stopped && this.current === undefined && this.next === undefined) this.run();
    }, 1_000);
  }

  private spare(): WorkerChild {
    if (this.next !== undefined) return this.next;
    const child = new WorkerChild(this.folder, process.env);
    for (const stream of child.streams) this.lines.from(this.name, stream);
    this.next = child;
    return child;
  }

  private drop(): void {
    this.next?.kill();
    this.next = undefined;
  }

  private tell(text: string): void {
    this.lines.tell(this.name, text);
  }
}

function count(errors: number): string {
  return errors === 1 ? 'One error' : `${errors} errors`;
}
