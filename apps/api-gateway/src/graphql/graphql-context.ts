import type { TenantContext } from '@orkestra/tenancy';
import type { Caller } from './caller';

/** What every resolver can reach. */
export class GraphqlContext implements Readonly<Caller> {
  /** @param loaders of all features; a resolver says by their type which of them it needs */
  constructor(
    private readonly caller: Caller,
    readonly loaders: object,
  ) {}

  get ctx(): TenantContext {
    return this.caller.ctx;
  }
}
