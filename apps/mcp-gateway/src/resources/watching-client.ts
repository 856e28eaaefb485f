import type { TenantContext } from '@orkestra/tenancy';
import type { Subscriptions } from './subscriptions';

/** A client of the protocol's 2025 era, which subscribes within a session. */
export interface WatchingClient {
  subscriptions: Subscriptions;
  /** Keeps beyond this process what it watches, for the gateway that goes on with its session. */
  keep(ctx: TenantContext, uri: string, watched: boolean): Promise<void>;
}
