import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLFormattedError } from 'graphql';

/** Says in the header of HTTP, too, when a refused operation may be sent again: clients and proxies look there. */
export const retryAfter: NonNullable<ApolloDriverConfig['plugins']>[number] = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http } }) => {
        const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
        const seconds = secondsIn(errors ?? []);
        if (seconds > 0) http.headers.set('retry-after', String(seconds));
        return Promise.resolve();
      },
    }),
};

function secondsIn(errors: readonly GraphQLFormattedError[]): number {
  const waits = errors.map(({ extensions }) => Number((extensions?.['details'] as Details)?.retryAfter ?? 0));
  return Math.ceil(Math.max(0, ...waits));
}

type Details = { retryAfter?: unknown } | undefined;
