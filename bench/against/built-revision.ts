import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../stack';

/** Checkouts of other revisions, with what their builds made; they are kept for the next run. */
const KEPT_IN = join(tmpdir(), 'orkestra-against');

export interface Revision {
  /** Short hash of the commit. */
  name: string;
  folder: string;
}

/** Checks a revision out beside the project, installs it by its own lock file and builds it, unless that was done. */
export function builtRevision(given: string): Revision {
  const commit = git('rev-parse', '--verify', `${given}^{commit}`);
  const folder = join(KEPT_IN, commit);
  const done = join(folder, '.built');
  if (!existsSync(done)) {
    mkdirSync(KEPT_IN, { recursive: true });
    if (!existsSync(folder)) git('worktree', 'add', '--detach', '--force', folder, commit);
    console.log(`Building ${given} in ${folder}`);
    for (const args of [
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      ['run', 'build:bench'],
    ])
      execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(done, '');
  }
  return { name: commit.slice(0, 7), folder };
}

export function ownRevision(): Revision {
  const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', changed';
  return { name: `${git('rev-parse', '--short=7', 'HEAD')}${changed}`, folder: PROJECT };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8' }).trim();
}
