import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Logger, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import {
  AuditLog,
  PeopleService,
  PersonStateError,
  type PersonView,
  requireScope,
  type TenantContext,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { LegalHoldError } from '../holds/holds.errors';
import { ErasureNotConfirmedError } from './erasure.errors';

const CONFIRM_WITHIN_MS = 15 * 60_000;
const ROWS_AT_ONCE = 2_000;
const PEOPLE_AT_ONCE = 20;
const ERASED_NAME = 'Erased person';

export interface ErasureRequest {
  /** Confirms the request, once, by the same person; it is shown this once. */
  code: string;
  expiresAt: Date;
}

interface AskedErasure {
  codeHash: Buffer;
  askedBy: string;
  confirmUntil: Date;
}

/** Forgets somebody who has left: who they were, not that somebody decided. It cannot be taken back, so it is asked twice. */
@Injectable()
export class PersonErasure {
  private readonly logger: Logger;

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('person-erasure');
  }

  /**
   * Asks for the first time; nothing happens until it is confirmed.
   * @param email of the person, typed by whoever asks
   * @throws RoleForbidsError, PersonNotFoundError, PersonStateError, ErasureNotConfirmedError, LegalHoldError
   */
  async request(ctx: TenantContext, personId: string, email: string): Promise<ErasureRequest> {
    await this.check(ctx, personId, email);
    const code = randomBytes(12).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + CONFIRM_WITHIN_MS);
    await this.database.run(ctx, async (em) => {
      await refuseUnderHold(em, ctx.tenantId, personId);
      await queryRows(em, ASK, [ctx.tenantId, personId, ctx.principal.id, hashOf(code), expiresAt]);
      await this.audit.record(em, ctx, {
        action: 'person.erasure_requested',
        target: { kind: 'user', id: personId },
      });
    });
    return { code, expiresAt };
  }

  /**
   * Name and address are gone with the answer; wherever else the name stands the worker replaces it in the next minutes.
   * @throws RoleForbidsError, PersonNotFoundError, PersonStateError, ErasureNotConfirmedError, LegalHoldError
   */
  async confirm(
    ctx: TenantContext,
    { personId, email, code }: { personId: string; email: string; code: string },
  ): Promise<PersonView> {
    const { email: address } = await this.check(ctx, personId, email);
    await this.database.run(ctx, async (em) => {
      const [asked] = await queryRows<AskedErasure>(em, ASKED, [ctx.tenantId, personId]);
      if (asked === undefined || !this.isConfirmedBy(ctx, asked, code)) throw new ErasureNotConfirmedError();
      await refuseUnderHold(em, ctx.tenantId, personId);
      const erased = await queryRows(em, ERASE, [ctx.tenantId, personId, this.clock.now(), ERASED_NAME]);
      // Somebody has brought them back meanwhile.
      if (erased.length === 0) throw new PersonStateError('active', 'deactivated');
      await queryRows(em, PARTICIPANTS, [ctx.tenantId, address, ERASED_NAME]);
      await queryRows(em, GUESTS, [ctx.tenantId, address, personId]);
      await queryRows(em, CONFIRM, [ctx.tenantId, personId, this.clock.now()]);
      await this.audit.record(em, ctx, { action: 'person.erased', target: { kind: 'user', id: personId } });
    });
    return this.people.get(ctx, personId);
  }

  /** Goes on with all that were confirmed, of every tenant, as far as no hold stops it; says whether more is left. */
  async sweep(): Promise<boolean> {
    const due = await this.system.query<{ tenantId: string; userId: string }>(DUE);
    let isMore = due.length === PEOPLE_AT_ONCE;
    for (const { tenantId, userId } of due) {
      try {
        if (await this.eraseSome(tenantId, userId)) isMore = true;
      } catch (error) {
        this.logger.failure({ err: error, tenant: tenantId }, 'A person could not be erased yet');
      }
    }
    return isMore;
  }

  private async eraseSome(tenantId: string, userId: string): Promise<boolean> {
    const [step] = await this.system.query<{ rows: string | null }>(STEP, [tenantId, userId, ROWS_AT_ONCE]);
    return step?.rows != null && step.rows !== '0';
  }

  private async check(ctx: TenantContext, personId: string, email: string): Promise<PersonView> {
    requireScope(ctx, 'people:write');
    const person = await this.people.get(ctx, personId);
    if (person.role === 'owner') requireScope(ctx, 'owners:write');
    if (person.status !== 'deactivated') throw new PersonStateError(person.status, 'deactivated');
    if (person.email !== email.trim().toLowerCase()) throw new ErasureNotConfirmedError();
    return person;
  }

  private isConfirmedBy({ principal }: TenantContext, asked: AskedErasure, code: string): boolean {
    if (asked.askedBy !== principal.id || asked.confirmUntil <= this.clock.now()) return false;
    return timingSafeEqual(asked.codeHash, hashOf(code));
  }
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}

async function refuseUnderHold(em: EntityManager, tenantId: string, personId: string): Promise<void> {
  const [row] = await queryRows<{ held: boolean }>(em, 'SELECT is_person_held($1, $2) AS held', [
    tenantId,
    personId,
  ]);
  if (row?.held !== false) throw new LegalHoldError();
}

const ASK = `
  INSERT INTO person_erasures (tenant_id, user_id, asked_by, code_hash, confirm_until) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET asked_by = $3, code_hash = $4, confirm_until = $5
  WHERE person_erasures.confirmed_at IS NULL`;

const ASKED = `
  SELECT code_hash AS "codeHash", asked_by AS "askedBy", confirm_until AS "confirmUntil" FROM person_erasures
  WHERE tenant_id = $1 AND user_id = $2 AND confirmed_at IS NULL FOR UPDATE`;

const CONFIRM = 'UPDATE person_erasures SET confirmed_at = $3 WHERE tenant_id = $1 AND user_id = $2';

const ERASE = `
  UPDATE users SET email = id || '@erased.invalid', display_name = $4, password_hash = NULL, capacity = NULL, erased_at = $3
  WHERE tenant_id = $1 AND id = $2 AND NOT active AND invited_at IS NULL AND erased_at IS NULL RETURNING id`;

/** Where the address says that it is them. */
const PARTICIPANTS = `
  UPDATE conversations SET participants = (
    SELECT jsonb_agg(CASE WHEN lower(p ->> 'address') = $2 THEN p || jsonb_build_object('name', $3::text, 'address', null)
                     ELSE p END ORDER BY place)
    FROM jsonb_array_elements(participants) WITH ORDINALITY AS one (p, place))
  WHERE tenant_id = $1 AND EXISTS (
    SELECT FROM jsonb_array_elements(participants) AS p WHERE lower(p ->> 'address') = $2)`;

/** Invited before they had an account, they are the same person. */
const GUESTS = 'UPDATE task_guests SET erased_as = $3 WHERE tenant_id = $1 AND email = $2';

const DUE = `
  SELECT e.tenant_id AS "tenantId", e.user_id AS "userId" FROM person_erasures e
  WHERE e.confirmed_at IS NOT NULL AND e.finished_at IS NULL
    AND NOT EXISTS (SELECT FROM legal_holds h
                    WHERE h.tenant_id = e.tenant_id AND h.released_at IS NULL AND h.task_id IS NULL)
  ORDER BY random() LIMIT ${PEOPLE_AT_ONCE}`;

const STEP = 'SELECT erase_person_rows($1, $2, $3) AS rows';
