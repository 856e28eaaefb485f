import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type AbsencePeriod, LONGEST_CHAIN } from './substitute-chain';

export interface AbsenceView extends AbsencePeriod {
  id: string;
  createdAt: Date;
}

export const ABSENCE_COLUMNS = `a.id, a.user_id AS "userId", a.starts_at AS "from", a.ends_at AS "until",
  a.substitute_id AS "substituteId", a.created_at AS "createdAt"`;

/** What is to come of a user's absences, or goes on now, the next first. */
export async function absencesOf(em: EntityManager, userId: string, now: Date): Promise<AbsenceView[]> {
  return queryRows<AbsenceView>(
    em,
    `SELECT ${ABSENCE_COLUMNS} FROM absences a WHERE a.user_id = $1 AND a.ends_at > $2 ORDER BY a.starts_at`,
    [userId, now],
  );
}

/** Who stands in for whom, as far as it is linked to an absence that is planned, at any moment of it. */
export async function linkedAbsences(em: EntityManager, planned: AbsencePeriod): Promise<AbsencePeriod[]> {
  if (planned.substituteId === null) return [];
  return queryRows<AbsencePeriod>(em, LINKED, [
    planned.userId,
    planned.substituteId,
    planned.from,
    planned.until,
    LONGEST_CHAIN,
  ]);
}

const COLUMNS = 'a.id, a.user_id, a.starts_at, a.ends_at, a.substitute_id';
const AT_THE_TIME = 'a.starts_at < $4 AND a.ends_at > $3';

/** One step more than may be, so that too long a chain is seen as such. */
const LINKED = `
  WITH RECURSIVE below AS (
    SELECT 1 AS step, ${COLUMNS} FROM absences a WHERE a.user_id = $2 AND ${AT_THE_TIME}
    UNION
    SELECT b.step + 1, ${COLUMNS} FROM below b JOIN absences a ON a.user_id = b.substitute_id AND ${AT_THE_TIME}
    WHERE b.step <= $5
  ), above AS (
    SELECT 1 AS step, ${COLUMNS} FROM absences a WHERE a.substitute_id = $1 AND ${AT_THE_TIME}
    UNION
    SELECT b.step + 1, ${COLUMNS} FROM above b JOIN absences a ON a.substitute_id = b.user_id AND ${AT_THE_TIME}
    WHERE b.step <= $5
  )
  SELECT DISTINCT user_id AS "userId", starts_at AS "from", ends_at AS "until", substitute_id AS "substituteId"
  FROM (SELECT * FROM below UNION ALL SELECT * FROM above) AS linked`;
