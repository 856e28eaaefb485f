import { Injectable } from '@nestjs/common';
import { Logger, runWithCorrelation } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import {
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Authenticate } from '../protocol/as-caller';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { personAt } from '../protocol/question';
import type { ToolCall } from '../protocol/tool';
import { toolFailure } from '../protocol/tool-result';
import type { WatchingClient } from '../resources/watching-client';
import { PromptHandlers } from './prompt-handlers.service';
import { ResourceHandlers } from './resource-handlers.service';
import { ToolCatalogue } from './tool-catalogue.service';

const SERVER_INFO = { name: 'orkestra', title: 'Orkestra', version: '0.1.0' };

const INSTRUCTIONS = `Orkestra runs durable workflows that stop for people. Use it when a decision, an approval or an answer must come from a person.
Start a workflow with workflow_start, or ask a person directly with task_create; both answer at once. Then call workflow_await or task_await, again and again while \`done\` is false: people take minutes or hours, and nothing is lost between calls or across restarts.
To show people what was said so far, keep it with conversation_create and conversation_append and name it in task_create.
Resources (orkestra://…) show the same things to read; subscribe to a task or a workflow to be told when it changes, then read it.
Choose an idempotency_key that names the work, and send the same one when you repeat a call. You do not decide tasks of people: task_complete, where you have it, is for tasks that a workflow lets programs decide.
${DATA_NOTICE}`;

/** Makes the protocol's server objects: one per HTTP request, session or stdio connection. */
@Injectable()
export class McpServers {
  private readonly logger: Logger;

  constructor(
    private readonly catalogue: ToolCatalogue,
    private readonly resources: ResourceHandlers,
    private readonly prompts: PromptHandlers,
    logger: Logger,
  ) {
    this.logger = logger.child('mcp');
  }

  /** @param client of the 2025 era, within its session */
  create(authenticate: Authenticate, client?: WatchingClient): McpServer {
    const mcp = new McpServer(SERVER_INFO, { instructions: INSTRUCTIONS });
    // Registered by hand, because what is listed depends on the caller's scopes and our errors say what to do next.
    mcp.server.registerCapabilities({ tools: {} });
    mcp.server.setRequestHandler('tools/list', async (_request, request) => ({
      tools: this.catalogue.list(await authenticate(request)),
    }));
    mcp.server.setRequestHandler('tools/call', async ({ params }, request) => {
      if (!this.catalogue.has(params.name)) {
        throw new ProtocolError(
          ProtocolErrorCode.InvalidParams,
          `There is no tool "${params.name.slice(0, 100)}".`,
        );
      }
      const ctx = await authenticate(request).catch((error: unknown) => ({ refused: toolFailure(error) }));
      if ('refused' in ctx) return ctx.refused;
      return runWithCorrelation(ctx.correlationId, () =>
        this.catalogue.call(
          params.name,
          params.arguments,
          toolCall(ctx, request, personAt(request, mcp.server.getClientCapabilities())),
        ),
      );
    });
    this.resources.register(mcp, authenticate, client);
    this.prompts.register(mcp, authenticate);
    mcp.server.onerror = (error) => this.logger.debug({ err: error }, 'The protocol reported an error');
    return mcp;
  }
}

function toolCall(
  ctx: TenantContext,
  { mcpReq }: ServerContext,
  person: ReturnType<typeof personAt>,
): ToolCall {
  const token = mcpReq._meta?.progressToken;
  const call = { ctx, signal: mcpReq.signal, ...(person === undefined ? {} : { person }) };
  if (token === undefined) return call;
  return {
    ...call,
    progress: ({ elapsedMs, totalMs, message }) => {
      const params = { progressToken: token, progress: elapsedMs, total: totalMs, message };
      // A client that has gone away gets no progress; its call ends by its signal.
      void mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
    },
  };
}
