import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../../..');
const TEMPLATES = join(REPOSITORY, 'libs/create-orkestra/templates');
const MANIFEST = {
  name: 'my-bot',
  version: '0.1.0',
  type: 'commonjs',
  orkestra: { workflows: './dist/workflows.js', activities: './dist/activities.js' },
};

/** A project as `orkestra init` makes it, with the packages of this repository. */
export class AuthoringProject {
  private readonly home = realpathSync(mkdtempSync(join(tmpdir(), 'orkestra-authoring-')));
  readonly folder = join(this.home, 'my-bot');

  constructor() {
    for (const template of ['shared', 'minimal'])
      cpSync(join(TEMPLATES, template), this.folder, { recursive: true });
    this.write('package.json', JSON.stringify(MANIFEST));
    symlinkSync(join(REPOSITORY, 'node_modules'), join(this.folder, 'node_modules'));
  }

  write(path: string, text: string): this {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return this;
  }

  /** A file beside the project. */
  outside(name: string, text: string): string {
    const file = join(this.home, name);
    writeFileSync(file, text);
    return file;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
