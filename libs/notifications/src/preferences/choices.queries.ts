import { prepared, queryRows } from '@orkestra/core';
import type { BusinessCalendar } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { DEFAULT_HOURS, type Hours } from './moment';
import { exceptionFor, type Rule } from './rule';
import { type AboutKey, readSubjects, type SubjectsOfMany } from './subjects.queries';
import type { Choices, DeliveryMode } from './told-how';

export interface PersonKey {
  tenantId: string;
  personId: string;
}

/** When a person wants to hear nothing, with the calendar that they go by. */
export interface KnownHours extends Hours {
  calendar?: BusinessCalendar | undefined;
}

interface Found {
  choices: ReadonlyMap<string, Choices>;
  delays: ReadonlyMap<string, number>;
  rules: ReadonlyMap<string, readonly Rule[]>;
  hours: ReadonlyMap<string, KnownHours>;
}

/** What people and their tenants have chosen, of many people at once. */
export class ChosenByPeople {
  constructor(
    private readonly found: Found,
    private readonly subjects?: SubjectsOfMany,
  ) {}

  /** @param about what it is about; left out, no exception counts */
  of(person: PersonKey, kind: string, channel: string, about?: AboutKey): Choices {
    const { tenantId, personId } = person;
    const { choices, delays } = this.found;
    const own = choices.get(keyOf(tenantId, personId, kind, channel))?.own;
    const tenant = choices.get(keyOf(tenantId, '', kind, channel))?.tenant;
    const delay = delays.get(keyOf(tenantId, personId, channel));
    const rules = about === undefined ? [] : this.rulesOf(person);
    if (about === undefined || rules.length === 0) return { own, tenant, delay };
    const exception = exceptionFor(rules, { kind, channel, subjects: this.subjects?.of(about) ?? {} });
    return { own, tenant, delay, exception };
  }

  rulesOf({ tenantId, personId }: PersonKey): readonly Rule[] {
    return this.found.rules.get(keyOf(tenantId, personId)) ?? [];
  }

  /** How long they have the channel wait, in seconds; undefined where they have not chosen. */
  delayOf({ tenantId, personId }: PersonKey, channel: string): number | undefined {
    return this.found.delays.get(keyOf(tenantId, personId, channel));
  }

  hoursOf({ tenantId, personId }: PersonKey): KnownHours {
    return this.found.hours.get(keyOf(tenantId, personId)) ?? DEFAULT_HOURS;
  }
}

/**
 * The same few statements for any number.
 * @param em of the role `system`, or of the tenant that all of them are of
 */
export async function readChoices(em: EntityManager, people: readonly PersonKey[]): Promise<ChosenByPeople> {
  return new ChosenByPeople(await find(em, people));
}

/** With what each is about, so that exceptions count. @param em of the role `system` */
export async function readChoicesAbout(
  em: EntityManager,
  people: readonly (PersonKey & AboutKey)[],
): Promise<ChosenByPeople> {
  const found = await find(em, people);
  if (found.rules.size === 0) return new ChosenByPeople(found);
  const ruled = people.filter(({ tenantId, personId }) => found.rules.has(keyOf(tenantId, personId)));
  return new ChosenByPeople(found, await readSubjects(em, ruled));
}

async function find(em: EntityManager, people: readonly PersonKey[]): Promise<Found> {
  const once = new Map(people.map((person) => [keyOf(person.tenantId, person.personId), person]));
  const given = JSON.stringify(
    [...once.values()].map(({ tenantId, personId }) => ({ tenant_id: tenantId, person_id: personId })),
  );
  const rows = await queryRows<ChoiceRow>(em, CHOICES, [given]);
  const hours = await queryRows<HoursRow>(em, HOURS, [given]);
  const choices = new Map<string, Choices>();
  const delays = new Map<string, number>();
  const rules = new Map<string, Rule[]>();
  for (const row of rows) {
    const { from, tenantId, personId, kind, channel, mode, delaySeconds, locked } = row;
    const person = keyOf(tenantId, personId ?? '');
    if (from === 'delay') delays.set(keyOf(person, channel), delaySeconds ?? 0);
    else if (from === 'rule') rules.set(person, [...(rules.get(person) ?? []), ruleOf(row)]);
    else {
      const chosen = { mode, delaySeconds };
      const choice = from === 'tenant' ? { tenant: { ...chosen, locked: locked === true } } : { own: chosen };
      choices.set(keyOf(person, kind, channel), choice);
    }
  }
  return { choices, delays, rules, hours: hoursByPerson(hours) };
}

