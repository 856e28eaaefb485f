import type { TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { Strategy } from 'passport';

type Verified = (error: unknown, ctx: TenantContext | null) => void;
export type Verify = (request: Request, token: string, done: Verified) => void;

/** A Passport strategy for requests that carry one secret; without it the next strategy is asked. */
export class TokenStrategy extends Strategy {
  constructor(
    override readonly name: string,
    private readonly tokenOf: (request: Request) => string | undefined,
    private readonly verify: Verify,
  ) {
    super();
  }

  override authenticate(request: Request): void {
    const token = this.tokenOf(request);
    if (token === undefined) return this.fail();
    this.verify(request, token, (error, ctx) => {
      if (ctx === null) this.error(error);
      else this.success(ctx);
    });
  }
}
