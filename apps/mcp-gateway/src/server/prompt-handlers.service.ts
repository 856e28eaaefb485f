import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { CompleteRequest, CompleteResult, McpServer } from '@modelcontextprotocol/server';
import { PromptCatalogue } from '../prompts/prompt-catalogue.service';
import { asCaller, type Authenticate } from '../protocol/as-caller';
import { invalidParams } from '../protocol/protocol.errors';
import { ResourceCatalogue } from '../resources/resource-catalogue.service';

/** The protocol's limit. */
const MOST_VALUES = 100;
const LONGEST_PREFIX = 300;

/** Answers a server's requests about prompts, and completes their arguments and those of URI templates. */
@Injectable()
export class PromptHandlers {
  private readonly logger: Logger;

  constructor(
    private readonly prompts: PromptCatalogue,
    private readonly resources: ResourceCatalogue,
    logger: Logger,
  ) {
    this.logger = logger.child('prompts');
  }

  register({ server }: McpServer, authenticate: Authenticate): void {
    server.registerCapabilities({ prompts: {}, completions: {} });
    const answer = asCaller(authenticate, this.logger);
    server.setRequestHandler('prompts/list', (_request, context) =>
      answer(context, (ctx) => ({ prompts: this.prompts.list(ctx) })),
    );
    server.setRequestHandler('prompts/get', ({ params }, context) =>
      answer(context, (ctx) => this.prompts.get(ctx, params.name, params.arguments)),
    );
    server.setRequestHandler('completion/complete', ({ params }, context) =>
      answer(context, (ctx) => this.complete(ctx, params)),
    );
  }

  private async complete(
    ctx: TenantContext,
    { ref, argument }: CompleteRequest['params'],
  ): Promise<CompleteResult> {
    const complete =
      ref.type === 'ref/prompt'
        ? this.prompts.completion(ctx, ref.name, argument.name)
        : this.resources.completion(ctx, ref.uri, argument.name);
    if (complete === undefined)
      throw invalidParams('There is no such prompt or URI template, or no such argument.');
    const prefix = argument.value;
    const values = prefix.length > LONGEST_PREFIX ? [] : await complete(ctx, prefix, MOST_VALUES + 1);
    return { completion: { values: values.slice(0, MOST_VALUES), hasMore: values.length > MOST_VALUES } };
  }
}
