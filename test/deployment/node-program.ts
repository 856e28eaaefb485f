import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The Node of an image such as `node:22-bookworm-slim`: the one that runs here where it is of that major version, else the
 * one of the npm package `node`, which is kept for all checkouts of the user.
 */
export async function nodeOf(image: string): Promise<string> {
  const major = /^node:(\d+)-/.exec(image)?.[1];
  if (major === undefined) throw new Error(`${image} is no image of one major version of Node.`);
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const cache = process.env['ORKESTRA_CACHE'] ?? join(homedir(), '.cache', 'orkestra');
  const kept = join(cache, `node-${major}`);
  if (!existsSync(kept)) await install(`node@${major}`, kept);
  return join(kept, 'node_modules/node/bin/node');
}

async function install(name: string, kept: string): Promise<void> {
  mkdirSync(join(kept, '..'), { recursive: true });
  const folder = mkdtempSync(`${kept}.`);
  try {
    const flags = ['--prefix', folder, '--no-audit', '--no-fund', '--prefer-offline'];
    await promisify(execFile)('npm', ['install', ...flags, name]);
    // Beside the target and then moved, so that two at once both end with a whole one.
    if (!existsSync(kept)) renameSync(folder, kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
