import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessWatch } from '../process-watch';
import { startStack } from '../stack';
import type { Revision } from './built-revision';

/** Starts of one revision, built and with its data there. */
export class Starts {
  private processorMs = NaN;
  private readonly home = mkdtempSync(join(tmpdir(), 'orkestra-against-start-'));

  constructor(readonly revision: Revision) {}

  /** @returns seconds from `npm start` to its last line */
  async measure(): Promise<number> {
    const stack = await startStack(this.home, this.revision.folder);
    const used = Object.values(stack.pids).map((pid) => new ProcessWatch(pid).processorMs());
    this.processorMs = used.reduce((sum, ms) => sum + ms, 0);
    await stack.end();
    return stack.readyAfterMs / 1_000;
  }

  /** @returns seconds of a processor that all programs of the start that was measured last had used when it was ready */
  used(): number {
    return this.processorMs / 1_000;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
