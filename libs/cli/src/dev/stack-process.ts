import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartRefusedError } from '../environment/cli.errors';
import type { Project } from '../project/project';
import type { SourceLines } from './source-lines';

/** Of what the stack writes for other programs. */
interface DevFile {
  temporalAddress?: string;
  pids?: { launcher?: number };
}

/** Postgres, Temporal and Orkestra's servers, which @orkestra/dev runs in a process of its own. */
export class StackProcess {
  readonly exited: Promise<number | null>;
  readonly home: string;
  private readonly child: ChildProcess;

  /** @throws StartRefusedError where the package is not installed */
  constructor(project: Project, env: NodeJS.ProcessEnv, lines: SourceLines) {
    this.home = resolve(project.folder, env['ORKESTRA_HOME'] || '.orkestra');
    this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', programOf(project)], {
      cwd: project.folder,
      // It ends with us, however we end.
      env: { ...env, ORKESTRA_PARENT_PID: String(process.pid) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exited = new Promise((done) => this.child.once('exit', (code) => done(code)));
    for (const stream of [this.child.stdout, this.child.stderr]) lines.from('orkestra', stream);
  }

  /** Temporal's address once all is ready; nothing when the stack ends before that. */
  async ready(): Promise<string | undefined> {
    while (this.child.exitCode === null && this.child.signalCode === null) {
      const { temporalAddress, pids } = this.devFile();
      if (pids?.launcher === this.child.pid && temporalAddress) return temporalAddress;
      await delay(100);
    }
    return undefined;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exited;
  }

  /** A second word: it then ends at once. */
  hurry(): void {
    this.child.kill('SIGTERM');
  }

  private devFile(): DevFile {
    try {
      return JSON.parse(readFileSync(join(this.home, 'dev.json'), 'utf8')) as DevFile;
    } catch {
      // It is not there yet.
      return {};
    }
  }
}

function programOf({ folder, require }: Project): string {
  try {
    return require.resolve('@orkestra/dev/stack');
  } catch {
    throw new StartRefusedError(
      `@orkestra/dev is not installed in ${folder}. Run: npm install --save-dev @orkestra/dev`,
      2,
    );
  }
}
