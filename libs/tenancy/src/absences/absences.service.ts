import { Injectable } from '@nestjs/common';
import { Clock, Ids, isUuid, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { requireWorkers, resolveAssignees } from '../directory/assignees.queries';
import { UnknownUserError } from '../directory/directory.errors';
import { supervises } from '../directory/supervision';
import { isAdmin, requireScope, seesEverything } from '../permissions';
import type { TenantContext } from '../tenant-context';
import {
  AbsenceForbiddenError,
  AbsenceLimitError,
  AbsenceNotFoundError,
  AbsenceOverlapError,
  InvalidAbsenceError,
  SubstituteChainTooLongError,
  SubstituteCircleError,
} from './absences.errors';
import { ABSENCE_COLUMNS, absencesOf, type AbsenceView, linkedAbsences } from './absences.queries';
import { type AbsencePeriod, chainProblem } from './substitute-chain';

export interface PlanAbsence {
  /** E-mail address or id; whoever asks when left out. */
  user?: string | undefined;
  from: Date;
  until: Date;
  /** E-mail address or id of who gets the person's tasks meanwhile. */
  substitute?: string | undefined;
}

const MOST_AHEAD = 50;
const LONGEST_MS = 2 * 366 * 24 * 3_600_000;

/** When people are away, and who stands in for them. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * A person plans their own absence, an admin anybody's. Tasks that are theirs already stay where they are.
   * @throws AbsenceForbiddenError, InvalidAbsenceError, UnknownUserError
   * @throws AbsenceOverlapError, AbsenceLimitError, SubstituteCircleError, SubstituteChainTooLongError
   */
  async plan(ctx: TenantContext, given: PlanAbsence): Promise<AbsenceView> {
    requireScope(ctx, 'tasks:write');
    const now = this.clock.now();
    checkPeriod(given, now);
    return this.database.run(ctx, async (em) => {
      const period = await toPeriod(em, ctx, given);
      if (!isAdmin(ctx) && period.userId !== ctx.principal.id) throw new AbsenceForbiddenError();
      await lockAbsences(em);
      await this.check(em, period, now);
      const absence = { ...period, id: this.ids.next(), createdAt: now };
      await em.query(
        `INSERT INTO absences (tenant_id, id, user_id, starts_at, ends_at, substitute_id, created_by_kind,
                               created_by_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ctx.tenantId,
          absence.id,
          absence.userId,
          absence.from,
          absence.until,
          absence.substituteId,
          ctx.principal.kind,
          ctx.principal.id,
          now,
        ],
      );
      return absence;
    });
  }

  /**
   * The person is there, or back, after all.
   * @throws AbsenceNotFoundError also for one that the principal may not see
   */
  async remove(ctx: TenantContext, absenceId: string): Promise<AbsenceView> {
    requireScope(ctx, 'tasks:write');
    return this.database.run(ctx, async (em) => {
      const [absence] = !isUuid(absenceId)
        ? []
        : await queryRows<AbsenceView>(em, `SELECT ${ABSENCE_COLUMNS} FROM absences a WHERE a.id = $1`, [
            absenceId,
          ]);
      if (absence === undefined || !(await maySee(em, ctx, absence.userId))) throw new AbsenceNotFoundError();
      if (!isAdmin(ctx) && absence.userId !== ctx.principal.id) throw new AbsenceForbiddenError();
      await em.query('DELETE FROM absences WHERE id = $1', [absence.id]);
      return absence;
    });
  }

  /**
   * What is to come of somebody's absences, or goes on now, the next first: for themselves, admins and auditors, and the
   * supervisors of their groups.
   * @param user e-mail address or id; whoever asks when left out
   * @throws UnknownUserError, AbsenceForbiddenError
   */
  async list(ctx: TenantContext, user?: string): Promise<AbsenceView[]> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, async (em) => {
      const userId = await userIdOf(em, user ?? ctx.principal.id);
      if (!(await maySee(em, ctx, userId))) throw new AbsenceForbiddenError();
      return absencesOf(em, userId, this.clock.now());
    });
  }

  private async check(em: EntityManager, period: AbsencePeriod, now: Date): Promise<void> {
    const ahead = await absencesOf(em, period.userId, now);
    const other = ahead.find(({ from, until }) => from < period.until && until > period.from);
    if (other !== undefined) throw new AbsenceOverlapError(other);
    if (ahead.length >= MOST_AHEAD) throw new AbsenceLimitError(MOST_AHEAD);
    const problem = chainProblem(await linkedAbsences(em, period), period);
    if (problem === 'circle') throw new SubstituteCircleError();
    if (problem === 'too_long') throw new SubstituteChainTooLongError();
  }
}

function checkPeriod({ from, until }: PlanAbsence, now: Date): void {
  if (Number.isNaN(from.getTime())) throw new InvalidAbsenceError('/from', 'is no date');
  if (Number.isNaN(until.getTime())) throw new InvalidAbsenceError('/until', 'is no date');
  if (until <= from) throw new InvalidAbsenceError('/until', 'must be after its begin');
  if (until <= now) throw new InvalidAbsenceError('/until', 'lies in the past');
  if (until.getTime() - from.getTime() > LONGEST_MS) {
    throw new InvalidAbsenceError(
      '/until',
      'at most two years after its begin; make the user inactive instead',
    );
  }
}

async function toPeriod(em: EntityManager, ctx: TenantContext, given: PlanAbsence): Promise<AbsencePeriod> {
  const userId = await userIdOf(em, given.user ?? ctx.principal.id);
  const substituteId = given.substitute === undefined ? null : await substituteIdOf(em, given.substitute);
  if (substituteId === userId) throw new InvalidAbsenceError('/substitute', 'must be somebody else');
  return { userId, from: given.from, until: given.until, substituteId };
}

/** @throws UnknownUserError, LooksOnError */
async function substituteIdOf(em: EntityManager, user: string): Promise<string> {
  const { users } = await resolveAssignees(em, { users: [user] });
  requireWorkers(users.values());
  return userIdOf(em, user);
}

async function userIdOf(em: EntityManager, user: string): Promise<string> {
  const { users } = await resolveAssignees(em, { users: [user] });
  const found = users.get(user);
  if (found === undefined) throw new UnknownUserError(user);
  return found.id;
}

/** One after the other, or two at once could close a circle that neither sees. */
async function lockAbsences(em: EntityManager): Promise<void> {
  await em.query('SELECT FROM tenants FOR NO KEY UPDATE');
}

async function maySee(em: EntityManager, ctx: TenantContext, userId: string): Promise<boolean> {
  return seesEverything(ctx) || userId === ctx.principal.id || (await supervises(em, ctx, userId));
}
