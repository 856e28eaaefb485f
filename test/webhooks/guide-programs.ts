import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { eventually } from '../harness';
import { testRun } from '../harness/run/test-run';
import { run } from '../mcp/public-tool';

const root = resolve(__dirname, '../..');
const GUIDE = readFileSync(join(root, 'docs/guides/webhooks.md'), 'utf8');

type Start = readonly [command: string, ...args: string[]];

/** How the program of the guide in each language is made ready, with what others published; how it is started. */
const LANGUAGES = {
  js: async (folder: string): Promise<Start> => {
    const program = join(folder, 'receiver.mjs');
    await writeFile(program, programOf('js'));
    // Where Node finds the packages of this repository.
    await cp(
      join(root, 'node_modules/standardwebhooks'),
      join(folder, 'node_modules/standardwebhooks'),
      copy,
    );
    for (const name of ['fast-sha256', '@stablelib/base64'])
      await cp(join(root, 'node_modules', name), join(folder, 'node_modules', name), copy);
    return [process.execPath, program];
  },
  python: async (folder: string): Promise<Start> => {
    const python = join(folder, 'venv/bin/python');
    await must('python3', ['-m', 'venv', join(folder, 'venv')], folder);
    const locked = join(__dirname, 'requirements.txt');
    await must(python, ['-m', 'pip', 'install', '-q', '--no-deps', '-r', locked], folder);
    await writeFile(join(folder, 'receiver.py'), programOf('python'));
    return [python, join(folder, 'receiver.py')];
  },
  go: async (folder: string): Promise<Start> => {
    await cp(join(__dirname, 'go'), folder, copy);
    await writeFile(join(folder, 'main.go'), programOf('go'));
    await must('go', ['build', '-mod=readonly', '-o', 'receiver', '.'], folder);
    return [join(folder, 'receiver')];
  },
  java: async (folder: string): Promise<Start> => {
    await cp(join(__dirname, 'java'), folder, copy);
    await must('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], folder);
    await writeFile(join(folder, 'Receiver.java'), programOf('java'));
    const path = `${join(folder, 'jars')}/*:${folder}`;
    await must('javac', ['-cp', path, 'Receiver.java'], folder);
    return ['java', '-cp', path, 'Receiver'];
  },
};

export type Language = keyof typeof LANGUAGES;

/** Those that need no more than Node and Python; all of them where WEBHOOK_RECEIVERS is `all`. */
export function chosenLanguages(): Language[] {
  const all = Object.keys(LANGUAGES) as Language[];
  return process.env['WEBHOOK_RECEIVERS'] === 'all' ? all : ['js', 'python'];
}

/** A program of the guide as it stands there, that runs. */
export class GuideProgram {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    /** What it has printed. */
    readonly lines: readonly string[],
  ) {}

  static async start(language: Language, secret: string, port: number): Promise<GuideProgram> {
    const folder = await mkdtemp(join(testRun.folder, `${language}-`));
    const [command, ...args] = await LANGUAGES[language](folder);
    const env = { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) };
    const child = spawn(command, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    const lines: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)));
    const url = `http://127.0.0.1:${port}/hooks`;
    await eventually(() => fetch(url, { method: 'POST', body: '{}' }).then(({ status }) => status === 401));
    return new GuideProgram(url, child, lines);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolved) => this.child.once('exit', resolved));
    this.child.kill();
    await ended;
  }
}

const copy = { recursive: true };

function programOf(language: Language): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(GUIDE)?.[1];
  if (found === undefined) throw new Error(`The guide has no program in ${language}.`);
  return found;
}

async function must(command: string, args: string[], cwd: string): Promise<void> {
  const { exitCode, stdout, stderr } = await run(command, args, { cwd });
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
