import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromBundler } from './messages';

/** The process that bundles the workflows of the project. */
export class Bundler {
  private child: ChildProcess | undefined;
  private stopped = false;
  private turn = 0;
  private readonly waiting = new Map<number, (answer: FromBundler) => void>();

  /** @param target folder for the bundles and what makes them fast */
  constructor(
    private readonly folder: string,
    private readonly target: string,
  ) {
    this.child = this.start();
  }

  /** @returns the bundle's file, or what is wrong */
  bundle(): Promise<FromBundler> {
    const turn = (this.turn += 1);
    return new Promise((resolve) => {
      this.waiting.set(turn, (answer) => {
        this.waiting.delete(turn);
        resolve(answer);
      });
      this.child ??= this.start();
      if (this.child.connected) this.child.send({ turn });
    });
  }

  stop(): void {
    this.stopped = true;
    this.child?.kill('SIGKILL');
  }

  private start(): ChildProcess {
    const child = fork(join(__dirname, 'bundler-process.js'), [this.folder, this.target], {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => undefined);
    child.on('message', (answer: FromBundler) => this.waiting.get(answer.turn)?.(answer));
    child.once('exit', (code, signal) => this.ended(signal ?? `code ${code}`));
    return child;
  }

  /** The next bundle is made by another one. */
  private ended(how: string): void {
    if (this.stopped) return;
    this.child = undefined;
    const problem = `The process that bundles ended with ${how}. Save again to try again.`;
    for (const [turn, answer] of this.waiting) answer({ turn, problem });
  }
}
