import { execFile, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testRun } from '../run/test-run';

const execute = promisify(execFile);

/** What the models that Slack has published find wrong with each message or view: see `validate.py`. */
export async function slackModels(): Promise<(shapes: readonly object[]) => Promise<string[][]>> {
  const venv = await mkdtemp(join(testRun.folder, 'venv-'));
  await execute('python3', ['-m', 'venv', venv]);
  const python = join(venv, 'bin', 'python');
  const locked = join(__dirname, 'requirements.txt');
  await execute(python, ['-m', 'pip', 'install', '-q', '--no-deps', '-r', locked], { timeout: 110_000 });
  return (shapes) => problemsOf(python, shapes);
}

function problemsOf(python: string, shapes: readonly object[]): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [join(__dirname, 'validate.py')], { timeout: 60_000 });
    let [out, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(out) as string[][])
        : reject(new Error(`It ended with ${code}:\n${errors}`)),
    );
    child.stdin.end(JSON.stringify(shapes));
  });
}
