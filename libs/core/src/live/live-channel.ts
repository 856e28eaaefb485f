import { Client } from 'pg';
import type { Logger } from '../process/logger.provider';

const CHANNEL = 'orkestra_live';
const LONGEST_WAIT_MS = 5_000;

interface Listener {
  onPayload(payload: string): void;
  onReconnect(): void;
}

/** One dedicated Postgres connection that listens and notifies, and comes back by itself when it is lost. */
export class LiveChannel {
  private client: Client | undefined;
  private closed = false;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly logger: Logger,
    private readonly listener: Listener,
  ) {}

  async open(): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'orkestra-live' });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ payload }) => this.listener.onPayload(payload ?? '[]'));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      this.reconnectLater(error);
      return;
    }
    if (this.closed) return client.end();
    this.client = client;
    if (this.failures > 0) this.listener.onReconnect();
    this.failures = 0;
  }

  /** Resolves to false when nothing was sent because the connection is down. */
  async notify(payload: string): Promise<boolean> {
    if (this.client === undefined) return false;
    await this.client.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
    return true;
  }

  get connected(): boolean {
    return this.client !== undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private lost(client: Client, error?: Error): void {
    if (this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    this.reconnectLater(error);
  }

  private reconnectLater(error: unknown): void {
    if (this.closed) return;
    this.failures += 1;
    const wait = Math.min(LONGEST_WAIT_MS, 100 * 2 ** this.failures);
    this.logger.warn({ err: error, retryInMs: wait }, 'Live updates lost their connection');
    this.retry = setTimeout(() => void this.open(), wait);
  }
}
