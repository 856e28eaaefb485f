import type { ApolloDriverConfig } from '@nestjs/apollo';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { whole } from '../graphql/answer-size';
import { checkCost } from '../graphql/operation-cost';

type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/** What is checked of each operation over HTTP, once it is known to be valid. */
export const operationChecks: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: (context) => Promise.resolve().then(() => check(context)),
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === 'single') body.singleResult = whole(body.singleResult);
        return Promise.resolve();
      },
    }),
};

interface Resolved {
  schema: GraphQLSchema;
  document?: DocumentNode;
  operation?: OperationDefinitionNode | undefined;
  request: { operationName?: string; variables?: Record<string, unknown> };
}

function check({ schema, document, operation, request }: Resolved): void {
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw noSubscription();
  const { operationName, variables } = request;
  if (document !== undefined) checkCost({ schema, document, operationName, variables });
}

function noSubscription(): GraphQLError {
  const message =
    'Subscriptions run over a WebSocket on /graphql, by the protocol graphql-transport-ws (npm: graphql-ws), not over HTTP.';
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
