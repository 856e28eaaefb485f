import { Clock, SystemDatabase } from '@orkestra/core';
import { Injectable } from '@nestjs/common';
import { networkOf } from '../limits/network-address';
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

/** Codes are short, so that fewer guesses are allowed than of passwords. */
export function codeSubject(tenantId: string, userId: string): Subject {
  return { name: `code:${tenantId}:${userId}`, allowed: 5 };
}

/** One who is signed in and proves it again. */
export function proofSubject(tenantId: string, userId: string): Subject {
  return { name: `proof:${tenantId}:${userId}`, allowed: 10 };
}

/** Each request for another password may send a mail. */
export function resetSubject(tenant: string, email: string): Subject {
  return { name: `reset:${tenant}:${email.toLowerCase()}`, allowed: 3 };
}

/** Beside the failures of an address, since asking for mail is none. */
export function resetAddressSubject(address: string): Subject {
  return { name: `reset-address:${networkOf(address)}`, allowed: 30 };
}

/** Links are too long to guess; what is limited is the work that trying makes. */
export function linkAddressSubject(address: string): Subject {
  return { name: `link-address:${networkOf(address)}`, allowed: 60 };
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
