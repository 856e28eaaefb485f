import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { manifestOf } from './manifest';

/** What a new project can begin with. */
export const TEMPLATES = {
  minimal: 'a task for a person, and what becomes of the answer',
  approval: 'expenses that somebody approves, with reminders and a reason when not',
  'support-bot': 'a bot that answers what it knows, and asks a person when it does not',
} as const;

export type TemplateName = keyof typeof TEMPLATES;

const ROOT = join(__dirname, '..', 'templates');

/** The files of a new project by their paths. */
export function filesOf(template: TemplateName, projectName: string): Map<string, string> {
  const files = new Map([['package.json', manifestOf(projectName)]]);
  for (const folder of ['shared', template]) {
    for (const [path, text] of read(join(ROOT, folder))) {
      files.set(path, text.replaceAll('{{name}}', projectName));
    }
  }
  return files;
}

function read(folder: string): [path: string, text: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      // npm leaves files of this name out of packages.
      const path = relative(folder, file)
        .split(sep)
        .join('/')
        .replace(/^gitignore$/, '.gitignore');
      return [path, readFileSync(file, 'utf8')];
    });
}
