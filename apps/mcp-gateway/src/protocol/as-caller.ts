import { type Logger, runWithCorrelation } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { ServerContext } from '@modelcontextprotocol/server';
import { protocolFailure } from './protocol.errors';

/** Who calls; asked anew for each call, so that a key that was revoked stops working. */
export type Authenticate = (request: ServerContext) => Promise<TenantContext>;

/** Runs what answers a request as its caller, with errors that say what to do next. */
export function asCaller(authenticate: Authenticate, logger: Logger) {
  return async <T>(request: ServerContext, answer: (ctx: TenantContext) => T | Promise<T>): Promise<T> => {
    try {
      const ctx = await authenticate(request);
      return await runWithCorrelation(ctx.correlationId, async () => answer(ctx));
    } catch (error) {
      throw protocolFailure(error, logger);
    }
  };
}
