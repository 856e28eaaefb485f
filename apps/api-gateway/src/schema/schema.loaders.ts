import { principalKey } from '../graphql/principal-key';
import type { Caller } from '../graphql/caller';
import type { LoadersFactory } from '../graphql/loader';

const MOST_KEPT = 1_000;

/** The loaders of all features together. */
export class SchemaLoadersFactory implements LoadersFactory {
  private readonly shared = new Map<string, object>();

  constructor(private readonly factories: readonly LoadersFactory[]) {}

  for(caller: Caller): object {
    return Object.assign({}, ...this.factories.map((factory) => factory.for(caller))) as object;
  }

  /**
   * Those of everybody who may see the same, so that what all subscriptions of a principal are told of one change is
   * read together. Loaders keep nothing of what they read.
   */
  sharedBy({ ctx }: Caller): object {
    const key = principalKey(ctx);
    const loaders = this.shared.get(key) ?? this.for({ ctx });
    // The one that was used longest ago goes first.
    this.shared.delete(key);
    this.shared.set(key, loaders);
    const [oldest] = this.shared.keys();
    if (this.shared.size > MOST_KEPT && oldest !== undefined) this.shared.delete(oldest);
    return loaders;
  }
}
