import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { PersonKey } from './choices.queries';
import type { RuleView } from './preferences-view';

/** The exceptions of a person, with names. @param em of the tenant */
export async function readRules(em: EntityManager, { tenantId, personId }: PersonKey): Promise<RuleView[]> {
  return queryRows<RuleView>(em, LIST, [tenantId, personId]);
}

const LIST = `
  SELECT r.subject_kind AS "subjectKind", r.subject, nullif(r.kind, '*') AS kind, r.channel, r.mode,
    CASE r.subject_kind WHEN 'agent' THEN s.name WHEN 'group' THEN g.name ELSE r.subject END AS "subjectName"
  FROM notification_rules r
  LEFT JOIN service_principals s ON r.subject_kind = 'agent' AND s.tenant_id = r.tenant_id AND s.id::text = r.subject
  LEFT JOIN groups g ON r.subject_kind = 'group' AND g.tenant_id = r.tenant_id AND g.id::text = r.subject
  WHERE r.tenant_id = $1 AND r.person_id = $2
  ORDER BY r.subject_kind, "subjectName", r.subject, r.kind, r.channel`;
