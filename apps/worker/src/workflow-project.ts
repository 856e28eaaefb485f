import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isWorkflowDefinition, type WorkflowDefinition } from '@orkestra/sdk';
import type { PublishedDefinition } from '@orkestra/workflows';
import { unpublishable } from '@orkestra/workflows/worker';
import { z } from 'zod';
import { WorkflowProjectError } from './worker.errors';

export type ActivityFunctions = Record<string, (...args: never[]) => Promise<unknown>>;

/** A folder that says which workflows there are, and the queue of whoever hosts them. */
export interface OfferedProject {
  /** Of its package.json, or of its orkestra.json. */
  name: string;
  folder: string;
  taskQueue: string;
  definitions: PublishedDefinition[];
}

/** A folder of workflows that this worker hosts. */
export interface WorkflowProject extends OfferedProject {
  workflowsPath: string;
  /** The SDK's interceptors as the project itself resolves them, so that it runs one copy of the SDK. */
  interceptorsPath: string;
  activities: ActivityFunctions;
}

const manifestSchema = z.object({
  name: z.string().min(1),
  version: z.string().default('0.0.0'),
  orkestra: z.object({ workflows: z.string().min(1), activities: z.string().min(1).optional() }),
});

/**
 * Reads a project: its package.json, and its workflows file outside the sandbox for what the catalogue shows.
 * @param taskQueue of this worker; each project has a queue of its own beside it
 * @throws WorkflowProjectError
 */
export function loadProject(folder: string, taskQueue: string): WorkflowProject {
  const root = resolve(folder);
  const manifest = readManifest(root);
  const require = createRequire(join(root, 'package.json'));
  const workflowsPath = join(root, manifest.orkestra.workflows);
  const exported = load(root, require, workflowsPath);
  const activitiesPath = manifest.orkestra.activities;
  const activities = activitiesPath === undefined ? {} : load(root, require, join(root, activitiesPath));
  return {
    name: manifest.name,
    folder: root,
    taskQueue: `${taskQueue}:${manifest.name}`,
    workflowsPath,
    interceptorsPath: require.resolve('@orkestra/sdk/interceptors'),
    definitions: readDefinitions(root, exported, manifest.version),
    activities: onlyFunctions(activities),
  };
}

/** @throws WorkflowProjectError when two projects have a workflow of the same name, with both */
export function refuseSharedNames(projects: readonly OfferedProject[]): void {
  const owners = new Map<string, OfferedProject>();
  for (const project of projects) {
    for (const { name } of project.definitions) {
      const other = owners.get(name);
      if (other !== undefined && other !== project) {
        const problem = `its workflow "${name}" has the name of one of ${other.folder}. Give one of the two another name.`;
        throw new WorkflowProjectError(project.folder, problem);
      }
      owners.set(name, project);
    }
  }
}

function readManifest(root: string): z.infer<typeof manifestSchema> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  } catch (cause) {
    throw new WorkflowProjectError(root, `its package.json cannot be read (${String(cause)}).`, { cause });
  }
  const parsed = manifestSchema.safeParse(manifest);
  if (parsed.success) return parsed.data;
  const example = '"orkestra": { "workflows": "./dist/workflows.js" }';
  throw new WorkflowProjectError(root, `its package.json needs a name and ${example}.`, {
    cause: parsed.error,
  });
}

function load(root: string, require: NodeJS.Require, path: string): Record<string, unknown> {
  try {
    return require(path) as Record<string, unknown>;
  } catch (cause) {
    throw new WorkflowProjectError(root, `${path} cannot be loaded (${String(cause)}). Is it built?`, {
      cause,
    });
  }
}

function readDefinitions(
  root: string,
  exported: Record<string, unknown>,
  projectVersion: string,
): PublishedDefinition[] {
  const dispatcher = exported['default'] as { definitions?: readonly unknown[] } | undefined;
  const definitions = dispatcher?.definitions?.filter(isWorkflowDefinition);
  if (definitions === undefined) {
    throw new WorkflowProjectError(root, 'its workflows file needs `export default workflows(…)`.');
  }
  return definitions.map((definition) => toPublished(root, definition, projectVersion));
}

function toPublished(
  root: string,
  definition: WorkflowDefinition,
  projectVersion: string,
): PublishedDefinition {
  const { name, version = projectVersion, description, inputSchema, outputSchema, examples } = definition;
  return checked(root, { name, version, description, inputSchema, outputSchema, examples });
}

/** @throws WorkflowProjectError when the server could not check inputs by the schema */
export function checked(root: string, definition: PublishedDefinition): PublishedDefinition {
  const problem = unpublishable(definition.name, definition.inputSchema);
  if (problem !== undefined) throw new WorkflowProjectError(root, `the ${problem}`);
  return definition;
}

function onlyFunctions(exported: Record<string, unknown>): ActivityFunctions {
  const functions = Object.entries(exported).filter(([, value]) => typeof value === 'function');
  return Object.fromEntries(functions) as ActivityFunctions;
}
