import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a channel keeps for the installation as a whole, and which worker listens to it. */
export class ChannelStates1700000057000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification_channel_states (
        channel text PRIMARY KEY,
        -- Such as the key pair by which push services know this installation; sealed: see SECRETS_KEY.
        secret bytea,
        key_id text,
        -- Until then this worker alone listens to what people send there.
        listener uuid,
        listening_until timestamptz,
        CHECK ((secret IS NULL) = (key_id IS NULL))
      );
      ${protectTable('notification_channel_states', { system: 'SELECT, INSERT, UPDATE' })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification_channel_states');
  }
}
