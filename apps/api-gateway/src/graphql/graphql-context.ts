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

/**
 * What the resolver of a field gets third, after its parent and its arguments. Where a field takes no arguments its
 * method has no parameter decorators: Nest then calls it as it stands, and otherwise through five promises and all pipes,
 * for each of a thousand fields of a page.
 */
export interface FieldContext<Loaders extends object = object> extends Pick<GraphqlContext, 'ctx'> {
  readonly loaders: Loaders;
}
