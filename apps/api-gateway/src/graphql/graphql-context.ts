import type { TenantContext } from '@orkestra/tenancy';
import type { Caller } from './caller';
import type { Loaders } from '../schema/schema.loaders';

/** What every resolver can reach. */
export class GraphqlContext implements Readonly<Caller> {
  constructor(
    private readonly caller: Caller,
    readonly loaders: Loaders,
  ) {}

  get ctx(): TenantContext {
    return this.caller.ctx;
  }
}
