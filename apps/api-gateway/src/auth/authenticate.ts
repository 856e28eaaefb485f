import { AuthenticationRequiredError, type TenantContext } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import passport from 'passport';

/** A request after the guard has let it in. */
export type AuthenticatedRequest = Request & { ctx?: TenantContext };

/** What a strategy looks at of a request; the one that opens a WebSocket has no more. */
export type Credentials = Pick<Request, 'headers' | 'ip'> & { originalUrl: string };

/**
 * Asks the strategies in turn; the first that finds credentials decides.
 * @throws AuthenticationRequiredError when none finds any, or what the deciding strategy throws
 */
export async function authenticate<T = TenantContext>(
  strategies: readonly string[],
  request: Credentials,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const decide = (error: Error | null | undefined, user: T | false | null | undefined) => {
      if (error != null) reject(error);
      else if (!user) reject(new AuthenticationRequiredError());
      else resolve(user);
    };
    const middleware = passport.authenticate([...strategies], { session: false }, decide) as (
      request: Request,
      response: Response,
      next: (error?: unknown) => void,
    ) => void;
    middleware(request as Request, {} as Response, reject);
  });
}

/** Who may call anything but sign-in and health: programs by key, people by session, their agents by token. */
export const CALLER_STRATEGIES = ['api-key', 'access-token', 'session'] as const;
