import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Change } from './proposal';

/** Somebody has changed a file meanwhile, or a file can't be written. Nothing was written. */
export class WriteError extends Error {}

/**
 * Writes all files or none: each beside its place first, then all moved in.
 * @throws WriteError
 */
export function writeAll(root: string, changes: readonly Change[]): void {
  const undo: (() => void)[] = [];
  try {
    const drafts = changes.map((change) => ({ ...change, draft: draftOf(root, change, undo) }));
    for (const { path, before, draft } of drafts) moveIn(join(root, path), draft, before, undo);
  } catch (error) {
    for (const step of undo.reverse()) step();
    if (error instanceof WriteError) throw error;
    throw new WriteError(`The files can't be written: ${(error as Error).message}. Nothing was changed.`);
  }
}

function draftOf(root: string, { path, content }: Change, undo: (() => void)[]): string {
  const file = join(root, path);
  makeFolder(dirname(file), undo);
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  undo.push(() => rmSync(draft, { force: true }));
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  writeFileSync(draft, content, mode === undefined ? { flag: 'wx' } : { flag: 'wx', mode });
  return draft;
}

function moveIn(file: string, draft: string, before: string | undefined, undo: (() => void)[]): void {
  const now = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (now !== before)
    throw new WriteError(`${file} has changed meanwhile. Nothing was written; look at it and try again.`);
  if (before === undefined) {
    // Fails where somebody has made the file in this very moment.
    linkSync(draft, file);
    undo.push(() => rmSync(file, { force: true }));
    rmSync(draft);
    return;
  }
  undo.push(() => writeFileSync(file, before));
  renameSync(draft, file);
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  undo.push(() => {
    for (let made = folder; made.length >= first.length; made = dirname(made)) rmdirSync(made);
  });
}
