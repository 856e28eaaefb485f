import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import { Config, Logger } from '@orkestra/core';
import type { Request } from 'express';
import { authenticate, CALLER_STRATEGIES } from '../auth/authenticate';
import { GraphqlContext } from '../graphql/graphql-context';
import { refusal, toFormattedError } from '../graphql/graphql-errors';
import { MOST_TOKENS, queryLimits } from '../graphql/query-limits.rule';
import { SchemaLoadersFactory } from './schema.loaders';

/** GraphQL over HTTP. Nobody gets as far as an operation without a session or a key. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  private readonly logger: Logger;

  constructor(
    private readonly config: Config,
    private readonly loaders: SchemaLoadersFactory,
    logger: Logger,
  ) {
    this.logger = logger.child('graphql');
  }

  createGqlOptions(): ApolloDriverConfig {
    return {
      driver: ApolloDriver,
      autoSchemaFile: true,
      sortSchema: true,
      autoTransformHttpErrors: false,
      context: ({ req }: { req: Request }) => this.context(req),
      csrfPrevention: true,
      formatError: (formatted, error) => toFormattedError(formatted, error, this.logger),
      // The playground that comes with Nest loads scripts of another site.
      graphiql: false,
      introspection: this.config.NODE_ENV !== 'production',
      includeStacktraceInErrorResponses: false,
      parseOptions: { maxTokens: MOST_TOKENS },
      persistedQueries: false,
      validationRules: [queryLimits()],
    };
  }

  private async context(request: Request): Promise<GraphqlContext> {
    try {
      const caller = { ctx: await authenticate(CALLER_STRATEGIES, request) };
      return new GraphqlContext(caller, this.loaders.for(caller));
    } catch (error) {
      throw refusal(error);
    }
  }
}
