import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { testRun } from '../harness/run/test-run';
import { run } from '../mcp/public-tool';

const root = resolve(__dirname, '../..');
const LOCKED = join(__dirname, 'requirements.txt');

/** A Python with what `requirements.txt` locks, and the client for Python as a user installs it: from its wheel. */
export class PythonEnvironment {
  private constructor(
    readonly python: string,
    /** Where the wheel is installed. */
    private readonly packages: string,
  ) {}

  static async make(): Promise<PythonEnvironment> {
    const python = join(await locked(), 'bin', 'python');
    const folder = await mkdtemp(join(testRun.folder, 'wheel-'));
    const source = join(root, 'python', 'orkestra');
    await must(python, [...PIP, 'wheel', '-q', '--no-deps', '--no-build-isolation', '-w', folder, source]);
    const packages = join(folder, 'packages');
    const wheel = [
      '--find-links',
      folder,
      '--no-index',
      '--no-deps',
      '--target',
      packages,
      'orkestra-temporal',
    ];
    await must(python, [...PIP, 'install', '-q', ...wheel]);
    return new PythonEnvironment(python, packages);
  }

  /** The environment of a program that uses the client. */
  env(more: Record<string, string> = {}): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], HOME: process.env['HOME'], ...more, PYTHONPATH: this.packages };
  }

  async run(args: string[], options: { cwd: string; env?: Record<string, string> }): Promise<string> {
    const { exitCode, stdout, stderr } = await run(this.python, args, {
      ...options,
      env: this.env(options.env),
    });
    if (exitCode !== 0)
      throw new Error(`python ${args.join(' ')} ended with ${exitCode}:\n${stdout}\n${stderr}`);
    return stdout;
  }
}

const PIP = ['-m', 'pip', '--disable-pip-version-check'];

/** Kept beside the dependencies for the runs to come, until the lock file changes. */
async function locked(): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(LOCKED)).digest('hex').slice(0, 16);
  const kept = join(root, 'node_modules', '.cache', 'orkestra', `python-${hash}`);
  if (existsSync(kept)) return kept;
  const draft = `${kept}.${process.pid}`;
  await must('python3', ['-m', 'venv', draft]);
  await must(join(draft, 'bin', 'python'), [...PIP, 'install', '-q', '--no-deps', '-r', LOCKED]);
  // Another test file may have been quicker; what both have made is the same.
  await rename(draft, kept).catch(() => rm(draft, { recursive: true, force: true }));
  return kept;
}

async function must(command: string, args: string[]): Promise<void> {
  const { exitCode, stderr } = await run(command, args);
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
}
