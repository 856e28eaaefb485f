import { Injectable } from '@nestjs/common';
import { DomainError, Logger } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/server';
import { ApprovalsTools } from '../approvals/approvals.tools';
import { ConversationsTools } from '../conversations/conversations.tools';
import { IdentityTools } from '../identity/identity.tools';
import { TasksTools } from '../tasks/tasks.tools';
import { WorkflowsTools } from '../workflows/workflows.tools';
import type { Tool, ToolCall } from './tool';
import { InvalidArgumentsError } from './tool.errors';
import { toolFailure, toolSuccess } from './tool-result';
import { toolSchema } from './tool-schema';

/** Every tool of the gateway; what a key sees of it depends on its scopes. */
@Injectable()
export class ToolCatalogue {
  private readonly tools: ReadonlyMap<string, { tool: Tool; listed: ListedTool }>;
  private readonly logger: Logger;

  constructor(
    workflows: WorkflowsTools,
    tasks: TasksTools,
    approvals: ApprovalsTools,
    conversations: ConversationsTools,
    identity: IdentityTools,
    logger: Logger,
  ) {
    const all = [workflows, tasks, approvals, conversations, identity].flatMap(({ tools }) => tools);
    this.tools = new Map(all.map((tool) => [tool.name, { tool, listed: toListed(tool) }]));
    this.logger = logger.child('tools');
  }

  /** The tools that the key may call; those of a missing scope are absent. */
  list({ scopes }: Pick<TenantContext, 'scopes'>): ListedTool[] {
    return [...this.tools.values()]
      .filter(({ tool }) => tool.scope === null || scopes.includes(tool.scope))
      .map(({ listed }) => listed);
  }

  has(name: string): boolean {
    return this.tools.has(name);
  }

  /** Runs a tool. It never throws: what goes wrong is an answer that says what to do next. */
  async call(name: string, args: unknown, call: ToolCall): Promise<CallToolResult> {
    const entry = this.tools.get(name);
    if (entry === undefined) throw new Error(`There is no tool "${name}"`);
    const started = performance.now();
    const result = await this.answer(entry.tool, args, call);
    const outcome = call.signal.aborted ? 'cancelled' : (result._meta?.['orkestra/code'] ?? 'ok');
    const { principal, tenantId } = call.ctx;
    const ms = Math.round(performance.now() - started);
    this.logger.info({ tool: name, outcome, ms, tenantId, principalId: principal.id }, 'Tool call');
    return result;
  }

  private async answer(tool: Tool, args: unknown, call: ToolCall): Promise<CallToolResult> {
    try {
      return toolSuccess(await run(tool, args, call));
    } catch (error) {
      if (!(error instanceof DomainError))
        this.logger.error({ err: error, tool: tool.name }, 'A tool failed');
      return toolFailure(error);
    }
  }
}

async function run(tool: Tool, args: unknown, call: ToolCall): Promise<Record<string, unknown>> {
  if (tool.scope !== null) requireScope(call.ctx, tool.scope);
  const parsed = tool.input.safeParse(args ?? {});
  if (!parsed.success) throw new InvalidArgumentsError(parsed.error);
  return tool.output.parse(await tool.run(parsed.data, call));
}

function toListed({ name, title, description, annotations, input, output }: Tool): ListedTool {
  return {
    name,
    title,
    description,
    inputSchema: toolSchema(input, 'input'),
    outputSchema: toolSchema(output, 'output'),
    annotations,
  };
}
