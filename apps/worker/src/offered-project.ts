import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isReservedName } from '@orkestra/sdk';
import { z } from 'zod';
import { WorkflowProjectError } from './worker.errors';
import { checked, loadProject, type OfferedProject, type WorkflowProject } from './workflow-project';

const MANIFEST = 'orkestra.json';
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,199}$/;

const jsonSchema = z.record(z.string(), z.unknown());
const definitionSchema = z.strictObject({
  name: z
    .string()
    .regex(NAME)
    .refine((name) => !isReservedName(name), 'is reserved'),
  version: z.string().optional(),
  description: z.string().optional(),
  inputSchema: jsonSchema.optional(),
  outputSchema: jsonSchema.optional(),
  examples: z.array(z.unknown()).optional(),
});
const manifestSchema = z.strictObject({
  name: z.string().min(1),
  version: z.string().default('0.0.0'),
  workflows: z.array(definitionSchema).min(1),
});

/**
 * What a folder of `WORKFLOW_PROJECTS` offers. With an `orkestra.json` it only says so: a worker in another language
 * hosts the workflows, on the queue of the project.
 * @throws WorkflowProjectError
 */
export function offeredBy(folder: string, taskQueue: string): OfferedProject | WorkflowProject {
  const root = resolve(folder);
  if (!existsSync(join(root, MANIFEST))) return loadProject(folder, taskQueue);
  const { name, version, workflows } = readManifest(root);
  const definitions = workflows.map((one) => checked(root, { ...one, version: one.version ?? version }));
  return { name, folder: root, taskQueue: `${taskQueue}:${name}`, definitions };
}

export function isHosted(project: OfferedProject): project is WorkflowProject {
  return 'workflowsPath' in project;
}

function readManifest(root: string): z.infer<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(root, MANIFEST), 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new WorkflowProjectError(root, `its ${MANIFEST} does not fit: ${why}`, { cause });
  }
}
