import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../environment/environment';
import type { Project } from '../../project/project';
import { compiledFile } from './layout';
import { ToolError } from './workspace.errors';

/** What of the environment a test may know: neither keys nor addresses. */
const HANDED_ON = /^(PATH|TMPDIR|TEMP|TMP|LANG|LC_ALL|TZ|SystemRoot|ORKESTRA_TEST_SERVER)$/i;
const LONGEST_OUTPUT = 12_000;
/** What a timer of Node can hold. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface TestAnswer {
  readonly isGreen: boolean;
  readonly passed: number;
  readonly failed: number;
  /** What the model is told: what the test wrote, cut where it is long. */
  readonly output: string;
  readonly seconds: number;
}

interface TestRunOptions {
  readonly seconds: number;
  readonly env: Environment;
  readonly signal: AbortSignal;
}

/**
 * Runs one compiled test of a staged project as a process of its own, and ends whatever it has started.
 * @throws ToolError where there is no such test
 */
export async function runTest(stage: Project, source: string, options: TestRunOptions): Promise<TestAnswer> {
  const file = compiledFile(stage, source);
  if (file === undefined)
    throw new ToolError(`${source} is no source of this project. Name a *.test.ts file.`);
  const home = join(stage.folder, '.home');
  mkdirSync(home, { recursive: true });
  const child = spawn(process.execPath, ['--enable-source-maps', '--test-reporter=tap', file], {
    cwd: stage.folder,
    env: { ...cleaned(options.env), HOME: home, USERPROFILE: home, NODE_ENV: 'test', NO_COLOR: '1' },
    // A group of its own, so that all that the test starts ends with it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const began = Date.now();
  const output = collect(child);
  const { code, isLate } = await ended(child, options);
  return answerOf(
    output.text().replaceAll(`${stage.folder}/`, ''),
    code,
    isLate ? options.seconds : undefined,
    (Date.now() - began) / 1_000,
  );
}

function cleaned(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => HANDED_ON.test(name)));
}

async function ended(
  child: ChildProcess,
  { seconds, signal }: TestRunOptions,
): Promise<{ code: number | null; isLate: boolean }> {
  let isLate = false;
  const kill = () => killGroup(child);
  const timer = setTimeout(
    () => {
      isLate = true;
      kill();
    },
    Math.min(seconds * 1_000, LONGEST_TIMER_MS),
  );
  signal.addEventListener('abort', kill, { once: true });
  try {
    // What the test has left running may hold its output open, so its end is not that of the streams.
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (exitCode) => setImmediate(resolve, exitCode));
      if (signal.aborted) kill();
    });
    signal.throwIfAborted();
    return { code, isLate };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    kill();
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** The beginning and the end of what a program writes, however much it is. */
function collect({ stdout, stderr }: ChildProcess): { text(): string } {
  const half = LONGEST_OUTPUT / 2;
  let [head, tail, leftOut] = ['', '', 0];
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      const space = Math.max(0, half - head.length);
      head += piece.slice(0, space);
      const both = tail + piece.slice(space);
      leftOut += Math.max(0, both.length - half);
      tail = both.slice(-half);
    });
  return {
    text: () => (leftOut === 0 ? head + tail : `${head}\n… ${leftOut} characters left out …\n${tail}`),
  };
}

function answerOf(
  text: string,
  code: number | null,
  lateAfter: number | undefined,
  seconds: number,
): TestAnswer {
  const count = (what: string) =>
    Number([...text.matchAll(new RegExp(`^# ${what} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  const [passed, failed] = [count('pass'), count('fail') + count('cancelled')];
  const isGreen = code === 0 && lateAfter === undefined && passed > 0 && failed === 0;
  const why =
    lateAfter !== undefined
      ? `It did not end within ${lateAfter} s and was ended.`
      : reasonOf(isGreen, code, passed);
  return { isGreen, passed, failed, seconds, output: `${why}\n${text}`.trim() };
}

function reasonOf(isGreen: boolean, code: number | null, passed: number): string {
  if (isGreen) return 'All tests pass.';
  return code === 0 && passed === 0
    ? 'No test ran. Use test(…) of node:test in this file.'
    : `The test failed (exit code ${code ?? 'none: it was killed'}).`;
}
