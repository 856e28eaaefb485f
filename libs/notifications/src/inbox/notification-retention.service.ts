import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';

/** Read or not: after a quarter of a year nobody looks for it. */
const KEPT_MS = 90 * 24 * 3_600_000;

/** Forgets what people were told long ago. */
@Injectable()
export class NotificationRetention {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** Says whether more is left. */
  async clean(most: number): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    return this.database.run(async (em) => (await queryRows(em, CLEAN, [before, most])).length === most);
  }
}

const CLEAN = `
  DELETE FROM notifications WHERE (tenant_id, person_id, event_id) IN (
    SELECT tenant_id, person_id, event_id FROM notifications WHERE at < $1 ORDER BY at LIMIT $2)
  RETURNING event_id`;
