import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  acceptCorrelationId,
  Config,
  inexactNumber,
  isTooDeep,
  Logger,
  runWithCorrelation,
} from '@orkestra/core';
import { RateLimits } from '@orkestra/tenancy';
import {
  execute,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  specifiedRules,
  subscribe,
  validate,
  type ValidationRule,
} from 'graphql';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { whole } from '../graphql/answer-size';
import { parseWithin } from '../graphql/document-limits';
import { exactNumbers } from '../graphql/exact-numbers.rule';
import { GraphqlContext } from '../graphql/graphql-context';
import { toFormattedError } from '../graphql/graphql-errors';
import { checkCost } from '../graphql/operation-cost';
import { clientAddress } from '../http/client-address';
import { InexactNumberError } from '../http/request.errors';
import { correlated } from './correlated-iterator';
import { mayIntrospect } from './introspection';
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
  private readonly inexactNumbers = new WeakMap<WebSocket, string | null>();
  private readonly rules: readonly ValidationRule[];

  private readonly addressOf: (request: IncomingMessage) => string;

  constructor(
    config: Config,
    private readonly schema: GraphQLSchemaHost,
    private readonly loaders: SchemaLoadersFactory,
    private readonly connections: SocketConnections,
    private readonly limits: RateLimits,
    logger: Logger,
  ) {
    this.logger = logger.child('graphql-ws');
    this.addressOf = clientAddress(config.TRUSTED_PROXIES);
    const introspection = mayIntrospect(config) ? [] : [NoSchemaIntrospectionCustomRule];
    this.rules = [...specifiedRules, ...introspection, exactNumbers];
  }

  options(): Options {
    return {
      execute: (args) => runWithCorrelation(correlationOf(args.contextValue), () => execute(args)),
      subscribe: async (args) => {
        const id = correlationOf(args.contextValue);
        const result = await runWithCorrelation(id, () => subscribe(args));
        return Symbol.asyncIterator in result ? correlated(result, id) : result;
      },
      onConnect: (context) => this.connect(context),
      onDisconnect: ({ extra: { connection } }) => connection && this.connections.remove(connection),
      onSubscribe: ({ extra, subscriptions }, _id, payload) =>
        this.start(extra, payload, Object.keys(subscriptions).length),
      onError: ({ extra }, _id, _payload, errors) => errors.map((error) => this.format(extra, error)),
      onNext: ({ extra }, _id, _payload, _args, result) =>
        result.errors &&
        whole({ ...result, errors: result.errors.map((error) => this.format(extra, error)) }),
    };
  }

  /** Looks at a message before it is parsed, which rounds without a word. */
  look(socket: WebSocket, message: string): void {
    this.inexactNumbers.set(socket, inexactNumber(message));
  }

  /** What HTTP checks, in the same order; what is wrong ends the operation and not the socket. */
  private start(
    { connection, socket }: Opened,
    { query, operationName, variables }: SubscribePayload,
    running: number,
  ): ExecutionArgs | GraphQLError[] {
    try {
      if (running > MOST_OPERATIONS) throw tooMany();
      if (connection !== undefined) this.admit(connection);
      // Of the message that is being read: between `look` and here nothing else of the socket is.
      const pointer = this.inexactNumbers.get(socket) ?? null;
      if (pointer !== null)
        throw new GraphQLError('Refused', { originalError: new InexactNumberError(pointer) });
      if (isTooDeep(variables))
        throw new GraphQLError('The variables are nested too deeply. Send them flatter.');
      const { schema } = this.schema;
      const document = parseWithin(query);
      const errors = validate(schema, document, this.rules);
      if (errors.length > 0) return [...errors];
      checkCost({ schema, document, operationName, variables });
      const contextValue =
        connection && new GraphqlContext(connection, (caller) => this.loaders.sharedBy(caller));
      const isSubscription =
        getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
      if (!isSubscription) connection?.noteUse();
      return { schema, document, operationName, variableValues: variables, contextValue };
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  private admit({ ctx }: SocketConnection): void {
    try {
      this.limits.admit(ctx);
    } catch (error) {
      throw new GraphQLError('Refused', { originalError: error as Error });
    }
  }

  private async connect({ extra, connectionParams }: SocketContext): Promise<boolean> {
    const { socket, request } = extra;
    const authorization = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
    const headers =
      typeof authorization === 'string' ? { ...request.headers, authorization } : request.headers;
    const id = acceptCorrelationId(String(request.headers['x-correlation-id'] ?? ''));
    try {
      const ip = this.addressOf(request);
      const credentials = { headers, originalUrl: request.url ?? '', ip };
      const connection = await runWithCorrelation(id, () => SocketConnection.open(socket, credentials, id));
      extra.connection = connection;
      if (!this.connections.add(connection)) {
        connection.refuseAsTooMany();
        return false;
      }
      // It may have closed while its credentials were looked up.
      if (socket.readyState !== socket.OPEN) this.connections.remove(connection);
      return true;
    } catch (error) {
      this.logger.debug({ err: error }, 'A socket was refused');
      refuseSocket(socket);
      return false;
    }
  }

  private format({ connection }: Opened, error: GraphQLError): GraphQLFormattedError {
    return runWithCorrelation(connection?.correlationId, () =>
      toFormattedError(error.toJSON(), error, this.logger),
    );
  }
}

function correlationOf(context: unknown): string {
  return (context as GraphqlContext).ctx.correlationId;
}

function tooMany(): GraphQLError {
  return new GraphQLError(`At most ${MOST_OPERATIONS} operations may run on one socket. End some first.`);
}
