import { Injectable } from '@nestjs/common';
import { CatalogueService, type DefinitionView, workflowKey, WorkflowsService } from '@orkestra/workflows';
import { limitText, limitValue } from '../protocol/foreign-text';
import { defineResource, type Resource } from '../protocol/resource';
import { WorkflowPresenter } from './workflow.presenter';

const MOST_DEFINITIONS = 200;
const LONGEST_DESCRIPTION = 1_000;

@Injectable()
export class WorkflowsResources {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly catalogue: CatalogueService,
    private readonly presenter: WorkflowPresenter,
  ) {}

  get resources(): Resource[] {
    return [this.definitions, this.workflow];
  }

  private readonly definitions = defineResource({
    uri: 'orkestra://workflows',
    name: 'workflows',
    title: 'Workflow catalogue',
    description:
      'The workflows that can be started, with the JSON Schema of their input. Read it before workflow_start.',
    scope: 'workflows:read',
    // No live message tells of changes: workers publish the catalogue, for every tenant, when they start.
    changes: () => [],
    read: async (ctx) => toCatalogue(await this.catalogue.list(ctx)),
  });

  private readonly workflow = defineResource({
    uri: 'orkestra://workflows/{workflow_id}',
    name: 'workflow',
    title: 'Workflow execution',
    description:
      'One workflow execution: its status, its result or error, and the open tasks that it waits for. ' +
      'Subscribe to it to be told when it stops for a person, goes on or ends.',
    scope: 'workflows:read',
    changes: ({ tenantId }, id) => [`workflow:${workflowKey(tenantId, id)}`],
    see: (ctx, id) => this.workflows.get(ctx, id),
    complete: (ctx, prefix, limit) => this.workflows.idsStartingWith(ctx, prefix, limit),
    read: async (ctx, id) => ({
      workflow: await this.presenter.details(ctx, await this.workflows.get(ctx, id)),
    }),
  });
}

/** Every name, and the schemas as far as they fit. */
function toCatalogue(definitions: readonly DefinitionView[]) {
  const shown = definitions.slice(0, MOST_DEFINITIONS);
  const described = shown.map(({ name, version, description, inputSchema }) => ({
    type: name,
    version,
    description: description === null ? null : limitText(description, LONGEST_DESCRIPTION),
    input_schema: inputSchema,
  }));
  const { value, truncated } = limitValue(described);
  return {
    types: shown.map(({ name }) => name),
    workflows: value,
    truncated: truncated || shown.length < definitions.length,
  };
}
