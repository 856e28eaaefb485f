import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';

/** How far the reconciler has come, for all its processes. */
@Injectable()
export class ReconcilerState {
  constructor(private readonly database: SystemDatabase) {}

  async reached(name: string): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date }>(
      'SELECT reached_at AS at FROM reconciler_state WHERE name = $1',
      [name],
    );
    return row?.at ?? null;
  }

  /** Never goes back, so that two reconcilers at once do no harm. */
  async advance(name: string, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO reconciler_state AS s (name, reached_at) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET reached_at = greatest(s.reached_at, excluded.reached_at)`,
      [name, at],
    );
  }
}
