import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';

/** Read or not: after a quarter of a year nobody looks for it. */
const KEPT_MS = 90 * 24 * 3_600_000;

/** What came from outside the app: for as long as somebody may ask who pressed what. */
const ATTEMPTS_KEPT_MS = 365 * 24 * 3_600_000;

/** Forgets what people were told long ago, and what they answered from outside the app. */
@Injectable()
export class NotificationRetention {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** Says whether more is left. */
  async clean(most: number): Promise<boolean> {
    const now = this.clock.now().getTime();
    return this.database.run(async (em) => {
      const told = await queryRows(em, CLEAN, [new Date(now - KEPT_MS), most]);
      const answered = await queryRows(em, CLEAN_ATTEMPTS, [new Date(now - ATTEMPTS_KEPT_MS), most]);
      return told.length === most || answered.length === most;
    });
  }
}

const CLEAN = `
  DELETE FROM notifications WHERE (tenant_id, person_id, event_id) IN (
    SELECT tenant_id, person_id, event_id FROM notifications WHERE at < $1 ORDER BY at LIMIT $2)
  RETURNING event_id`;

const CLEAN_ATTEMPTS = `
  DELETE FROM answer_attempts WHERE (tenant_id, id) IN (
    SELECT tenant_id, id FROM answer_attempts WHERE received_at < $1 ORDER BY received_at LIMIT $2)
  RETURNING id`;
