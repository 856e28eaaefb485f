import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { LocalStackError } from '../terminal/local.errors';

/** Where downloads are kept for all checkouts of this user: ORKESTRA_CACHE, or `~/.cache/orkestra`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.ORKESTRA_CACHE) return resolve(env.ORKESTRA_CACHE);
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'orkestra');
}

/**
 * A lasting folder of ours that everybody can pass through, for what another user must read.
 * A clone or a home folder may be closed (0700), and its mode is not ours to change.
 */
export function sharedFolder(): string {
  const candidates = ['/var/lib/orkestra', '/opt/orkestra', '/var/tmp/orkestra'];
  const found = candidates.find(isOurs);
  if (found) return found;
  throw new LocalStackError(`None of ${candidates.join(', ')} can be used for the database files.`);
}

function isOurs(folder: string): boolean {
  try {
    if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755);
    return statSync(folder).uid === process.getuid?.();
  } catch {
    return false;
  }
}
