import type { Caller } from '../graphql/caller';
import type { LoadersFactory } from '../graphql/loader';

/** The loaders of all features together, for one request or one subscription. */
export class SchemaLoadersFactory implements LoadersFactory {
  constructor(private readonly factories: readonly LoadersFactory[]) {}

  for(caller: Caller): object {
    return Object.assign({}, ...this.factories.map((factory) => factory.for(caller))) as object;
  }
}
