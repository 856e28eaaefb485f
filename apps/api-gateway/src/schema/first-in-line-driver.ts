import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Application } from 'express';

/**
 * Nest puts `/graphql` behind each route of the controllers, and Express asks whatever stands before, one by one, at
 * each request. Here it stands in front of the first of them, and behind all middleware.
 */
export class FirstInLineDriver extends ApolloDriver {
  override async start(options: ApolloDriverConfig): Promise<void> {
    const { stack } = this.httpAdapterHost.httpAdapter.getInstance<Application>().router;
    const before = stack.length;
    await super.start(options);
    const firstRoute = stack.findIndex(({ route }) => route !== undefined);
    if (firstRoute >= 0) stack.splice(firstRoute, 0, ...stack.splice(before));
  }
}
