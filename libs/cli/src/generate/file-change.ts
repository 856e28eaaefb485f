import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StartRefusedError } from '../environment/cli.errors';

/** A file as it will be. */
export interface FileChange {
  readonly file: string;
  readonly text: string;
  /** `create` is refused where the file is there. */
  readonly action: 'create' | 'change';
}

/** @throws StartRefusedError */
export function refuseOverwriting(changes: readonly FileChange[]): void {
  const there = changes.find(({ action, file }) => action === 'create' && existsSync(file));
  if (there === undefined) return;
  throw new StartRefusedError(`${there.file} is there already. Take another name, or remove it.`, 2);
}

/**
 * Writes all of them or none.
 * @throws StartRefusedError
 */
export function writeAll(changes: readonly FileChange[]): void {
  refuseOverwriting(changes);
  const undo: (() => void)[] = [];
  try {
    for (const { file, text, action } of changes) {
      const before = action === 'change' ? readFileSync(file, 'utf8') : undefined;
      undo.push(() => (before === undefined ? rmSync(file, { force: true }) : writeFileSync(file, before)));
      writeFileSync(file, text, { flag: action === 'create' ? 'wx' : 'w' });
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw new StartRefusedError(`Nothing was written: ${(error as Error).message}.`, 1);
  }
}
