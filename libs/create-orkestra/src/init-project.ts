import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InitError } from './init.errors';
import { projectNameOf } from './project-name';
import { filesOf, type TemplateName, TEMPLATES } from './templates';

export interface InitOptions {
  /** Made where it is missing; otherwise it must be empty. */
  readonly folder: string;
  readonly template: string;
}

export interface NewProject {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * Makes a project, whole or not at all.
 * @throws InitError
 */
export function initProject({ folder: given, template }: InitOptions): NewProject {
  const folder = resolve(given);
  const name = projectNameOf(basename(folder));
  if (!isTemplate(template)) throw new InitError(unknownTemplate(template));
  refuseFilled(folder);
  const files = filesOf(template, name);
  try {
    writeWhole(folder, files);
  } catch (error) {
    throw new InitError(`${folder} can't be written: ${reasonOf(error)}. Choose a folder of yours.`, {
      cause: error,
    });
  }
  return { name, folder, files: [...files.keys()].sort() };
}

function isTemplate(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name);
}

function unknownTemplate(name: string): string {
  return `There is no template "${name}". There are ${Object.keys(TEMPLATES).join(', ')}.`;
}

function refuseFilled(folder: string): void {
  let names: string[];
  try {
    names = existsSync(folder) ? readdirSync(folder) : [];
  } catch (error) {
    throw new InitError(`${folder} can't be used: ${reasonOf(error)}. Choose another folder.`, {
      cause: error,
    });
  }
  const [first] = names.filter((name) => name !== '.git');
  if (first === undefined) return;
  throw new InitError(`${folder} is not empty (it has ${first}). Choose a new folder, or empty this one.`);
}

/** Beside its place first: what fails half-way leaves nothing, and what is there is whole. */
function writeWhole(folder: string, files: ReadonlyMap<string, string>): void {
  const parent = existsSync(folder) ? folder : dirname(folder);
  mkdirSync(parent, { recursive: true });
  const draft = mkdtempSync(join(parent, '.orkestra-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text);
    }
    if (parent === folder) moveInto(draft, folder);
    else renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
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

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write there';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'there is a file of that name';
  return message;
}
