import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { Config } from '../process/config';
import { Logger } from '../process/logger.provider';
import { Metrics } from '../process/metrics.provider';
import { LiveChannel } from './live-channel';
import { type LiveMessage, payloadsOf } from './live-message';
import { LiveSubscribers } from './live-subscribers';
import type { LiveSubscription } from './live-subscription';

const COALESCE_MS = 10;

/** Live updates between processes, by Postgres LISTEN/NOTIFY on a connection of its own. */
@Injectable()
export class LiveBus implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly channel: LiveChannel;
  private readonly subscribers = new LiveSubscribers();
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
      onReconnect: () => this.subscribers.resync(),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.open();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.flush();
    this.subscribers.end();
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
    return this.subscribers.add(tenantId);
  }

  /** The messages of one task, workflow or conversation: a message reaches only those who follow its subject. */
  subscribeTo(tenantId: string, topic: LiveMessage['topic'], id: string): LiveSubscription {
    return this.subscribers.add(tenantId, { topic, id });
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
    for (const message of JSON.parse(payload) as LiveMessage[]) this.subscribers.push(message);
  }
}
