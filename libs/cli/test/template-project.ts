import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const TEMPLATES = join(ROOT, 'libs/create-orkestra/templates');

/** A project as `orkestra init` makes it, in a folder with a space, with this repository's packages. */
export class TemplateProject {
  readonly folder: string;
  private readonly parent = mkdtempSync(join(tmpdir(), 'orkestra project-'));

  constructor(template: string, manifest: object = {}) {
    this.folder = join(this.parent, 'my-bot');
    for (const source of ['shared', template])
      cpSync(join(TEMPLATES, source), this.folder, { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
    const orkestra = { workflows: './dist/workflows.js', activities: './dist/activities.js' };
    this.write('package.json', JSON.stringify({ name: 'my-bot', version: '0.1.0', orkestra, ...manifest }));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  delete(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  remove(): void {
    rmSync(this.parent, { recursive: true, force: true });
  }
}
