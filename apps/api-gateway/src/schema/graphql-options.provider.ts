import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import { Config, Logger } from '@orkestra/core';
import { RateLimits } from '@orkestra/tenancy';
import type { Request } from 'express';
import { authenticate, CALLER_STRATEGIES } from '../auth/authenticate';
import { exactNumbers } from '../graphql/exact-numbers.rule';
import { GraphqlContext } from '../graphql/graphql-context';
import { limitAnswers } from '../graphql/answer-size';
import { checkDocument, DOCUMENT_LIMITS } from '../graphql/document-limits';
import { refusal, toFormattedError } from '../graphql/graphql-errors';
import { retryAfter } from '../graphql/retry-after';
import { checkNumbersOf } from '../http/exact-body';
import { FirstInLineDriver } from './first-in-line-driver';
import { mayIntrospect } from './introspection';
import { operationChecks } from './operation-checks';
import { SchemaLoadersFactory } from './schema.loaders';

/** Headers that no page of another site can send without being asked first; a GET needs one of them. */
const PROOFS_OF_ORIGIN = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/** Each field of each answer would pass through a hook of Apollo's cache control, and nothing here is cached. */
const NO_CACHE_CONTROL = ApolloServerPluginCacheControlDisabled() as Plugin;

/** GraphQL over HTTP. Nobody gets as far as an operation without a session or a key. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  private readonly logger: Logger;

  constructor(
    private readonly config: Config,
    private readonly loaders: SchemaLoadersFactory,
    private readonly limits: RateLimits,
    logger: Logger,
  ) {
    this.logger = logger.child('graphql');
  }

  createGqlOptions(): ApolloDriverConfig {
    return {
      driver: FirstInLineDriver,
      autoSchemaFile: true,
      sortSchema: true,
      autoTransformHttpErrors: false,
      context: ({ req }: { req: Request }) => this.context(req),
      csrfPrevention: { requestHeaders: PROOFS_OF_ORIGIN },
      formatError: (formatted, error) => toFormattedError(formatted, error, this.logger),
      // The playground that comes with Nest loads scripts of another site.
      graphiql: false,
      introspection: mayIntrospect(this.config),
      includeStacktraceInErrorResponses: false,
      parseOptions: { maxTokens: DOCUMENT_LIMITS.tokens },
      persistedQueries: false,
      plugins: [NO_CACHE_CONTROL, retryAfter, operationChecks],
      transformSchema: limitAnswers,
      validationRules: [exactNumbers],
    };
  }

  private async context(request: Request): Promise<GraphqlContext> {
    const caller = { ctx: await authenticate(CALLER_STRATEGIES, request).catch(refuse) };
    try {
      this.limits.admit(caller.ctx);
      checkNumbersOf(request);
    } catch (error) {
      refuse(error);
    }
    // Before validation, whose time grows faster than the document.
    const document = documentOf(request);
    if (document !== undefined) checkDocument(document);
    let loaders: object | undefined;
    return new GraphqlContext(caller, () => (loaders ??= this.loaders.for(caller)));
  }
}

function refuse(error: unknown): never {
  throw refusal(error);
}

function documentOf({ method, body, query }: Request): string | undefined {
  const given: unknown = method === 'GET' ? query['query'] : (body as { query?: unknown } | undefined)?.query;
  return typeof given === 'string' ? given : undefined;
}
