import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ManagedProcess } from '../../../apps/local/src';
import { eventually } from '../eventually';
import { guard, testRun } from '../run/test-run';

export const APPS = {
  gateway: { program: 'api-gateway', port: 'PORT' },
  worker: { program: 'worker', port: 'WORKER_PORT' },
  mcp: { program: 'mcp-gateway', port: 'MCP_PORT' },
  /** A second one, for what must hold across processes. */
  mcp2: { program: 'mcp-gateway', port: 'MCP_PORT' },
} as const;
export type AppName = keyof typeof APPS;

const root = resolve(__dirname, '../../..');

/** One of Orkestra's programs as built in `dist/`, in a process of its own. */
export class ServerProcess {
  private process: ManagedProcess | undefined;
  private starts = 0;

  constructor(
    readonly name: AppName,
    readonly url: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly logFolder: string,
  ) {}

  get pid(): number {
    if (this.process === undefined) throw new Error(`${this.name} is not running.`);
    return this.process.pid;
  }

  /** Resolves when it answers that it is ready. */
  async start(): Promise<void> {
    const main = join(root, 'dist', 'apps', APPS[this.name].program, 'src', 'main.js');
    if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` first.`);
    mkdirSync(this.logFolder, { recursive: true });
    this.starts += 1;
    const started = await ManagedProcess.start({
      name: this.name,
      command: process.execPath,
      args: ['--no-warnings', main],
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...this.env },
      logFile: this.logFile(this.starts),
    });
    guard(started, testRun.folder);
    this.process = started;
    const ready = eventually(() => started.exit !== undefined || this.isReady(), { timeoutMs: 90_000 });
    const ended = started.exited.then(({ code }) => Promise.reject(new Error(`it ended with code ${code}`)));
    await Promise.race([ready, ended]).catch((cause: unknown) => {
      throw new Error(`${this.name} did not become ready: ${String(cause)}\n${this.logs().slice(-4_000)}`);
    });
  }

  async stop(): Promise<void> {
    await this.process?.stop();
    this.process = undefined;
  }

  /** Sends the signal and waits until the process is gone. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    process.kill(this.pid, signal);
    await this.process?.exited;
    appendFileSync(this.logFile(this.starts), `--- ended by the test with ${signal}\n`);
    this.process = undefined;
  }

  /** All that it wrote, over its restarts. */
  logs(): string {
    const files = Array.from({ length: this.starts }, (_, index) => this.logFile(index + 1));
    return files.map((file) => readFileSync(file, 'utf8')).join('');
  }

  private logFile(start: number): string {
    return join(this.logFolder, `${this.name}-${start}.log`);
  }

  private async isReady(): Promise<boolean> {
    return (await fetch(`${this.url}/health/ready`)).ok;
  }
}
