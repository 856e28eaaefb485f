import { performance } from 'node:perf_hooks';
import type { Check } from '../project/compiler';
import { Bundler } from './bundler';
import type { FromBundler } from './messages';
import type { SourceLines } from './source-lines';
import { WorkerChild } from './worker-child';

/**
 * Keeps the newest code that is right at work: it is loaded beside the old one, which then hands over. Executions that
 * wait are Temporal's and know nothing of it.
 */
export class LiveWorker {
  private current: WorkerChild | undefined;
  private next: WorkerChild | undefined;
  /** The next one has got its code. */
  private begun = false;
  private changedAt = performance.now();
  private stopped = false;
  /** Counts what was written, so that an answer about what came before is not taken for one about it. */
  private version = 0;
  private bundle: Promise<FromBundler> | undefined;
  /** The newest code fits its types. */
  private checked = false;
  private env: NodeJS.ProcessEnv | undefined;
  private readonly bundler: Bundler;

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly lines: SourceLines,
    bundles: string,
  ) {
    this.bundler = new Bundler(folder, bundles);
    this.spare();
  }

  /** From now on there is a Temporal to work for. */
  connect(env: NodeJS.ProcessEnv): void {
    this.env = env;
    if (this.checked) void this.run();
  }

  codeChanged(at: number): void {
    this.changedAt = at;
    this.checked = false;
  }

  codeWritten(): void {
    this.version += 1;
    this.bundle = this.bundler.bundle();
  }

  codeChecked({ problems }: Check): void {
    if (problems.length === 0) {
      this.checked = true;
      if (this.env !== undefined) void this.run();
      return;
    }
    this.tell(problems.join('\n'));
    const goesOn = this.current === undefined ? '' : ' The code of before works on.';
    this.tell(`${count(problems.length)}; save again when they are gone.${goesOn}`);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.bundler.stop();
    this.drop();
    await this.current?.retire();
    await this.current?.exited;
  }

  kill(): void {
    this.bundler.stop();
    for (const child of [this.current, this.next]) child?.kill();
  }

  private async run(): Promise<void> {
    const { version } = this;
    const bundled = await this.bundle;
    if (bundled === undefined || version !== this.version || this.stopped) return;
    if ('problem' in bundled) return this.tell(bundled.problem);
    // One that has begun with earlier code is of no use any more.
    if (this.begun) this.drop();
    const child = this.spare();
    this.begun = true;
    child.on('ready', () => void this.handOver(child));
    child.on('failed', ({ message }) => {
      this.tell(message);
      if (child === this.next) this.drop();
    });
    child.send({ kind: 'run', env: this.env ?? {}, bundle: bundled.file });
  }

  private async handOver(child: WorkerChild): Promise<void> {
    if (child !== this.next || this.stopped) return child.kill();
    const before = this.current;
    this.current = child;
    this.next = undefined;
    this.begun = false;
    void this.watch(child);
    await before?.retire();
    const seconds = ((performance.now() - this.changedAt) / 1000).toFixed(1);
    this.tell(before === undefined ? 'The workflows run' : `Reloaded in ${seconds} s`);
    if (!this.stopped) this.spare();
  }

  /** A process of user code may end by itself; then the same code starts again, after a moment. */
  private async watch(child: WorkerChild): Promise<void> {
    const code = await child.exited;
    if (this.stopped || child !== this.current) return;
    this.current = undefined;
    this.tell(`Its process ended with ${code}; starting it again`);
    setTimeout(() => {
      if (!this.stopped && this.current === undefined && !this.begun) void this.run();
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
    this.begun = false;
  }

  private tell(text: string): void {
    this.lines.tell(this.name, text);
  }
}

function count(errors: number): string {
  return errors === 1 ? 'One error' : `${errors} errors`;
}
