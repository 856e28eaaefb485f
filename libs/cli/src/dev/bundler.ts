import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { FromBundler } from './messages';

/** The process that bundles the workflows of the project. */
export class Bundler {
  private readonly child: ChildProcess;
  private turn = 0;
  private readonly waiting = new Map<number, (answer: FromBundler) => void>();

  /** @param target folder for the bundles and what makes them fast */
  constructor(folder: string, target: string) {
    this.child = fork(join(__dirname, 'bundler-process.js'), [folder, target], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('error', () => undefined);
    this.child.on('message', (answer: FromBundler) => this.waiting.get(answer.turn)?.(answer));
  }

  /** @returns the bundle's file, or what is wrong */
  bundle(): Promise<FromBundler> {
    const turn = (this.turn += 1);
    return new Promise((resolve) => {
      this.waiting.set(turn, (answer) => {
        this.waiting.delete(turn);
        resolve(answer);
      });
      if (this.child.connected) this.child.send({ turn });
    });
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }
}
