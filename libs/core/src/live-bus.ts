import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { Config } from './config';
import { LiveChannel } from './live-channel';
import { type LiveMessage, payloadsOf, resyncMessage } from './live-message';
import { LiveSubscription } from './live-subscription';
import { Logger } from './logger';
import { Metrics } from './metrics';

const COALESCE_MS = 10;

/** Live updates between processes, by Postgres LISTEN/NOTIFY on a connection of its own. */
@Injectable()
export class LiveBus implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly channel: LiveChannel;
  private readonly subscribers = new Map<string, Set<LiveSubscription>>();
  private pending: LiveMessage[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly logger: Logger;
  private readonly changes: Counter<'topic' | 'kind'>;

  constructor(config: Config, logger: Logger, metrics: Metrics) {
    this.logger = logger.child('live-bus');
    this.changes = metrics.counter(
      'orkestra_changes_total',
      'What this process changed of tasks, workflows and conversations, by what happened to them.',
      ['topic', 'kind'],
    );
    this.channel = new LiveChannel(config.DATABASE_URL, this.logger, {
      onPayload: (payload) => this.receive(payload),
      onReconnect: () => this.resync(),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.open();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
    for (const set of this.subscribers.values()) for (const subscription of set) subscription.end();
    await this.channel.close();
  }

  get connected(): boolean {
    return this.channel.connected;
  }

  /** Call after the commit. Messages of the next few milliseconds travel together. */
  publish(message: LiveMessage): void {
    this.changes.inc({ topic: message.topic, kind: message.kind });
    this.pending.push(message);
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** The tenant's messages from now on. Ending the iteration unsubscribes. */
  subscribe(tenantId: string): LiveSubscription {
    const set = this.subscribers.get(tenantId) ?? new Set();
    this.subscribers.set(tenantId, set);
    const subscription = new LiveSubscription(() => {
      set.delete(subscription);
      if (set.size === 0 && this.subscribers.get(tenantId) === set) this.subscribers.delete(tenantId);
    });
    set.add(subscription);
    return subscription;
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const messages = this.pending;
    this.pending = [];
    for (const payload of payloadsOf(messages)) {
      await this.channel.notify(payload).catch((error: unknown) => {
        this.logger.warn({ err: error }, 'Live updates were not sent');
      });
    }
  }

  private receive(payload: string): void {
    for (const message of JSON.parse(payload) as LiveMessage[]) {
      for (const subscription of this.subscribers.get(message.tenantId) ?? []) subscription.push(message);
    }
  }

  private resync(): void {
    for (const [tenantId, set] of this.subscribers) {
      for (const subscription of set) subscription.push(resyncMessage(tenantId));
    }
  }
}
