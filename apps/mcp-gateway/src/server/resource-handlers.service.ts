import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import type { McpServer } from '@modelcontextprotocol/server';
import { asCaller, type Authenticate } from '../protocol/as-caller';
import { ResourceCatalogue } from '../resources/resource-catalogue.service';
import type { WatchingClient } from '../resources/watching-client';

/** Answers a server's requests about resources. */
@Injectable()
export class ResourceHandlers {
  private readonly logger: Logger;

  constructor(
    private readonly catalogue: ResourceCatalogue,
    logger: Logger,
  ) {
    this.logger = logger.child('resources');
  }

  /** @param client of the 2025 era; those of 2026 subscribe by listening */
  register({ server }: McpServer, authenticate: Authenticate, client?: WatchingClient): void {
    server.registerCapabilities({ resources: { subscribe: true } });
    const answer = asCaller(authenticate, this.logger);
    server.setRequestHandler('resources/list', (_request, context) =>
      answer(context, (ctx) => ({ resources: this.catalogue.list(ctx) })),
    );
    server.setRequestHandler('resources/templates/list', (_request, context) =>
      answer(context, (ctx) => ({ resourceTemplates: this.catalogue.templates(ctx) })),
    );
    server.setRequestHandler('resources/read', ({ params }, context) =>
      answer(context, (ctx) => this.catalogue.read(ctx, params.uri)),
    );
    if (client === undefined) return;
    const { subscriptions } = client;
    server.setRequestHandler('resources/subscribe', ({ params: { uri } }, context) =>
      answer(context, async (ctx) => {
        if (subscriptions.add(ctx, uri)) await client.keep(ctx, uri, true);
        return {};
      }),
    );
    server.setRequestHandler('resources/unsubscribe', ({ params: { uri } }, context) =>
      answer(context, async (ctx) => {
        if (subscriptions.remove(uri)) await client.keep(ctx, uri, false);
        return {};
      }),
    );
  }
}
