import { Injectable } from '@nestjs/common';
import { TasksService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { WorkflowsService } from '@orkestra/workflows';
import type { PromptMessage } from '@modelcontextprotocol/server';
import { asData } from '../protocol/foreign-text';
import { instruction, type Prompt } from '../protocol/prompt';
import { resourceUri } from '../protocol/resource-uri';
import { ResourceCatalogue } from '../resources/resource-catalogue.service';
import { DIAGNOSE_WORKFLOW, REQUEST_APPROVAL, REVIEW_TASK } from './prompts.words';

@Injectable()
export class OrkestraPrompts {
  constructor(
    private readonly resources: ResourceCatalogue,
    private readonly tasks: TasksService,
    private readonly workflows: WorkflowsService,
  ) {}

  get prompts(): Prompt[] {
    return [this.requestApproval, this.reviewTask, this.diagnoseWorkflow];
  }

  private readonly requestApproval: Prompt = {
    name: 'request_approval',
    title: 'Request an approval',
    description: 'Asks a person to approve or reject something, and waits for the answer.',
    scope: 'tasks:write',
    arguments: [{ name: 'subject', description: 'What is to be approved, in your own words.' }],
    messages: (_ctx, { subject }) =>
      Promise.resolve([
        instruction(`${REQUEST_APPROVAL}\n\nWhat is to be approved:\n${asData({ subject })}`),
      ]),
  };

  private readonly reviewTask: Prompt = {
    name: 'review_task',
    title: 'Review a task',
    description: 'Sums up a task, and says what its form still needs and what its person should know.',
    scope: 'tasks:read',
    arguments: [
      {
        name: 'task_id',
        description: 'Id of the task.',
        complete: (ctx, prefix, limit) => this.tasks.idsStartingWith(ctx, prefix, limit),
      },
    ],
    messages: async (ctx, { task_id = '' }) => [
      instruction(REVIEW_TASK),
      await this.embedded(ctx, resourceUri({ uri: 'orkestra://tasks/{task_id}' }, task_id)),
    ],
  };

  private readonly diagnoseWorkflow: Prompt = {
    name: 'diagnose_workflow',
    title: 'Diagnose a workflow',
    description:
      'Says where a workflow execution stands, what it waits for or why it failed, and what to do.',
    scope: 'workflows:read',
    arguments: [
      {
        name: 'workflow_id',
        description: 'Id of the workflow execution.',
        complete: (ctx, prefix, limit) => this.workflows.idsStartingWith(ctx, prefix, limit),
      },
    ],
    messages: async (ctx, { workflow_id = '' }) => [
      instruction(DIAGNOSE_WORKFLOW),
      await this.embedded(ctx, resourceUri({ uri: 'orkestra://workflows/{workflow_id}' }, workflow_id)),
    ],
  };

  /** What the prompt is about, as the resource shows it: JSON that says that it is data. */
  private async embedded(ctx: TenantContext, uri: string): Promise<PromptMessage> {
    const [content] = (await this.resources.read(ctx, uri)).contents;
    if (content === undefined) throw new Error(`${uri} has no content`);
    return { role: 'user', content: { type: 'resource', resource: content } };
  }
}
