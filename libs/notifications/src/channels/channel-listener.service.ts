import { Injectable } from '@nestjs/common';
import { Clock, Ids, SystemDatabase } from '@orkestra/core';

/** Longer than one look takes. */
const LEASE_MS = 60_000;

/** Sees to it that one worker at a time listens to a channel: most hand out what people have sent only once. */
@Injectable()
export class ChannelListener {
  private readonly id: string;

  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
    ids: Ids,
  ) {
    this.id = ids.next();
  }

  /** Whether this worker listens for the next minute. */
  async begin(channel: string): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LEASE_MS);
    const rows = await this.database.query(BEGIN, [channel, this.id, until, now]);
    return rows.length > 0;
  }

  /** Another may begin at once. */
  async end(channel: string): Promise<void> {
    await this.database.query(END, [channel, this.id]);
  }
}

const BEGIN = `
  INSERT INTO notification_channel_states AS s (channel, listener, listening_until) VALUES ($1, $2, $3)
  ON CONFLICT (channel) DO UPDATE SET listener = excluded.listener, listening_until = excluded.listening_until
    WHERE s.listener IS NULL OR s.listener = $2 OR s.listening_until < $4
  RETURNING 1`;

const END = `
  UPDATE notification_channel_states SET listener = NULL, listening_until = NULL WHERE channel = $1 AND listener = $2`;
