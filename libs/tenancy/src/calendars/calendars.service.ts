import { Injectable } from '@nestjs/common';
import { Clock, pointerTo, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { type BusinessCalendar, DEFAULT_CALENDAR, type HolidayPlace } from './business-calendar';
import { checkNamedCalendar } from './business-calendar.schema';
import {
  CalendarInUseError,
  CalendarLimitError,
  InvalidCalendarError,
  UnknownCalendarError,
} from './calendars.errors';
import { canonicalPlace, type GivenPlace, type HolidayPlaceName, holidayPlaces } from './holiday-places';
import { type HolidayDay, holidaysOfYear } from './public-holidays';

export interface CalendarView extends BusinessCalendar {
  key: string;
  name: string;
  /** Whether groups without a calendar of their own go by it. */
  isDefault: boolean;
}

const MOST_CALENDARS = 100;
const MOST_NAMED = 5;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The business calendars of a tenant, and which of them counts where. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** All calendars of the tenant, by key. */
  async list(ctx: TenantContext): Promise<CalendarView[]> {
    requireScope(ctx, 'directory:read');
    return this.database.query<CalendarView>(
      ctx,
      `SELECT ${COLUMNS} FROM business_calendars c ORDER BY c.key`,
    );
  }

  /** @throws UnknownCalendarError */
  async get(ctx: TenantContext, key: string): Promise<CalendarView> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => readCalendar(em, key));
  }

  /**
   * Makes a calendar, or changes the one that has the key; tasks that are under way keep their due dates.
   * @param calendar a `BusinessCalendar` with key and name, as it was typed
   * @throws RoleForbidsError, PeopleOnlyError, InvalidCalendarError, CalendarLimitError
   */
  async put(ctx: TenantContext, calendar: unknown): Promise<CalendarView> {
    requireScope(ctx, 'settings:write');
    const { key, name, zone, hours, holidays, closedDates, openDates } = checkNamedCalendar(calendar);
    return this.database.run(ctx, async (em) => {
      const others = await queryRows(em, 'SELECT FROM business_calendars WHERE key <> $1 LIMIT $2', [
        key,
        MOST_CALENDARS,
      ]);
      if (others.length >= MOST_CALENDARS) throw new CalendarLimitError(MOST_CALENDARS);
      await em.query(
        `INSERT INTO business_calendars (tenant_id, key, name, zone, hours, holidays, closed_dates, open_dates, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (tenant_id, key) DO UPDATE SET name = $3, zone = $4, hours = $5, holidays = $6,
           closed_dates = $7, open_dates = $8, updated_at = $9`,
        [
          ctx.tenantId,
          key,
          name,
          zone,
          JSON.stringify(hours),
          holidays === null ? null : JSON.stringify(holidays),
          JSON.stringify(closedDates),
          JSON.stringify(openDates),
          this.clock.now(),
        ],
      );
      return readCalendar(em, key);
    });
  }

  /** @throws RoleForbidsError, PeopleOnlyError, UnknownCalendarError, CalendarInUseError */
  async remove(ctx: TenantContext, key: string): Promise<void> {
    requireScope(ctx, 'settings:write');
    await this.database.run(ctx, async (em) => {
      await readCalendar(em, key);
      // Whoever would begin to use it waits for this transaction.
      await em.query('SELECT FROM business_calendars WHERE key = $1 FOR UPDATE', [key]);
      const users = await queryRows<{ name: string }>(
        em,
        `SELECT 'the whole tenant' AS name FROM tenants WHERE calendar_key = $1
         UNION ALL (SELECT 'the group "' || name || '"' FROM groups WHERE calendar_key = $1 ORDER BY name LIMIT $2)`,
        [key, MOST_NAMED + 1],
      );
      if (users.length > 0) {
        const names = users.slice(0, MOST_NAMED).map(({ name }) => name);
        throw new CalendarInUseError(key, names, users.length > MOST_NAMED);
      }
      await em.query('DELETE FROM business_calendars WHERE key = $1', [key]);
    });
  }

  /**
   * The calendar that counts for tasks without a group's own; null goes back to Monday to Friday, 9 to 17 UTC.
   * @throws RoleForbidsError, PeopleOnlyError, UnknownCalendarError
   */
  async setDefault(ctx: TenantContext, key: string | null): Promise<void> {
    requireScope(ctx, 'settings:write');
    await this.database.run(ctx, async (em) => {
      if (key !== null) await readCalendar(em, key);
      await em.query('UPDATE tenants SET calendar_key = $1', [key]);
    });
  }

  /**
   * The calendar of a group, else of the tenant, else `DEFAULT_CALENDAR`, in a tenant transaction that the caller has
   * open.
   */
  async calendarFor(em: EntityManager, tenantId: string, groupId: string | null): Promise<BusinessCalendar> {
    const [calendar] = await queryRows<BusinessCalendar>(
      em,
      `SELECT ${CALENDAR} FROM business_calendars c WHERE c.tenant_id = $1 AND c.key = coalesce(
         (SELECT calendar_key FROM groups WHERE tenant_id = $1 AND id = $2),
         (SELECT calendar_key FROM tenants WHERE id = $1))`,
      [tenantId, groupId],
    );
    return calendar ?? DEFAULT_CALENDAR;
  }

  /**
   * The days of a year that the public holidays of a place close; at most some dozens.
   * @throws InvalidCalendarError for a place or a year that is not known
   */
  holidays(ctx: TenantContext, place: GivenPlace, year: number): HolidayDay[] {
    requireScope(ctx, 'directory:read');
    const known = canonicalPlace(place);
    if ('message' in known)
      throw new InvalidCalendarError([{ pointer: pointerTo(known.path), message: known.message }]);
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
      throw new InvalidCalendarError([{ pointer: '/year', message: `from ${FIRST_YEAR} to ${LAST_YEAR}` }]);
    return holidaysOfYear(known, year);
  }

  /** The countries, or the states of a country, or the regions of a state, that have holidays of their own. */
  holidayPlaces(ctx: TenantContext, within: Partial<HolidayPlace>): HolidayPlaceName[] {
    requireScope(ctx, 'directory:read');
    return holidayPlaces(within);
  }
}

/** @throws UnknownCalendarError */
export async function readCalendar(em: EntityManager, key: string): Promise<CalendarView> {
  const sql = `SELECT ${COLUMNS} FROM business_calendars c WHERE c.key = $1`;
  // Postgres would refuse a text with a NUL, and no calendar is called so.
  const [calendar] = key.includes('\0') ? [] : await queryRows<CalendarView>(em, sql, [key]);
  if (calendar === undefined) throw new UnknownCalendarError(key);
  return calendar;
}

const CALENDAR = 'c.zone, c.hours, c.holidays, c.closed_dates AS "closedDates", c.open_dates AS "openDates"';
const COLUMNS = `c.key, c.name, ${CALENDAR},
  EXISTS (SELECT FROM tenants t WHERE t.calendar_key = c.key) AS "isDefault"`;
