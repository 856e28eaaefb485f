import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusedError } from '../environment/cli.errors';
import { packageOf, type Project } from './project';

/** What `orkestra build` leaves for `orkestra worker`. */
export interface Build {
  /** Changes with the workflows, and only with them. */
  readonly buildId: string;
  /** A bundle runs only in the version of Temporal's worker that made it. */
  readonly temporalWorker: string;
}

export function writeBuild(project: Project, code: string): Build & { file: string } {
  const folder = folderOf(project);
  const build: Build = {
    buildId: buildIdOf(code),
    temporalWorker: temporalWorkerOf(project),
  };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'workflow-bundle.js');
  writeFileSync(file, code);
  writeFileSync(join(folder, 'build.json'), `${JSON.stringify(build, undefined, 2)}\n`);
  return { ...build, file };
}

/** The source map has the paths of the machine that made it, so it does not count. */
function buildIdOf(code: string): string {
  const map = code.lastIndexOf('//# sourceMappingURL=data:');
  const withoutMap = map < 0 ? code : code.slice(0, map);
  return createHash('sha256').update(withoutMap).digest('hex').slice(0, 16);
}

/** @throws StartRefusedError where there is none, or one that does not fit */
export function readBuild(project: Project): Build & { code: string } {
  const folder = folderOf(project);
  const file = join(folder, 'build.json');
  if (!existsSync(file))
    throw new StartRefusedError(`There is no build in ${project.folder}. Run: npx orkestra build`, 2);
  const build = parse(file);
  const installed = temporalWorkerOf(project);
  if (build.temporalWorker !== installed) {
    const made = `The build was made with @temporalio/worker ${build.temporalWorker}, and ${installed} is installed.`;
    throw new StartRefusedError(`${made} Run: npx orkestra build`, 2);
  }
  return { ...build, code: read(join(folder, 'workflow-bundle.js')) };
}

function parse(file: string): Build {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Build;
  } catch {
    throw broken(file);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw broken(file);
  }
}

function broken(file: string): StartRefusedError {
  return new StartRefusedError(`${file} is missing or not whole. Run: npx orkestra build`, 2);
}

function temporalWorkerOf(project: Project): string {
  return packageOf<{ version: string }>(project, '@temporalio/worker/package.json').version;
}

function folderOf({ workflowsPath }: Project): string {
  return join(workflowsPath, '..', '.orkestra');
}
