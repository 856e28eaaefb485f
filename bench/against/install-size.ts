import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Revision } from './built-revision';

/** What the image leaves of a checkout's workspaces: those that the servers need. */
const WORKSPACES = ['libs/sdk', 'libs/cli', 'libs/create-orkestra'];
const TRIM = 'deploy/image/trim.mjs';

/**
 * MB of the packages that a production install of the three servers brings (`npm ci --omit=dev`), as the image makes it:
 * without what it removes afterwards where the revision has such an image.
 */
export function installSize({ folder }: Revision): number {
  const place = mkdtempSync(join(tmpdir(), 'orkestra-against-size-'));
  try {
    const workspaces = WORKSPACES.filter((name) => existsSync(join(folder, name)));
    const files = ['package.json', 'package-lock.json', '.npmrc', TRIM].filter((name) =>
      existsSync(join(folder, name)),
    );
    const parts = workspaces.flatMap((name) => [`${name}/package.json`, `${name}/bin`]);
    for (const name of [...files, ...parts.filter((part) => existsSync(join(folder, part)))]) {
      const target = join(place, name === TRIM ? 'image/trim.mjs' : name);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(folder, name), target, { recursive: true });
    }
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] });
    run('npm', 'pkg', 'set', '--json', `workspaces=${JSON.stringify(workspaces)}`);
    run('npm', 'ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
    if (existsSync(join(place, 'image/trim.mjs'))) run(process.execPath, 'image/trim.mjs');
    return Number.parseInt(
      execFileSync('du', ['-sm', join(place, 'node_modules')], { encoding: 'utf8' }),
      10,
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
