import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase } from '@orkestra/core';
import { hashSecret, isSessionToken, newSessionToken } from './secrets';

const LIFE_MS = 5 * 60_000;
/** A directory may ask for a second factor, or for a new password. */
const LIFE_ELSEWHERE_MS = 15 * 60_000;

export type StepPurpose =
  'second-factor' | 'passkey-sign-in' | 'passkey-registration' | 'sso' | 'sso-landing';

export interface SignInStep {
  purpose: StepPurpose;
  tenantId?: string;
  userId?: string;
  /** Of the person's sessions: another password, or being put out, ends the step too. */
  epoch?: number;
  /** Of a passkey. */
  challenge?: string;
  /** What must be the same in the next step: the network of the browser, or a session. */
  boundTo?: string | undefined;
  /** What the next step needs, as JSON. */
  data?: Readonly<Record<string, unknown>>;
}

/** A sign-in that has begun. */
export interface BegunStep {
  tenantId: string | null;
  userId: string | null;
  epoch: number | null;
  challenge: string | null;
  data: Record<string, unknown> | null;
}

/**
 * What waits for the next step of a sign-in, for five minutes, or fifteen at a directory. In Postgres, since another gateway may get that step;
 * known by a ticket of which only the hash is kept.
 */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** @returns the ticket */
  async begin({ purpose, tenantId, userId, epoch, challenge, boundTo, data }: SignInStep): Promise<string> {
    const ticket = newSessionToken();
    const now = this.clock.now();
    const life = purpose === 'sso' ? LIFE_ELSEWHERE_MS : LIFE_MS;
    await this.database.query(BEGIN, [
      ...[hashSecret(ticket), purpose, tenantId ?? null, userId ?? null, epoch ?? null, challenge ?? null],
      ...[boundTo === undefined ? null : hashSecret(boundTo), new Date(now.getTime() + life), now],
      data === undefined ? null : JSON.stringify(data),
    ]);
    return ticket;
  }

  /** Undefined for a ticket that is unknown, too old, of another browser, or whose person has changed. */
  async find(ticket: string, purpose: StepPurpose, boundTo?: string): Promise<BegunStep | undefined> {
    return this.ask(FIND, ticket, purpose, boundTo);
  }

  /** The same, and the ticket is used up. */
  async take(ticket: string, purpose: StepPurpose, boundTo?: string): Promise<BegunStep | undefined> {
    return this.ask(TAKE, ticket, purpose, boundTo);
  }

  async challenge(ticket: string, challenge: string): Promise<void> {
    await this.database.query('UPDATE sign_in_steps SET challenge = $2 WHERE ticket_hash = $1', [
      hashSecret(ticket),
      challenge,
    ]);
  }

  private async ask(
    sql: string,
    ticket: string,
    purpose: StepPurpose,
    boundTo?: string,
  ): Promise<BegunStep | undefined> {
    if (!isSessionToken(ticket)) return undefined;
    const bound = boundTo === undefined ? null : hashSecret(boundTo);
    const [step] = await this.database.query<BegunStep>(sql, [
      hashSecret(ticket),
      purpose,
      this.clock.now(),
      bound,
    ]);
    return step;
  }
}

const BEGIN = `
  WITH expired AS (
    DELETE FROM sign_in_steps WHERE ticket_hash IN
      (SELECT ticket_hash FROM sign_in_steps WHERE expires_at <= $9 LIMIT 100 FOR UPDATE SKIP LOCKED)
  )
  INSERT INTO sign_in_steps (ticket_hash, purpose, tenant_id, user_id, epoch, challenge, bound_to, expires_at, data)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $10)`;

const HOLDS = `ticket_hash = $1 AND purpose = $2 AND expires_at > $3 AND bound_to IS NOT DISTINCT FROM $4::bytea
  AND (s.epoch IS NULL OR EXISTS (
    SELECT FROM users u WHERE u.tenant_id = s.tenant_id AND u.id = s.user_id AND u.active AND u.session_epoch = s.epoch))`;

const FIELDS = 'tenant_id AS "tenantId", user_id AS "userId", epoch, challenge, data';

const FIND = `SELECT ${FIELDS} FROM sign_in_steps s WHERE ${HOLDS}`;

const TAKE = `DELETE FROM sign_in_steps s WHERE ${HOLDS} RETURNING ${FIELDS}`;
