import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually, type Json } from '../harness';

export const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
};

interface Start {
  command?: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string;
  /** With a process group of its own, as a shell at a terminal gives to each command. */
  atTerminal?: boolean;
}

/** A program as an agent's client runs it, with all that it prints. */
export class Program {
  stdout = '';
  stderr = '';
  readonly child: ChildProcess;
  private readonly exited: Promise<unknown[]>;

  constructor({ command = process.execPath, args, env, cwd = '/', atTerminal = false }: Start) {
    this.child = spawn(command, args, { env, cwd, detached: atTerminal });
    this.exited = once(this.child, 'close');
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.child.stdin?.on('error', () => undefined);
  }

  write(line: string | object): void {
    this.child.stdin?.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  }

  /** Ctrl-C reaches the whole group: a shell between npm and the program may have been told to ignore it. */
  pressCtrlC(): void {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGINT');
  }

  async exitCode(): Promise<unknown> {
    return (await this.exited)[0];
  }

  async endOfInput(): Promise<unknown> {
    this.child.stdin?.end();
    return this.exitCode();
  }

  answer(id: number): Promise<Json> {
    return eventually(() => this.messages().find((message) => message.id === id));
  }

  /** @throws SyntaxError when stdout holds anything but the protocol */
  messages(): Json[] {
    const lines = this.stdout.split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Json);
  }
}
