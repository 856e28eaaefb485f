import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workers compare the time-zone data of Node and Postgres for the zones that calendars name. */
export class ZonesOfCalendars1700000017001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY business_calendars_system ON business_calendars FOR SELECT TO orkestra_system USING (true);
      GRANT SELECT (zone) ON business_calendars TO orkestra_system;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (zone) ON business_calendars FROM orkestra_system;
      DROP POLICY business_calendars_system ON business_calendars;
    `);
  }
}
