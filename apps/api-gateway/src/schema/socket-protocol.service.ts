import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { acceptCorrelationId, Config, Logger, runWithCorrelation } from '@orkestra/core';
import {
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import { GraphqlContext } from '../graphql/graphql-context';
import { toFormattedError } from '../graphql/graphql-errors';
import { MOST_TOKENS, queryLimits } from '../graphql/query-limits.rule';
import { correlated } from './correlated-iterator';
import { SchemaLoadersFactory } from './schema.loaders';
import { refuseSocket, SocketConnection } from './socket-connection';
import { SocketConnections } from './socket-connections.service';

type Opened = Extra & { connection?: SocketConnection };
type SocketContext = Context<Record<string, unknown> | undefined, Opened>;
type Options = ServerOptions<Record<string, unknown> | undefined, Opened>;

const MOST_OPERATIONS = 50;

/** GraphQL over a WebSocket (`graphql-transport-ws`), by the same rules as over HTTP. */
@Injectable()
export class SocketProtocol {
  private readonly logger: Logger;

  constructor(
    private readonly config: Config,
    private readonly schema: GraphQLSchemaHost,
    private readonly loaders: SchemaLoadersFactory,
    private readonly connections: SocketConnections,
    logger: Logger,
  ) {
    this.logger = logger.child('graphql-ws');
  }

  options(): Options {
    const introspection = this.config.NODE_ENV === 'production' ? [NoSchemaIntrospectionCustomRule] : [];
    const rules = [...specifiedRules, ...introspection, queryLimits()];
    return {
      schema: this.schema.schema,
      parse: (source) => parse(source, { maxTokens: MOST_TOKENS }),
      validate: (schema, document) => validate(schema, document, rules),
      execute: (args) => runWithCorrelation(correlationOf(args.contextValue), () => execute(args)),
      subscribe: async (args) => {
        const id = correlationOf(args.contextValue);
        const result = await runWithCorrelation(id, () => subscribe(args));
        return Symbol.asyncIterator in result ? correlated(result, id) : result;
      },
      context: ({ extra: { connection } }) =>
        connection && new GraphqlContext(connection, this.loaders.for(connection)),
      onConnect: (context) => this.connect(context),
      onDisconnect: ({ extra: { connection } }) => connection && this.connections.remove(connection),
      onSubscribe: ({ subscriptions }) => tooMany(Object.keys(subscriptions).length),
      onError: (_context, _id, _payload, errors) => errors.map((error) => this.format(error)),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors && { ...result, errors: result.errors.map((error) => this.format(error)) },
    };
  }

  private async connect({ extra, connectionParams }: SocketContext): Promise<boolean> {
    const { socket, request } = extra;
    const authorization = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
    const headers =
      typeof authorization === 'string' ? { ...request.headers, authorization } : request.headers;
    const id = acceptCorrelationId(String(request.headers['x-correlation-id'] ?? ''));
    try {
      const credentials = { headers, originalUrl: request.url ?? '' };
      const connection = await runWithCorrelation(id, () => SocketConnection.open(socket, credentials, id));
      extra.connection = connection;
      this.connections.add(connection);
      // It may have closed while its credentials were looked up.
      if (socket.readyState !== socket.OPEN) this.connections.remove(connection);
      return true;
    } catch (error) {
      this.logger.debug({ err: error }, 'A socket was refused');
      refuseSocket(socket);
      return false;
    }
  }

  private format(error: GraphQLError): GraphQLFormattedError {
    return toFormattedError(error.toJSON(), error, this.logger);
  }
}

function correlationOf(context: unknown): string {
  return (context as GraphqlContext).ctx.correlationId;
}

function tooMany(operations: number): GraphQLError[] | undefined {
  if (operations <= MOST_OPERATIONS) return undefined;
  return [new GraphQLError(`At most ${MOST_OPERATIONS} operations may run on one socket. End some first.`)];
}
