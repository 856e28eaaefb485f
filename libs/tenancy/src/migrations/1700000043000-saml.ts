import { protectTable } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What Orkestra signs and reads SAML messages with, and the step between a directory's answer and the browser. */
export class Saml1700000043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saml_keys (
        tenant_id uuid NOT NULL,
        connection_id uuid NOT NULL,
        id uuid NOT NULL,
        -- As PEM; anybody may read it in our metadata.
        certificate text NOT NULL,
        -- Sealed: see SECRETS_KEY.
        private_key bytea NOT NULL,
        key_id text NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, connection_id, id),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES sso_connections ON DELETE CASCADE
      );
      ${protectTable('saml_keys', {
        app: 'SELECT (tenant_id, connection_id, id, certificate, created_at), INSERT, DELETE',
        system: 'SELECT',
      })};

      ALTER TABLE sign_in_steps
        DROP CONSTRAINT sign_in_steps_purpose_check,
        ADD CONSTRAINT sign_in_steps_purpose_check
          CHECK (purpose IN ('second-factor', 'passkey-sign-in', 'passkey-registration', 'sso', 'sso-landing'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM sign_in_steps WHERE purpose = 'sso-landing';
      ALTER TABLE sign_in_steps
        DROP CONSTRAINT sign_in_steps_purpose_check,
        ADD CONSTRAINT sign_in_steps_purpose_check
          CHECK (purpose IN ('second-factor', 'passkey-sign-in', 'passkey-registration', 'sso'));
      DROP TABLE saml_keys;
    `);
  }
}
