import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Project, readProject } from '../project/project';
import { fail, type Finding, ok, skipped, warn } from './finding';

const PACKAGES = ['typescript', '@orkestra/sdk'];

/** Whether the project of workflows in the folder is whole. @param named whether the folder was given by name */
export function checkProject(folder: string, named: boolean): Finding[] {
  const file = join(resolve(folder), 'package.json');
  if (!named && !isProject(file))
    return [skipped('project', `There is no project of workflows in ${resolve(folder)}.`)];
  try {
    const project = readProject(folder);
    return [
      ok('project', `${project.name} in ${project.folder}.`),
      checkTsconfig(project),
      ...PACKAGES.map((name) => checkPackage(project, name)),
      checkBuilt(project),
    ];
  } catch (error) {
    return [fail('project', (error as Error).message, 'Make one with: orkestra init my-bot')];
  }
}

/** A package of something else is not our patient. */
function isProject(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    return 'orkestra' in (JSON.parse(readFileSync(file, 'utf8')) as object);
  } catch {
    return true;
  }
}

function checkTsconfig({ tsconfig, folder }: Project): Finding {
  if (existsSync(tsconfig)) return ok('tsconfig.json', 'It is there.');
  const repair = 'Make one with "npx tsc --init", with rootDir src and outDir dist.';
  return fail('tsconfig.json', `There is none in ${folder}.`, repair);
}

function checkPackage({ require, folder }: Project, name: string): Finding {
  try {
    const { version } = require(`${name}/package.json`) as { version: string };
    return ok(name, `${version} is installed.`);
  } catch (error) {
    // A package may keep its manifest to itself and be there all the same.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return ok(name, 'It is installed.');
    return fail(name, `It is not installed in ${folder}.`, `npm install ${name}`);
  }
}

function checkBuilt({ workflowsPath, activitiesPath }: Project): Finding {
  const missing = [workflowsPath, activitiesPath].find((path) => path !== undefined && !existsSync(path));
  if (missing === undefined) return ok('build', 'The compiled workflows are there.');
  return warn('build', `${missing} is missing.`, 'orkestra build (orkestra dev compiles by itself)');
}
