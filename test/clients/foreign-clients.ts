import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Json } from '../harness';
import { testRun } from '../harness/run/test-run';
import { run } from '../mcp/public-tool';

type Start = readonly [command: string, ...args: string[]];

interface ForeignClient {
  title: string;
  /** It speaks the protocol of 2026, which has no sessions that could move. */
  sessionless?: true;
  /** Installs exactly what the lock file names. @returns how to start it; or why it can't be, where that is no fault */
  install(): Promise<Start | { missing: string }>;
}

const LONGEST_MS = 100_000;
const folderOf = (name: string) => join(__dirname, name);

/** Clients that others wrote, as they are published. Their programs lie in the folders beside this file. */
export const FOREIGN_CLIENTS: Record<string, ForeignClient> = {
  langchain: {
    title: "LangChain's adapter",
    install: async () => [process.execPath, await npmInstalled('langchain')],
  },
  'ai-sdk': {
    title: 'the AI SDK 7 on Node 24',
    sessionless: true,
    install: async () => {
      const program = await npmInstalled('ai-sdk');
      const newer = join(folderOf('ai-sdk'), 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
      return existsSync(newer) ? [newer, program] : { missing: `no Node 24 for ${process.arch}` };
    },
  },
  'python-mcp': { title: "Python's mcp", install: () => pipInstalled('python-mcp') },
  mcpadapt: { title: 'mcpadapt with smolagents', install: () => pipInstalled('mcpadapt') },
  'go-sdk': {
    title: "Go's go-sdk",
    install: async () => {
      if ((await run('go', ['version'])).exitCode !== 0) return { missing: 'Go is not installed' };
      const program = join(await mkdtemp(join(testRun.folder, 'go-')), 'client');
      await must('go', ['build', '-mod=readonly', '-o', program, '.'], folderOf('go-sdk'));
      return [program];
    },
  },
};

/** Those that a run is for: one in the usual tests, or those that MCP_CLIENTS names. */
export function chosenClients(): string[] {
  const wanted = process.env['MCP_CLIENTS'] ?? 'langchain';
  return wanted === 'all' ? Object.keys(FOREIGN_CLIENTS) : wanted.split(',');
}

export interface Visit {
  url: string;
  key: string;
  unique: string;
  /** Called when the client is to find another gateway. */
  move?: () => Promise<void>;
  env?: Record<string, string>;
}

/** Runs a client's program to its end. @returns what it told of each step */
export async function visit([command, ...args]: Start, visited: Visit): Promise<Json> {
  const { url, key, unique, move, env: more } = visited;
  const env = { ...process.env, MCP_URL: url, MCP_KEY: key, MCP_UNIQUE: unique, ...more };
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'], timeout: LONGEST_MS });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const told: Json = {};
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{"step"')) continue;
    const { step, value } = JSON.parse(line) as { step: string; value: unknown };
    told[step] = value;
    if (step !== 'move') continue;
    await move?.();
    child.stdin.end('moved\n');
  }
  if ((await exited) !== 0) throw new Error(`The client ended after ${Object.keys(told).join()}:\n${errors}`);
  return told;
}

async function npmInstalled(name: string): Promise<string> {
  const folder = folderOf(name);
  if (!existsSync(join(folder, 'node_modules', '.package-lock.json')))
    await must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  return join(folder, 'client.js');
}

async function pipInstalled(name: string): Promise<Start> {
  const venv = await mkdtemp(join(testRun.folder, 'venv-'));
  await must('python3', ['-m', 'venv', venv], folderOf(name));
  const python = join(venv, 'bin', 'python');
  await must(python, ['-m', 'pip', 'install', '-q', '--no-deps', '-r', 'requirements.txt'], folderOf(name));
  return [python, join(folderOf(name), 'client.py')];
}

async function must(command: string, args: string[], cwd: string): Promise<void> {
  const { exitCode, stderr } = await run(command, args, { cwd });
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
}
