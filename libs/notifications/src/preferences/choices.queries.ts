import { prepared, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { DEFAULT_HOURS, type Hours } from './moment';
import type { Choices, DeliveryMode } from './told-how';

export interface PersonKey {
  tenantId: string;
  personId: string;
}

/** What people and their tenants have chosen, of many people at once. */
export class ChosenByPeople {
  constructor(
    private readonly choices: ReadonlyMap<string, Choices>,
    private readonly hours: ReadonlyMap<string, Hours>,
  ) {}

  of({ tenantId, personId }: PersonKey, kind: string, channel: string): Choices {
    const own = this.choices.get(keyOf(tenantId, personId, kind, channel))?.own;
    const tenant = this.choices.get(keyOf(tenantId, '', kind, channel))?.tenant;
    return { own, tenant };
  }

  hoursOf({ tenantId, personId }: PersonKey): Hours {
    return this.hours.get(keyOf(tenantId, personId)) ?? DEFAULT_HOURS;
  }
}

interface ChoiceRow {
  tenantId: string;
  personId: string | null;
  kind: string;
  channel: string;
  mode: DeliveryMode;
  delaySeconds: number | null;
  locked: boolean | null;
}

/** @param em of the role `system`, or of the tenant that all of them are of */
export async function readChoices(em: EntityManager, people: readonly PersonKey[]): Promise<ChosenByPeople> {
  const once = new Map(people.map((person) => [keyOf(person.tenantId, person.personId), person]));
  const given = JSON.stringify(
    [...once.values()].map(({ tenantId, personId }) => ({ tenant_id: tenantId, person_id: personId })),
  );
  const [rows, hours] = await Promise.all([
    queryRows<ChoiceRow>(em, CHOICES, [given]),
    queryRows<Hours & PersonKey>(em, HOURS, [given]),
  ]);
  const choices = new Map<string, Choices>();
  for (const { tenantId, personId, kind, channel, mode, delaySeconds, locked } of rows) {
    const chosen = { mode, delaySeconds };
    const choice = personId === null ? { tenant: { ...chosen, locked: locked === true } } : { own: chosen };
    choices.set(keyOf(tenantId, personId ?? '', kind, channel), choice);
  }
  return new ChosenByPeople(
    choices,
    new Map(hours.map(({ tenantId, personId, ...rest }) => [keyOf(tenantId, personId), rest])),
  );
}

function keyOf(...parts: string[]): string {
  return parts.join('/');
}

const PEOPLE = `json_to_recordset($1::json) AS p (tenant_id uuid, person_id uuid)`;

const CHOICES = prepared(`
  WITH p AS (SELECT DISTINCT tenant_id, person_id FROM ${PEOPLE})
  SELECT c.tenant_id AS "tenantId", c.person_id AS "personId", c.kind, c.channel, c.mode,
         c.delay_seconds AS "delaySeconds", NULL::boolean AS locked
  FROM notification_preferences c JOIN p ON p.tenant_id = c.tenant_id AND p.person_id = c.person_id
  UNION ALL
  SELECT d.tenant_id, NULL, d.kind, d.channel, d.mode, d.delay_seconds, d.locked
  FROM notification_defaults d WHERE d.tenant_id IN (SELECT tenant_id FROM p)`);

const HOURS = prepared(`
  WITH p AS (SELECT DISTINCT tenant_id, person_id FROM ${PEOPLE})
  SELECT s.tenant_id AS "tenantId", s.person_id AS "personId", s.time_zone AS "timeZone", s.quiet_from AS "quietFrom",
         s.quiet_until AS "quietUntil", s.quiet_weekends AS "quietWeekends", s.digest_at AS "digestAt"
  FROM notification_settings s JOIN p ON p.tenant_id = s.tenant_id AND p.person_id = s.person_id`);
