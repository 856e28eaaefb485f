import type { WorkflowDispatcher } from '@orkestra/sdk';
import { StartRefusedError } from '../environment/cli.errors';
import type { Project } from './project';

/** A workflow as the catalogue shows it. */
export interface PublishedDefinition {
  name: string;
  version: string;
  description?: string | undefined;
  inputSchema?: unknown;
  outputSchema?: unknown;
  examples?: readonly unknown[] | undefined;
}

/**
 * Reads the compiled workflows outside the sandbox.
 * @throws StartRefusedError where the file has no `export default workflows(…)`
 */
export function definitionsOf({
  workflowsPath,
  version: ofProject,
  require,
}: Project): PublishedDefinition[] {
  const exported = require(workflowsPath) as { default?: Partial<WorkflowDispatcher> };
  const definitions = exported.default?.definitions;
  if (definitions === undefined)
    throw new StartRefusedError(`${workflowsPath} must end with "export default workflows(…)".`, 2);
  return definitions.map(
    ({ name, version = ofProject, description, inputSchema, outputSchema, examples }) => ({
      name,
      version,
      description,
      inputSchema,
      outputSchema,
      examples,
    }),
  );
}

export function activitiesOf({ activitiesPath, require }: Project): Record<string, unknown> {
  if (activitiesPath === undefined) return {};
  const exported = require(activitiesPath) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(exported).filter(([, value]) => typeof value === 'function'));
}
