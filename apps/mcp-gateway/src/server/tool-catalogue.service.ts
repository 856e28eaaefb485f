import { Injectable } from '@nestjs/common';
import { DomainError, Logger } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { CallToolResult, InputRequiredResult, Tool as ListedTool } from '@modelcontextprotocol/server';
import { ApprovalsTools } from '../approvals/approvals.tools';
import { ConversationsTools } from '../conversations/conversations.tools';
import { DirectoryTools } from '../directory/directory.tools';
import { IdentityTools } from '../identity/identity.tools';
import { argumentWords } from '../protocol/arguments.words';
import { asMeant } from '../protocol/as-meant';
import { Question, toInputRequired } from '../protocol/question';
import type { Tool, ToolCall } from '../protocol/tool';
import { toolFailure, toolSuccess } from '../protocol/tool-result';
import { toolSchema } from '../protocol/tool-schema';
import { InvalidArgumentsError } from '../protocol/tool.errors';
import { TaskControlTools } from '../tasks/task-control.tools';
import { TaskDecisionTools } from '../tasks/task-decision.tools';
import { TasksTools } from '../tasks/tasks.tools';
import { WorkflowControlTools } from '../workflows/workflow-control.tools';
import { WorkflowListsTools } from '../workflows/workflow-lists.tools';
import { WorkflowsTools } from '../workflows/workflows.tools';

/** Every tool of the gateway; what a key sees of it depends on its scopes. */
@Injectable()
export class ToolCatalogue {
  private readonly tools: ReadonlyMap<string, { tool: Tool; listed: ListedTool }>;
  private readonly logger: Logger;

  constructor(
    workflows: WorkflowsTools,
    workflowLists: WorkflowListsTools,
    workflowControl: WorkflowControlTools,
    tasks: TasksTools,
    taskDecision: TaskDecisionTools,
    taskControl: TaskControlTools,
    approvals: ApprovalsTools,
    conversations: ConversationsTools,
    directory: DirectoryTools,
    identity: IdentityTools,
    logger: Logger,
  ) {
    const ofWorkflows = [workflows, workflowLists, workflowControl];
    const ofTasks = [tasks, taskDecision, taskControl, approvals];
    const all = [...ofWorkflows, ...ofTasks, conversations, directory, identity].flatMap(
      ({ tools }) => tools,
    );
    this.tools = new Map(all.map((tool) => [tool.name, { tool, listed: toListed(tool) }]));
    this.logger = logger.child('tools');
  }

  /** The tools that the caller may use; those of a missing scope are absent, and for keys those of people. */
  list({ scopes, principal }: Pick<TenantContext, 'scopes' | 'principal'>): ListedTool[] {
    return [...this.tools.values()]
      .filter(({ tool }) => tool.scope === null || scopes.includes(tool.scope))
      .filter(({ tool }) => !tool.peopleOnly || principal.kind === 'user')
      .map(({ listed }) => listed);
  }

  /** Each tool as a row of docs/reference/mcp-tools.md. */
  reference(): string[] {
    return [...this.tools.values()].map(({ tool }) => {
      const { name, title, scope, annotations, peopleOnly } = tool;
      const kind = annotations.readOnlyHint
        ? 'reads'
        : annotations.destructiveHint
          ? 'destructive'
          : 'writes';
      const needs = scope === null ? 'any key' : `\`${scope}\``;
      return `| \`${name}\` | ${title} | ${needs}${peopleOnly ? ', people only' : ''} | ${kind} |`;
    });
  }

  has(name: string): boolean {
    return this.tools.has(name);
  }

  /** Runs a tool. It never throws: what goes wrong is an answer that says what to do next. */
  async call(name: string, args: unknown, call: ToolCall): Promise<CallToolResult | InputRequiredResult> {
    const entry = this.tools.get(name);
    if (entry === undefined) throw new Error(`There is no tool "${name}"`);
    const started = performance.now();
    const result = await this.answer(entry.tool, args, call);
    const outcome = call.signal.aborted ? 'cancelled' : outcomeOf(result);
    const { principal, tenantId } = call.ctx;
    const ms = Math.round(performance.now() - started);
    this.logger.info({ tool: name, outcome, ms, tenantId, principalId: principal.id }, 'Tool call');
    return result;
  }

  private async answer(
    tool: Tool,
    args: unknown,
    call: ToolCall,
  ): Promise<CallToolResult | InputRequiredResult> {
    try {
      const answer = await run(tool, args, call);
      return answer instanceof Question ? toInputRequired(answer) : toolSuccess(answer);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'unavailable')
        this.logger.failure({ err: error, tool: tool.name }, 'A tool failed');
      return toolFailure(error);
    }
  }
}

async function run(tool: Tool, args: unknown, call: ToolCall): Promise<Record<string, unknown> | Question> {
  if (tool.scope !== null) requireScope(call.ctx, tool.scope);
  const meant = asMeant(tool.input, args ?? {}, tool.annotations.readOnlyHint);
  const parsed = tool.input.safeParse(meant, { error: argumentWords });
  if (!parsed.success) throw new InvalidArgumentsError(parsed.error, Object.keys(tool.input.shape));
  const answer = await tool.run(parsed.data, call);
  return answer instanceof Question ? answer : tool.output.parse(answer);
}

function outcomeOf(result: CallToolResult | InputRequiredResult): unknown {
  return result['resultType'] === 'input_required' ? 'asked' : (result._meta?.['orkestra/code'] ?? 'ok');
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