interface ChoiceRow extends Omit<Rule, 'kind'> {
  from: 'own' | 'tenant' | 'delay' | 'rule';
  tenantId: string;
  personId: string | null;
  /** `*` in a rule for all. */
  kind: string;
  mode: DeliveryMode;
  delaySeconds: number | null;
  locked: boolean | null;
}

function ruleOf({ subjectKind, subject, kind, channel, mode }: ChoiceRow): Rule {
  return { subjectKind, subject, kind: kind === '*' ? null : (kind as Rule['kind']), channel, mode };
}

interface HoursRow extends PersonKey, KnownHours {}

/** People of one calendar share it, so that what is found out of it is found out once. */
function hoursByPerson(rows: readonly HoursRow[]): Map<string, KnownHours> {
  const calendars = new Map<string, BusinessCalendar | undefined>();
  return new Map(
    rows.map(({ tenantId, personId, calendar, ...rest }) => {
      const key = keyOf(tenantId, rest.quietCalendar ?? '');
      if (!calendars.has(key)) calendars.set(key, calendar ?? undefined);
      return [keyOf(tenantId, personId), { ...rest, calendar: calendars.get(key) }];
    }),
  );
}

function keyOf(...parts: string[]): string {
  return parts.join('/');
}

const PEOPLE = `json_to_recordset($1::json) AS p (tenant_id uuid, person_id uuid)`;

const CHOICES = prepared(`
  WITH p AS (SELECT DISTINCT tenant_id, person_id FROM ${PEOPLE})
  SELECT 'own' AS from, c.tenant_id AS "tenantId", c.person_id AS "personId", c.kind, c.channel, c.mode,
         c.delay_seconds AS "delaySeconds", NULL::boolean AS locked, NULL AS "subjectKind", NULL AS subject
  FROM notification_preferences c JOIN p ON p.tenant_id = c.tenant_id AND p.person_id = c.person_id
  UNION ALL
  SELECT 'rule', r.tenant_id, r.person_id, r.kind, r.channel, r.mode, NULL, NULL, r.subject_kind, r.subject
  FROM notification_rules r JOIN p ON p.tenant_id = r.tenant_id AND p.person_id = r.person_id
  UNION ALL
  SELECT 'delay', w.tenant_id, w.person_id, '*', w.channel, 'on', w.delay_seconds, NULL, NULL, NULL
  FROM notification_delays w JOIN p ON p.tenant_id = w.tenant_id AND p.person_id = w.person_id
  UNION ALL
  SELECT 'tenant', d.tenant_id, NULL, d.kind, d.channel, d.mode, d.delay_seconds, d.locked, NULL, NULL
  FROM notification_defaults d WHERE d.tenant_id IN (SELECT tenant_id FROM p)`);

const HOURS = prepared(`
  WITH p AS (SELECT DISTINCT tenant_id, person_id FROM ${PEOPLE})
  SELECT s.tenant_id AS "tenantId", s.person_id AS "personId", s.time_zone AS "timeZone", s.quiet_from AS "quietFrom",
         s.quiet_until AS "quietUntil", s.quiet_weekends AS "quietWeekends", s.digest_at AS "digestAt", s.language,
         s.quiet_calendar AS "quietCalendar", CASE WHEN c.key IS NOT NULL THEN jsonb_build_object('zone', c.zone,
           'hours', c.hours, 'holidays', c.holidays, 'closedDates', c.closed_dates, 'openDates', c.open_dates) END AS calendar
  FROM notification_settings s JOIN p ON p.tenant_id = s.tenant_id AND p.person_id = s.person_id
  LEFT JOIN business_calendars c ON c.tenant_id = s.tenant_id AND c.key = s.quiet_calendar`);
