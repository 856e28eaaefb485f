import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep, win32 } from 'node:path';
import { RefusedError } from './workspace.errors';

export interface Place {
  /** Inside the project, with slashes. */
  readonly path: string;
  /** The same where links lead elsewhere in the project. */
  readonly realPath: string;
  /** Absolute, without links. */
  readonly file: string;
}

/**
 * The place of a path that the model names.
 * @param root of the project, without links
 * @throws RefusedError where it is not inside the project
 */
export function placeOf(root: string, given: string): Place {
  if (given.includes('\0') || given.trim() === '') throw outside(given);
  if (isAbsolute(given) || win32.isAbsolute(given) || given.startsWith('~')) throw outside(given);
  const path = inside(root, resolve(root, given.replaceAll('\\', '/')));
  if (path === undefined) throw outside(given);
  const file = realPathOf(join(root, path));
  const realPath = inside(root, file);
  if (realPath === undefined) throw new RefusedError(`${path} leads out of the project by a link.`);
  return { path, realPath, file };
}

function inside(root: string, file: string): string | undefined {
  const path = relative(root, file);
  const leaves = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return leaves ? undefined : path.split(sep).join('/');
}

/** Of what is not there yet: the real path of the folder in which it would be. */
function realPathOf(file: string): string {
  let there = file;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return join(realpathSync(there), relative(there, file));
}

function outside(given: string): RefusedError {
  const shown = JSON.stringify(given.slice(0, 200));
  return new RefusedError(`${shown} is not inside the project. Give a path such as src/workflows.ts.`);
}
