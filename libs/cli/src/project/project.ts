import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { StartRefusedError } from '../environment/cli.errors';

/** A folder with workflows of a user's own. */
export interface Project {
  readonly name: string;
  readonly version: string;
  /** Its files are ES modules. */
  readonly esm: boolean;
  readonly folder: string;
  /** Compiled. */
  readonly workflowsPath: string;
  readonly activitiesPath: string | undefined;
  readonly tsconfig: string;
  /** Finds packages as the project's own code does, so that there is one copy of each. */
  readonly require: NodeJS.Require;
}

interface Manifest {
  name?: string;
  version?: string;
  type?: string;
  orkestra?: { workflows?: unknown; activities?: unknown };
}

/** As npm takes it; it becomes part of the name of a queue. */
const PACKAGE_NAME = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const EXAMPLE = '"orkestra": { "workflows": "./dist/workflows.js", "activities": "./dist/activities.js" }';

/** @throws StartRefusedError in a sentence that says what to do */
export function readProject(folder: string): Project {
  const root = resolve(folder);
  const manifest = readManifest(root);
  const { workflows, activities } = manifest.orkestra ?? {};
  if (!manifest.name) throw refused(`The package.json in ${root} needs a name.`);
  if (!PACKAGE_NAME.test(manifest.name))
    throw refused(
      `"${manifest.name}" in the package.json of ${root} is no name of a package: take lower-case letters, digits and hyphens.`,
    );
  if (typeof workflows !== 'string' || !['string', 'undefined'].includes(typeof activities))
    throw refused(`The package.json in ${root} must say where its compiled workflows are: ${EXAMPLE}.`);
  return {
    name: manifest.name,
    esm: manifest.type === 'module',
    version: manifest.version ?? '0.0.0',
    folder: root,
    workflowsPath: join(root, workflows),
    activitiesPath: typeof activities === 'string' ? join(root, activities) : undefined,
    tsconfig: join(root, 'tsconfig.json'),
    require: createRequire(join(root, 'package.json')),
  };
}

/**
 * A package that the project has installed.
 * @throws StartRefusedError that says how to install it
 */
export function packageOf<T>({ folder, require }: Project, id: string): T {
  try {
    return require(id) as T;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'MODULE_NOT_FOUND' || !message.includes(`'${id}'`)) throw error;
    const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/');
    throw refused(`${name} is not installed in ${folder}. Run: npm install ${name}`);
  }
}

export function requireTsconfig({ tsconfig, folder }: Project): void {
  if (existsSync(tsconfig)) return;
  throw refused(
    `There is no tsconfig.json in ${folder}. Make one with "npx tsc --init", with rootDir src and outDir dist.`,
  );
}

/** What the compiler should have written. */
export function requireCompiled({ workflowsPath, activitiesPath }: Project): void {
  const missing = [workflowsPath, activitiesPath].find((path) => path !== undefined && !existsSync(path));
  if (missing === undefined) return;
  throw refused(
    `${missing} is missing. Build the project (npx orkestra build), and make "orkestra" in package.json agree with outDir in tsconfig.json.`,
  );
}

function readManifest(root: string): Manifest {
  const file = join(root, 'package.json');
  if (!existsSync(file))
    throw refused(
      `There is no package.json in ${root}. Go to a project, or make one with: orkestra init my-bot`,
    );
  const manifest = parse(file);
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
    throw refused(`${file} must hold an object, as npm init writes it.`);
  const { name, orkestra } = manifest as { name?: unknown; orkestra?: unknown };
  if (!['string', 'undefined'].includes(typeof name)) throw refused(`"name" in ${file} must be text.`);
  if (orkestra !== undefined && (typeof orkestra !== 'object' || orkestra === null))
    throw refused(`"orkestra" in ${file} must be an object: ${EXAMPLE}.`);
  return manifest;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refused(`${file} can't be read: ${(error as Error).message}. Correct it.`);
  }
}

function refused(message: string): StartRefusedError {
  return new StartRefusedError(message, 2);
}
