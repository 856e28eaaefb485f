import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIBS = resolve(__dirname, '../../libs');

/** A package of this repository as users get it: packed, and installed into a folder that holds nothing else. */
export class Installed {
  private constructor(
    /** Where a user works. */
    readonly folder: string,
    readonly packageFolder: string,
  ) {}

  /** @param beside more packages of this repository, and of others by name and version */
  static async package(name: string, beside: { own?: string[]; others?: string[] } = {}): Promise<Installed> {
    const { own = [], others = [] } = beside;
    const folder = mkdtempSync(join(tmpdir(), 'orkestra-installed-'));
    for (const source of new Set([name, ...own].flatMap(withOwnDependencies)))
      await run('npm', ['pack', '--pack-destination', folder], { cwd: join(LIBS, source) });
    const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
    const work = join(folder, 'work');
    mkdirSync(work);
    writeFileSync(join(work, 'package.json'), '{ "private": true }');
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...quiet, ...tarballs.map((file) => join(folder, file)), ...others], {
      cwd: work,
    });
    return new Installed(work, join(work, 'node_modules/@orkestra', name));
  }

  /** Every file of the package with what it holds. */
  files(): { path: string; text: string }[] {
    return readdirSync(this.packageFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${this.packageFolder}/node_modules`))
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return { path: path.slice(this.packageFolder.length + 1), text: readFileSync(path, 'utf8') };
      });
  }

  async run(command: string, args: string[], env: Record<string, string>): Promise<string> {
    return (await run(command, args, { cwd: this.folder, env })).stdout;
  }

  remove(): void {
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }
}

/** The package, and those of this repository that it needs: a registry does not have this version of them yet. */
function withOwnDependencies(name: string): string[] {
  const { dependencies = {} } = manifestOf(name);
  const own = readdirSync(LIBS).filter(
    (lib) => existsSync(join(LIBS, lib, 'package.json')) && manifestOf(lib).name in dependencies,
  );
  return [name, ...own.flatMap(withOwnDependencies)];
}

function manifestOf(lib: string): { name: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(LIBS, lib, 'package.json'), 'utf8')) as ReturnType<typeof manifestOf>;
}
