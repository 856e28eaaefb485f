import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { SystemDatabase } from '../database/database.provider';
import { Config } from '../process/config';
import { Logger } from '../process/logger.provider';
import { Metrics } from '../process/metrics.provider';
import { CHANNEL, DEAF, LiveChannel } from './live-channel';
import { type LiveMessage, payloadsOf, resyncMessage } from './live-message';
import { EVERYTHING, LiveSubscribers } from './live-subscribers';
import type { LiveSubscription } from './live-subscription';

const COALESCE_MS = 10;
const RETRY_MS = 1_000;

/**
 * Live updates between processes, by Postgres LISTEN/NOTIFY on a connection of its own. While that is down the pool sends in its
 * place; and of what could not be sent at all, every tenant hears as soon as it can that something was missed.
 */
@Injectable()
export class LiveBus implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly channel: LiveChannel;
  private readonly subscribers = new LiveSubscribers();
  private pending: LiveMessage[] = [];
  /** Tenants whose messages were not sent. */
  private readonly missed = new Set<string>();
  private closed = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly logger: Logger;
  private readonly changes: Counter<'topic' | 'kind'>;

  constructor(
    config: Config,
    logger: Logger,
    metrics: Metrics,
    private readonly database: SystemDatabase,
  ) {
    this.logger = logger.child('live-bus');
    this.changes = metrics.counter(
      'orkestra_changes_total',
      'What this process changed of tasks, workflows and conversations, by what happened to them.',
      ['topic', 'kind'],
    );
    this.channel = new LiveChannel(config.LISTEN_DATABASE_URL ?? config.DATABASE_URL, this.logger, {
      onPayload: (payload) => this.receive(payload),
      onReconnect: () => this.subscribers.resync(),
      notifyElsewhere: (channel, payload) => this.notifyByPool(channel, payload),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.open();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.flush();
    this.subscribers.end();
    await this.channel.close();
  }

  /** Why nothing arrives from other processes at the moment; undefined when all is well. */
  get problem(): string | undefined {
    if (!this.channel.connected) return 'The connection for live updates is lost and will be tried again.';
    return this.channel.deaf ? DEAF : undefined;
  }

  /** Call after the commit. Messages of the next few milliseconds travel together. */
  publish(message: LiveMessage): void {
    this.changes.inc({ topic: message.topic, kind: message.kind });
    this.pending.push(message);
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** The tenant's messages from now on. Ending the iteration unsubscribes. */
  subscribe(tenantId: string): LiveSubscription {
    return this.subscribers.add(tenantId);
  }

  /** Those of every tenant, for what Orkestra does by itself: nothing of it may reach a caller. */
  subscribeToAll(): LiveSubscription {
    return this.subscribers.add(EVERYTHING);
  }

  /** The messages of one task, workflow or conversation: a message reaches only those who follow its subject. */
  subscribeTo(tenantId: string, topic: LiveMessage['topic'], id: string): LiveSubscription {
    return this.subscribers.add(tenantId, { topic, id });
  }

  /** Sends what waits to be sent; what can't be sent now is tried again. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const messages = [...[...this.missed].map(resyncMessage), ...this.pending];
    this.pending = [];
    this.missed.clear();
    for (const payload of payloadsOf(messages)) await this.send(payload);
    if (this.missed.size > 0 && !this.closed) this.timer ??= setTimeout(() => void this.flush(), RETRY_MS);
  }

  private async send(payload: string): Promise<void> {
    try {
      await this.channel.notify(payload).catch(() => this.notifyByPool(CHANNEL, payload));
    } catch (error) {
      for (const { tenantId } of JSON.parse(payload) as LiveMessage[]) this.missed.add(tenantId);
      this.logger.warn({ err: error, tenants: this.missed.size }, 'Live updates were not sent');
    }
  }

  private async notifyByPool(channel: string, payload: string): Promise<void> {
    await this.database.query('SELECT pg_notify($1, $2)', [channel, payload]);
  }

  private receive(payload: string): void {
    for (const message of JSON.parse(payload) as LiveMessage[]) {
      if (message.kind === 'resync') this.subscribers.resync(message.tenantId);
      else this.subscribers.push(message);
    }
  }
}
