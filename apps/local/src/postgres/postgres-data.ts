import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, readlinkSync } from 'node:fs';
import { readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { LocalStackError } from '../terminal/local.errors';
import { canWriteIn, type RunAs } from '../process/run-as';
import { sharedFolder } from '../files/shared-folder';

export interface PostgresData {
  readonly folder: string;
  /** The user that owns the folder and must run Postgres. */
  readonly user: RunAs;
}

/**
 * The folder of the cluster: `<home>/postgres`. Where Postgres must run as another user who can't get there, that name is
 * a link to a folder outside, so that moving or removing the home takes the right data along.
 */
export function openPostgresData(home: string, user: RunAs): PostgresData {
  const entry = join(home, 'postgres');
  const known = lstatSync(entry, { throwIfNoEntry: false });
  if (known) return openKnown(entry, known.isSymbolicLink() ? readlinkSync(entry) : entry, user);
  forgetRemoved(home, user);
  if (user.uid === undefined) return { folder: createOwned(entry, user), user };
  createOwned(entry, user);
  if (canWriteIn(entry, user)) return { folder: entry, user };
  rmSync(entry, { recursive: true });
  const folder = createOwned(join(outside(), randomUUID()), user);
  writeFileSync(`${folder}.home`, home);
  symlinkSync(folder, entry);
  return { folder, user };
}

/** Removes the cluster for good, wherever it lies. Postgres must have stopped. */
export function removePostgresData(home: string): void {
  const entry = join(home, 'postgres');
  const known = lstatSync(entry, { throwIfNoEntry: false });
  if (known?.isSymbolicLink()) removeOutside(readlinkSync(entry));
  rmSync(entry, { recursive: true, force: true });
}

/** Whoever made the cluster runs it: Postgres accepts no other owner. */
function openKnown(entry: string, folder: string, user: RunAs): PostgresData {
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (!owner)
    throw new LocalStackError(
      `${entry} points to ${folder}, which is gone. Remove ${entry} to start afresh.`,
    );
  if (user.uid !== undefined) return { folder, user: { uid: owner.uid, gid: owner.gid } };
  if (owner.uid === (process.getuid?.() ?? owner.uid)) return { folder, user };
  throw new LocalStackError(
    `The database in ${entry} belongs to another user (${owner.uid}), perhaps from a start as root.` +
      '\nStart as that user, or set ORKESTRA_HOME to another folder.',
  );
}

/** Removes the outside folders of an earlier home at this path, which were left behind when that home was deleted. */
function forgetRemoved(home: string, user: RunAs): void {
  if (user.uid === undefined) return;
  const notes = readdirSync(outside()).filter((name) => name.endsWith('.home'));
  for (const note of notes.map((name) => join(outside(), name))) {
    if (readFileSync(note, 'utf8') === home) removeOutside(note.slice(0, -'.home'.length));
  }
}

function removeOutside(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}.home`, { force: true });
}

function outside(): string {
  const folder = join(sharedFolder(), 'data');
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755);
  return folder;
}

function createOwned(folder: string, { uid, gid }: RunAs): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid === undefined || gid === undefined) return folder;
  chmodSync(folder, 0o700);
  chownSync(folder, uid, gid);
  return folder;
}
