import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../stack';
import type { Revision } from './built-revision';

/** Starts of one revision, built and with its data there. */
export class Starts {
  private readonly home = mkdtempSync(join(tmpdir(), 'orkestra-against-start-'));

  constructor(readonly revision: Revision) {}

  /** @returns seconds from `npm start` to its last line */
  async measure(): Promise<number> {
    const stack = await startStack(this.home, this.revision.folder);
    await stack.end();
    return stack.readyAfterMs / 1_000;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
