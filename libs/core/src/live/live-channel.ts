import { randomBytes } from 'node:crypto';
import type { Client, Notification } from 'pg';
import { PreparingClient } from '../database/prepared';
import type { Logger } from '../process/logger.provider';
import { within } from '../process/within';

const LONGEST_WAIT_MS = 5_000;

interface Listener {
  onPayload(payload: string): void;
  onReconnect(): void;
  /** Sends by another connection than this one. */
  notifyElsewhere(channel: string, payload: string): Promise<void>;
}

export interface Pace {
  /** How often the connection is asked whether it still lives. */
  beatMs: number;
  /** How long an answer may take. */
  answerMs: number;
}

const PACE: Pace = { beatMs: 15_000, answerMs: 5_000 };
export const CHANNEL = 'orkestra_live';

/** Whether what others send arrives here: not known yet, seen, or not although the connection lives. */
type Hearing = 'unknown' | 'yes' | 'no';

/** One dedicated Postgres connection that listens and notifies, and comes back by itself when it is lost. */
export class LiveChannel {
  private client: Client | undefined;
  private closed = false;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;
  private hearing: Hearing = 'unknown';
  private heard: () => void = () => undefined;
  /** Nobody else listens here: what is sent to it tells whether anything arrives. */
  private readonly echo = `orkestra_echo_${randomBytes(8).toString('hex')}`;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
    private readonly listener: Listener,
    private readonly pace: Pace = PACE,
  ) {}

  async open(): Promise<void> {
    const client = new PreparingClient({
      connectionString: this.url,
      application_name: 'orkestra-live',
      connectionTimeoutMillis: this.pace.answerMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', (message) => this.take(message));
    try {
      await client.connect();
      await within(this.pace.answerMs, client.query(`LISTEN ${CHANNEL}; LISTEN ${this.echo}`));
    } catch (error) {
      await within(this.pace.answerMs, client.end()).catch(() => undefined);
      this.reconnectLater(error);
      return;
    }
    if (this.closed) return client.end();
    this.client = client;
    this.hearing = 'unknown';
    if (this.failures > 0) this.listener.onReconnect();
    this.failures = 0;
    await this.beat(client);
  }

  /** @throws when it is down, or gives no answer in time: then nobody knows whether it was sent */
  async notify(payload: string): Promise<void> {
    const { client } = this;
    if (client === undefined) throw new Error('The connection for live updates is down');
    await within(this.pace.answerMs, client.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]));
  }

  get connected(): boolean {
    return this.client !== undefined;
  }

  /** It is there and answers, but hears nothing of what others send. */
  get deaf(): boolean {
    return this.connected && this.hearing === 'no';
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private take({ channel, payload = '[]' }: Notification): void {
    if (channel === this.echo) this.heard();
    else this.listener.onPayload(payload);
  }

  /** Nothing but an answer shows that a silent connection lives: the other end may be gone without a word. */
  private async beat(client: Client): Promise<void> {
    try {
      await within(this.pace.answerMs, client.query('SELECT 1'));
    } catch (error) {
      return this.lost(client, error);
    }
    if (this.hearing !== 'yes') await this.listen(client);
    if (this.client !== client) return;
    this.timer = setTimeout(() => void this.beat(client), this.pace.beatMs);
  }

  private async listen(client: Client): Promise<void> {
    const echoed = new Promise<void>((resolve) => (this.heard = resolve));
    // A database that is too busy to send says nothing of what would arrive.
    const sent = await this.listener.notifyElsewhere(this.echo, '').then(
      () => true,
      () => false,
    );
    if (!sent || this.client !== client) return;
    const hears = await within(this.pace.answerMs, echoed).then(
      () => true,
      () => false,
    );
    if (this.client !== client) return;
    if (!hears && this.hearing !== 'no') this.logger.error({}, DEAF);
    this.hearing = hears ? 'yes' : 'no';
  }

  private lost(client: Client, error?: unknown): void {
    if (this.client !== client) return;
    this.client = undefined;
    clearTimeout(this.timer);
    // The socket as well: a farewell to somebody who does not answer would never end.
    client.end().catch(() => undefined);
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    this.reconnectLater(error);
  }

  private reconnectLater(error: unknown): void {
    if (this.closed) return;
    this.failures += 1;
    const wait = Math.min(LONGEST_WAIT_MS, 100 * 2 ** this.failures);
    this.logger.warn({ err: error, retryInMs: wait }, 'Live updates lost their connection');
    this.timer = setTimeout(() => void this.open(), wait);
  }
}

export const DEAF =
  'Postgres takes LISTEN and nothing arrives: a pooler such as PgBouncer in transaction mode stands in between. ' +
  'Set LISTEN_DATABASE_URL to the same database without the pooler.';
