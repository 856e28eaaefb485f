import { Injectable } from '@nestjs/common';
import { CatalogueService, WorkflowHistoryService, WorkflowsService } from '@orkestra/workflows';
import { z } from 'zod';
import { DATA_NOTICE, limitText } from '../protocol/foreign-text';
import { nextCursor, notice, pageInput } from '../protocol/page.schema';
import { defineTool, READ, type Tool } from '../protocol/tool';
import { listedExecution, listedTypes } from './workflow-list.presenter';
import { EXECUTION_STATUSES, workflowId, workflowSummary, workflowType } from './workflow.schema';

const type = z.string().max(200).optional();
const LONGEST_NAME = 200;
const LONGEST_MESSAGE = 500;

@Injectable()
export class WorkflowListsTools {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly workflows: WorkflowsService,
    private readonly histories: WorkflowHistoryService,
  ) {}

  get tools(): Tool[] {
    return [this.types, this.list, this.history];
  }

  private readonly types = defineTool({
    name: 'workflow_types',
    title: 'List kinds of workflows',
    description:
      'Lists what workflow_start can start, with the JSON Schema of the input and examples of it. ' +
      'Ask for one `type` to see it in full.',
    scope: 'workflows:read',
    annotations: READ,
    input: z.strictObject({ type, ...pageInput }),
    output: z.object({ items: z.array(workflowType), next_cursor: nextCursor, notice }),
    run: async ({ type, limit, cursor }, { ctx }) => {
      const page = await this.catalogue.page(ctx, type, { first: limit, after: cursor });
      return {
        items: listedTypes(page.items),
        next_cursor: page.hasNextPage ? page.endCursor : null,
        notice: DATA_NOTICE,
      };
    },
  });

  private readonly list = defineTool({
    name: 'workflow_list',
    title: 'List workflows',
    description: 'Lists workflow executions, the latest start first. Read one in full with workflow_get.',
    scope: 'workflows:read',
    annotations: READ,
    input: z.strictObject({
      type,
      status: z.array(z.enum(EXECUTION_STATUSES)).max(7).optional(),
      ...pageInput,
    }),
    output: z.object({ items: z.array(workflowSummary), next_cursor: nextCursor, notice }),
    run: async ({ limit, cursor, ...filter }, { ctx }) => {
      const page = await this.workflows.list(ctx, filter, { first: limit, after: cursor });
      return {
        items: page.items.map(listedExecution),
        next_cursor: page.hasNextPage ? page.endCursor : null,
        notice: DATA_NOTICE,
      };
    },
  });

  private readonly history = defineTool({
    name: 'workflow_history',
    title: "Read a workflow's history",
    description:
      'Lists what happened in a workflow, in order and without values: activities, signals, timers, failures. ' +
      'Go on while there is a next_cursor: a page may be short.',
    scope: 'workflows:read',
    annotations: READ,
    input: z.strictObject({
      workflow_id: workflowId,
      limit: pageInput.limit,
      // Longer than other cursors: it carries a page token of Temporal's.
      cursor: z.string().max(4_000).optional(),
    }),
    output: z.object({
      run_id: z.string().nullable(),
      items: z.array(
        z.object({
          event_id: z.number(),
          at: z.string(),
          what: z.string(),
          name: z.string().nullable(),
          message: z.string().nullable(),
        }),
      ),
      next_cursor: nextCursor,
      notice,
    }),
    run: async ({ workflow_id, limit, cursor }, { ctx }) => {
      const page = await this.histories.list(ctx, workflow_id, { first: limit, after: cursor });
      return {
        run_id: page.runId,
        items: page.items.map(({ id, at, what, name, message }) => ({
          event_id: id,
          at: at.toISOString(),
          what,
          name: name && limitText(name, LONGEST_NAME),
          message: message && limitText(message, LONGEST_MESSAGE),
        })),
        next_cursor: page.nextCursor,
        notice: DATA_NOTICE,
      };
    },
  });
}
