import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Application } from 'express';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { executePlanned } from '../graphql/plan/execute-planned';

/**
 * Nest puts `/graphql` behind each route of the controllers, and Express asks whatever stands before, one by one, at
 * each request. Here it stands in front of the first of them, and behind all middleware.
 */
export class FirstInLineDriver extends ApolloDriver {
  override async start(options: ApolloDriverConfig): Promise<void> {
    const { stack } = this.httpAdapterHost.httpAdapter.getInstance<Application>().router;
    const before = stack.length;
    const { schema } = options;
    if (schema === undefined) throw new TypeError('The driver was started without a schema');
    const planned: object = { gateway: executesByPlan(schema) };
    await super.start({ ...options, ...planned });
    const firstRoute = stack.findIndex(({ route }) => route !== undefined);
    if (firstRoute >= 0) stack.splice(firstRoute, 0, ...stack.splice(before));
  }
}

interface Asked {
  document: DocumentNode;
  context: unknown;
  request: { operationName?: string; variables?: Record<string, unknown> };
}

/** What Apollo takes for the gateway of a federation: the one way in which it lets somebody else execute. */
function executesByPlan(schema: GraphQLSchema) {
  const executor = async ({ document, context, request }: Asked): Promise<ExecutionResult> =>
    executePlanned({
      schema,
      document,
      operationName: request.operationName,
      contextValue: context,
      variableValues: request.variables,
    });
  return {
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (tell: (loaded: { apiSchema: GraphQLSchema }) => void) => {
      tell({ apiSchema: schema });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
