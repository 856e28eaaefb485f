import { execFile, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testRun } from '../run/test-run';
import type { Json } from '../system/api-client';

const execute = promisify(execFile);

/** Checks receipts by what others have written and published, in a Python of its own: see `verify.py`. */
export async function foreignVerifier(): Promise<(given: object) => Promise<Json>> {
  const venv = await mkdtemp(join(testRun.folder, 'venv-'));
  await execute('python3', ['-m', 'venv', venv]);
  const python = join(venv, 'bin', 'python');
  const locked = join(__dirname, 'requirements.txt');
  await execute(python, ['-m', 'pip', 'install', '-q', '--no-deps', '-r', locked], { timeout: 110_000 });
  return (given) => verified(python, given);
}

function verified(python: string, given: object): Promise<Json> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [join(__dirname, 'verify.py')], { timeout: 60_000 });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(out) as Json) : reject(new Error(`It ended with ${code}:\n${errors}`)),
    );
    child.stdin.end(JSON.stringify(given));
  });
}
