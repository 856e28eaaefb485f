import { isIPv6 } from 'node:net';
import { Clock, SystemDatabase } from '@orkestra/core';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from './auth.errors';
import { hashSecret } from './secrets';

const WINDOW_MS = 5 * 60_000;

/** What failures are counted for, and how many it is allowed. */
export interface Subject {
  readonly name: string;
  readonly allowed: number;
}

/** One person mistypes, or somebody guesses that person's password. */
export function accountSubject(tenant: string, email: string): Subject {
  return { name: `account:${tenant}:${email.toLowerCase()}`, allowed: 10 };
}

/** Many people share an address, so that it takes more than what one of them mistypes. */
export function addressSubject(address: string): Subject {
  return { name: `address:${networkOf(address)}`, allowed: 100 };
}

/**
 * Counts failed sign-ins in Postgres, so that all gateways share the count and a restart does not clear it. After as many
 * failures as a subject is allowed, none of which lies more than five minutes after the one before, it is refused for
 * five minutes.
 */
@Injectable()
export class SignInLimiter {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws TooManyAttemptsError when one of the subjects has failed too often. */
  async check(subjects: readonly Subject[]): Promise<void> {
    const now = this.clock.now();
    const [blocked] = await this.database.query<{ until: Date | null }>(
      `SELECT max(f.expires_at) AS until
       FROM unnest($1::bytea[], $2::integer[]) AS s (subject, allowed) JOIN sign_in_failures f USING (subject)
       WHERE f.failures >= s.allowed AND f.expires_at > $3`,
      [hashesOf(subjects), subjects.map(({ allowed }) => allowed), now],
    );
    if (blocked?.until == null) return;
    throw new TooManyAttemptsError(Math.ceil((blocked.until.getTime() - now.getTime()) / 1_000));
  }

  async failed(subjects: readonly Subject[]): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      // In one order, so that two failures of the same subjects never wait for each other.
      `INSERT INTO sign_in_failures AS f (subject, failures, expires_at)
       SELECT subject, 1, $2 FROM unnest($1::bytea[]) AS subject ORDER BY subject
       ON CONFLICT (subject) DO UPDATE SET
         failures = CASE WHEN f.expires_at <= $3 THEN 1 ELSE f.failures + 1 END, expires_at = $2`,
      [hashesOf(subjects), new Date(now.getTime() + WINDOW_MS), now],
    );
  }

  /** Forgets a subject that succeeded, and what has run out. */
  async succeeded({ name }: Subject): Promise<void> {
    await this.database.query(
      `DELETE FROM sign_in_failures WHERE subject IN
         (SELECT subject FROM sign_in_failures WHERE subject = $1 OR expires_at <= $2 FOR UPDATE SKIP LOCKED)`,
      [hashSecret(name), this.clock.now()],
    );
  }
}

function hashesOf(subjects: readonly Subject[]): Buffer[] {
  return subjects.map(({ name }) => hashSecret(name));
}

/** Of IPv6 the first 64 bits: whoever has an address there has all that begin so. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = tail?.split(':').filter((group) => group !== '') ?? [];
  const zeros = Array<string>(tail === undefined ? 0 : 8 - before.length - after.length).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
