import { Injectable } from '@nestjs/common';
import { LiveBus, Logger } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { Changes } from '../protocol/resource';
import type { ClientStream } from './client-stream';
import { ResourceCatalogue } from './resource-catalogue.service';
import { type ChangeSource, Subscriptions } from './subscriptions';
import { TooManySubscriptionsError } from './subscriptions.errors';
import { TenantFeed } from './tenant-feed';

const MOST_PER_PRINCIPAL = 5_000;

/** Who watches which resources in this process. Each tenant with watchers costs one subscription to the live bus. */
@Injectable()
export class ResourceUpdates implements ChangeSource {
  private readonly feeds = new Map<string, TenantFeed>();
  private readonly counts = new Map<string, number>();
  private readonly logger: Logger;

  constructor(
    private readonly live: LiveBus,
    readonly catalogue: ResourceCatalogue,
    logger: Logger,
  ) {
    this.logger = logger.child('resource-updates');
  }

  /**
   * The subscriptions of one client; `close()` them when it is gone.
   * @param send tells it that a resource changed; called while the stream is ready
   */
  open(stream: ClientStream, send: (uri: string) => void): Subscriptions {
    return new Subscriptions(this, stream, send, this.logger);
  }

  /** How many URIs are watched, for tests and metrics. */
  get size(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /**
   * Calls the listener after each change, until the returned function is called.
   * @throws TooManySubscriptionsError
   */
  watch(
    { tenantId, principal }: TenantContext,
    changes: readonly Changes[],
    listener: () => void,
  ): () => void {
    const owner = `${tenantId}/${principal.id}`;
    const count = this.counts.get(owner) ?? 0;
    if (count >= MOST_PER_PRINCIPAL) throw new TooManySubscriptionsError(MOST_PER_PRINCIPAL, 'key');
    this.counts.set(owner, count + 1);
    this.feedOf(tenantId).watch(changes, listener);
    return () => {
      this.uncount(owner);
      this.leave(tenantId, changes, listener);
    };
  }

  private feedOf(tenantId: string): TenantFeed {
    const feed = this.feeds.get(tenantId) ?? new TenantFeed(this.live.subscribe(tenantId));
    this.feeds.set(tenantId, feed);
    return feed;
  }

  private leave(tenantId: string, changes: readonly Changes[], listener: () => void): void {
    const feed = this.feeds.get(tenantId);
    feed?.leave(changes, listener);
    if (!feed?.idle) return;
    feed.end();
    this.feeds.delete(tenantId);
  }

  private uncount(owner: string): void {
    const count = (this.counts.get(owner) ?? 1) - 1;
    if (count === 0) this.counts.delete(owner);
    else this.counts.set(owner, count);
  }
}
