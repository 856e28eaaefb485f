import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { LocalStackError } from '../terminal/local.errors';

/**
 * Lets `fetch` make the program in a folder of its own beside the target, then moves it there in one step:
 * two at once don't disturb each other, and one cut short leaves nothing half made.
 */
export async function installProgram(
  target: string,
  fetch: (folder: string) => Promise<string>,
): Promise<string> {
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(`${target}.`);
  try {
    const file = await fetch(folder);
    chmodSync(file, 0o755);
    renameSync(file, target);
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end. @throws LocalStackError with the last line that it wrote. */
export async function run(
  command: string,
  args: readonly string[],
  { env, signal }: { env?: NodeJS.ProcessEnv; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  try {
    await promisify(execFile)(command, [...args], { env, signal, maxBuffer: 1 << 26 });
  } catch (cause) {
    const { code, stderr } = cause as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new LocalStackError(`${command} is not installed`, { cause });
    throw new LocalStackError(stderr?.trim().split('\n').at(-1) ?? `${command} failed`, { cause });
  }
}
