import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliProgram } from '../mcp/mcp-client';
import { Program } from '../mcp/program';
import type { Json, TestSystem } from '../harness';

export interface Ended {
  code: unknown;
  out: string;
  err: string;
}

/** The command as somebody runs it, in a process of its own and a folder without a stack. */
export class OrkestraProgram {
  private readonly folder = mkdtempSync(join(tmpdir(), 'orkestra-commands-'));

  constructor(readonly env: Readonly<Record<string, string>>) {}

  async run(args: readonly string[], more: Record<string, string> = {}, input = ''): Promise<Ended> {
    const env = { PATH: process.env['PATH'] ?? '', ...this.env, ...more };
    const program = new Program({ args: [cliProgram, ...args], env, cwd: this.folder });
    program.child.stdin?.write(input);
    const code = await program.endOfInput();
    return { code, out: program.stdout, err: program.stderr };
  }

  /** What it writes with `--json`, where it goes well. */
  async json(args: readonly string[], more: Record<string, string> = {}, input = ''): Promise<Json> {
    return JSON.parse(await this.text([...args, '--json'], more, input)) as Json;
  }

  async text(args: readonly string[], more: Record<string, string> = {}, input = ''): Promise<string> {
    const ended = await this.run(args, more, input);
    expect({ args, code: ended.code, err: ended.err }).toMatchObject({ args, code: 0 });
    return ended.out;
  }

  /** In a pipeline of the shell, of which all parts have to end well. */
  async shell(pipeline: string): Promise<{ status: unknown; stdout: string; stderr: string }> {
    const command = `set -o pipefail; '${process.execPath}' '${cliProgram}' ${pipeline}`;
    const env = { PATH: process.env['PATH'] ?? '', ...this.env };
    const program = new Program({ command: 'bash', args: ['--norc', '-c', command], env, cwd: this.folder });
    const status = await program.endOfInput();
    return { status, stdout: program.stdout, stderr: program.stderr };
  }

  file(name: string, content: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  }

  /** As `npm start` leaves word of itself: the settings by which the command finds the system without a URL. */
  localStack(system: TestSystem, people: readonly string[]): Record<string, string> {
    const users = people.map((email) => system.user(email));
    this.file(
      'dev.json',
      JSON.stringify({
        urls: { mcp: 'http://127.0.0.1:1/mcp', graphql: `${system.url('gateway')}/graphql` },
        ...system.database,
        temporalAddress: system.namespace.address,
        tenants: [{ slug: 'demo', apiKey: system.apiKey('demo'), users }],
        pids: { launcher: process.pid },
      }),
    );
    return { ORKESTRA_HOME: this.folder, ORKESTRA_URL: '' };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
