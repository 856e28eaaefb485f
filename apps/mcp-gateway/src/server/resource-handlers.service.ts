import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import type { McpServer } from '@modelcontextprotocol/server';
import { asCaller, type Authenticate } from '../protocol/as-caller';
import type { ClientStream } from '../resources/client-stream';
import { ResourceCatalogue } from '../resources/resource-catalogue.service';
import { ResourceUpdates } from '../resources/resource-updates.service';

/** Answers a server's requests about resources. */
@Injectable()
export class ResourceHandlers {
  private readonly logger: Logger;

  constructor(
    private readonly catalogue: ResourceCatalogue,
    private readonly updates: ResourceUpdates,
    logger: Logger,
  ) {
    this.logger = logger.child('resources');
  }

  register({ server }: McpServer, authenticate: Authenticate, stream?: ClientStream): void {
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
    // Without a stream it is the 2026 era, whose clients subscribe by listening.
    if (stream === undefined) return;
    const subscriptions = this.updates.open(stream, (uri) => {
      server.sendResourceUpdated({ uri }).catch((error: unknown) => {
        this.logger.debug({ err: error }, 'A client went away before it was told of an update');
      });
    });
    server.onclose = () => subscriptions.close();
    server.setRequestHandler('resources/subscribe', ({ params }, context) =>
      answer(context, (ctx) => {
        subscriptions.add(ctx, params.uri);
        return {};
      }),
    );
    server.setRequestHandler('resources/unsubscribe', ({ params }, context) =>
      answer(context, () => {
        subscriptions.remove(params.uri);
        return {};
      }),
    );
  }
}
