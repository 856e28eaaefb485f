import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Program } from '../mcp/program';

const root = resolve(__dirname, '../..');
const program = join(root, 'libs/cli/bin/orkestra.js');

/** The project of `test/fixtures/versions` as it is at several times, with the command that builds and runs it. */
export class VersionsBot {
  readonly folder = mkdtempSync(join(tmpdir(), 'orkestra-versions-'));
  readonly workers: Program[] = [];
  /** Ids of the builds by the names of their times. */
  readonly builds: Record<string, string> = {};

  /** @param settings by which the command finds Temporal */
  constructor(private readonly settings: Readonly<Record<string, string>>) {}

  /** The project as it is at one time, built. */
  async project(name: string, edit: (code: string) => string = (code) => code): Promise<string> {
    const home = join(this.folder, name);
    cpSync(join(root, 'test/fixtures/versions'), home, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
    const file = join(home, 'src/waiting-workflows.ts');
    const code = readFileSync(file, 'utf8').replace("BUILD = 'one'", `BUILD = '${name}'`);
    writeFileSync(file, edit(code));
    const { stdout } = await this.orkestra('build', home, '--json');
    this.builds[name] = (JSON.parse(stdout) as { buildId: string }).buildId;
    return home;
  }

  async orkestra(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return this.orkestraWith(this.settings, ...args);
  }

  async orkestraWith(
    settings: Readonly<Record<string, string>>,
    ...args: string[]
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    const options = { env: this.env(settings), cwd: this.folder };
    return new Promise((done) =>
      execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      ),
    );
  }

  work(home: string, ...flags: string[]): Program {
    const worker = new Program({ args: [program, 'worker', home, ...flags], env: this.env(this.settings) });
    this.workers.push(worker);
    return worker;
  }

  /** How often a step was done, by all workers together. */
  times(note: string): number {
    const lines = this.workers.flatMap(({ stdout }) => stdout.split('\n'));
    return lines.filter((line) => line === `NOTE ${note}`).length;
  }

  async end(): Promise<void> {
    for (const { child } of this.workers) if (child.exitCode === null) child.kill('SIGTERM');
    await Promise.all(this.workers.map((worker) => worker.exitCode()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private env(settings: Readonly<Record<string, string>>): Record<string, string> {
    return { PATH: process.env['PATH'] ?? '', ...settings };
  }
}

/** The `ship` workflow with a step more, before it waits: what waits does not fit it. */
export const withOneMoreStep = (code: string): string =>
  code.replace(/.*The next build.*\n/, '  await note(`weighed ${input.order}`);\n');
