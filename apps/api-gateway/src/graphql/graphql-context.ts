import type { TenantContext } from '@orkestra/tenancy';
import type { Caller } from './caller';

/** What every resolver can reach. */
export class GraphqlContext implements Readonly<Caller> {
  /** @param loadersOf the caller as they are now: all features' loaders; a resolver says by their type which it needs */
  constructor(
    private readonly caller: Caller,
    private readonly loadersOf: (caller: Caller) => object,
  ) {}

  get ctx(): TenantContext {
    return this.caller.ctx;
  }

  get loaders(): object {
    return this.loadersOf(this.caller);
  }
}
