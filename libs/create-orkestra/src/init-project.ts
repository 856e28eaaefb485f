import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { InitError } from './init.errors';
import { projectNameOf } from './project-name';
import { filesOf, type TemplateName, TEMPLATES } from './templates';
import { writeWhole } from './write-whole';

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

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write there';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'there is a file of that name';
  return message;
}
