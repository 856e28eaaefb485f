import { Injectable } from '@nestjs/common';
import { Clock, SystemDatabase } from '@orkestra/core';
import { Temporal } from 'temporal-polyfill';

/** A zone whose clocks Node and Postgres set differently, from the first day that they do. */
export interface ZoneDifference {
  zone: string;
  day: string;
  node: string;
  postgres: string;
}

const DAYS = 366;
const MOST_ZONES = 500;

/** Compares the time-zone data of Node, by which business time is computed, with those of Postgres. */
@Injectable()
export class ZoneData {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /** Of the zones of all calendars, over the next year. */
  async differences(): Promise<ZoneDifference[]> {
    const rows = await this.database.query<{ zone: string; at: Date; seconds: number }>(
      `SELECT z.zone, d.at, extract(epoch FROM (d.at AT TIME ZONE z.zone) - (d.at AT TIME ZONE 'UTC'))::int AS seconds
       FROM (SELECT DISTINCT c.zone FROM business_calendars c JOIN pg_timezone_names n ON n.name = c.zone
             ORDER BY c.zone LIMIT ${MOST_ZONES}) z,
         LATERAL (SELECT $1::timestamptz + n * interval '1 day' AS at FROM generate_series(0, ${DAYS}) n) d
       ORDER BY z.zone, d.at`,
      [this.clock.now()],
    );
    const found = new Map<string, ZoneDifference>();
    for (const { zone, at, seconds } of rows) {
      if (found.has(zone)) continue;
      const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
      if (Math.round(local.offsetNanoseconds / 1e9) === seconds) continue;
      const day = local.toPlainDate().toString();
      found.set(zone, { zone, day, node: local.offset, postgres: offsetOf(seconds) });
    }
    return [...found.values()];
  }
}

function offsetOf(seconds: number): string {
  const minutes = Math.abs(Math.round(seconds / 60));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
