import { Clock, SystemDatabase } from '@orkestra/core';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from './auth.errors';
import { hashSecret } from './secrets';

const ALLOWED_FAILURES = 10;
const WINDOW_MS = 5 * 60_000;

/**
 * Counts failed sign-ins in Postgres, so that all gateways share the count and a restart does not clear it.
 * A subject is what is counted: an account, or a remote address. After ten failures, none of which lies more
 * than five minutes after the one before, it is refused for five minutes.
 */
@Injectable()
export class SignInLimiter {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws TooManyAttemptsError when one of the subjects has failed too often. */
  async check(subjects: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const [blocked] = await this.database.query<{ until: Date | null }>(
      `SELECT max(expires_at) AS until FROM sign_in_failures
       WHERE subject = ANY($1) AND failures >= $2 AND expires_at > $3`,
      [subjects.map(hashSecret), ALLOWED_FAILURES, now],
    );
    if (blocked?.until == null) return;
    throw new TooManyAttemptsError(Math.ceil((blocked.until.getTime() - now.getTime()) / 1_000));
  }

  async failed(subjects: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      // In one order, so that two failures of the same subjects never wait for each other.
      `INSERT INTO sign_in_failures AS f (subject, failures, expires_at)
       SELECT subject, 1, $2 FROM unnest($1::bytea[]) AS subject ORDER BY subject
       ON CONFLICT (subject) DO UPDATE SET
         failures = CASE WHEN f.expires_at <= $3 THEN 1 ELSE f.failures + 1 END, expires_at = $2`,
      [subjects.map(hashSecret), new Date(now.getTime() + WINDOW_MS), now],
    );
  }

  /** Forgets a subject that succeeded, and what has run out. */
  async succeeded(subject: string): Promise<void> {
    await this.database.query(
      `DELETE FROM sign_in_failures WHERE subject IN
         (SELECT subject FROM sign_in_failures WHERE subject = $1 OR expires_at <= $2 FOR UPDATE SKIP LOCKED)`,
      [hashSecret(subject), this.clock.now()],
    );
  }
}
