import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { ChannelRegistry } from '../channels/channel-registry.service';
import { requirePerson } from '../events/require-person';
import { channelsOf } from './channels-of';
import { checkRules } from './checked-preferences';
import { InvalidPreferenceError } from './preferences.errors';
import type { PreferencesView } from './preferences-view';
import { PreferencesService } from './preferences.service';
import type { Rule } from './rule';
import type { SubjectKind } from './subjects.queries';

/** So many of a kind are offered. */
const MOST_OFFERED = 200;

/** What an exception can be about. */
export interface ExceptionSubject {
  kind: SubjectKind;
  subject: string;
  name: string;
}

/** What people want otherwise for one agent, type or group. */
@Injectable()
export class ExceptionsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly channels: ChannelRegistry,
    private readonly preferences: PreferencesService,
  ) {}

  /** The agents of the workspace, the types of workflow that ran last, and the person's groups, by name. @throws PeopleOnlyError */
  async subjects(ctx: TenantContext): Promise<ExceptionSubject[]> {
    requirePerson(ctx);
    return this.database.query<ExceptionSubject>(ctx, SUBJECTS, [
      ctx.tenantId,
      ctx.principal.id,
      MOST_OFFERED,
    ]);
  }

  /** All of them: those that are not named are gone. @throws PeopleOnlyError, InvalidPreferenceError */
  async set(ctx: TenantContext, rules: readonly Rule[]): Promise<PreferencesView> {
    requirePerson(ctx);
    checkRules(
      rules,
      channelsOf(this.channels.enabled).map(({ name }) => name),
    );
    const given = rules.map(({ subjectKind, subject, kind, channel, mode }) => ({
      subject_kind: subjectKind,
      subject,
      kind: kind ?? '*',
      channel,
      mode,
    }));
    await this.database.run(ctx, async (em) => {
      const key = [ctx.tenantId, ctx.principal.id];
      const [unknown] = await queryRows<{ place: number }>(em, UNKNOWN, [...key, JSON.stringify(given)]);
      if (unknown !== undefined)
        throw new InvalidPreferenceError([
          {
            pointer: `/${unknown.place - 1}/subject`,
            message: 'must be the id of an agent or group of the workspace',
          },
        ]);
      await queryRows(em, 'DELETE FROM notification_rules WHERE tenant_id = $1 AND person_id = $2', key);
      await queryRows(em, INSERT, [...key, JSON.stringify(given)]);
    });
    return this.preferences.get(ctx);
  }
}

const GIVEN = `json_to_recordset($3::json) AS g (subject_kind text, subject text, kind text, channel text, mode text)`;

/** What is gone since may stay where it was named before. */
const UNKNOWN = `
  SELECT g.place::integer AS place
  FROM ROWS FROM (json_to_recordset($3::json) AS (subject_kind text, subject text)) WITH ORDINALITY
    AS g (subject_kind, subject, place)
  WHERE NOT CASE g.subject_kind
      WHEN 'agent' THEN EXISTS (SELECT FROM service_principals s WHERE s.tenant_id = $1 AND s.id::text = g.subject)
      WHEN 'group' THEN EXISTS (SELECT FROM groups o WHERE o.tenant_id = $1 AND o.id::text = g.subject)
      ELSE true END
    AND NOT EXISTS (SELECT FROM notification_rules r WHERE r.tenant_id = $1 AND r.person_id = $2
      AND r.subject_kind = g.subject_kind AND r.subject = g.subject)
  ORDER BY g.place LIMIT 1`;

const INSERT = `
  INSERT INTO notification_rules (tenant_id, person_id, subject_kind, subject, kind, channel, mode)
  SELECT $1, $2, g.subject_kind, g.subject, g.kind, g.channel, g.mode FROM ${GIVEN}`;

const SUBJECTS = `
  (SELECT 'agent' AS kind, s.id::text AS subject, s.name FROM service_principals s WHERE s.tenant_id = $1 AND s.active
   ORDER BY s.name LIMIT $3)
  UNION ALL
  (SELECT DISTINCT 'workflow', x.type, x.type FROM (
     SELECT type FROM workflow_executions WHERE tenant_id = $1 ORDER BY started_at DESC, key DESC LIMIT 1000) x
   ORDER BY 2 LIMIT $3)
  UNION ALL
  (SELECT 'group', g.id::text, g.name FROM groups g
   JOIN group_members m ON m.tenant_id = g.tenant_id AND m.group_id = g.id AND m.user_id = $2
   WHERE g.tenant_id = $1 ORDER BY g.name LIMIT $3)`;
