import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Beside its place first: what fails half-way leaves nothing, and what is there is whole. */
export function writeWhole(folder: string, files: ReadonlyMap<string, string>): void {
  const parent = existsSync(folder) ? folder : dirname(folder);
  mkdirSync(parent, { recursive: true });
  const place = mkdtempSync(join(parent, '.orkestra-'));
  // Only its owner can enter the place, which must not be so of the project.
  const draft = join(place, 'project');
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text);
    }
    if (parent === folder) moveInto(draft, folder);
    else renameSync(draft, folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function moveInto(draft: string, folder: string): void {
  const moved: string[] = [];
  try {
    for (const name of readdirSync(draft)) {
      renameSync(join(draft, name), join(folder, name));
      moved.push(name);
    }
  } catch (error) {
    for (const name of moved) rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  }
}
