import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are found by the access tokens of their provider, before anybody knows their tenant. */
export class AccessTokens1700000045000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX sso_connections_issuer ON sso_connections (rtrim(config ->> 'issuer', '/'))
        WHERE enabled AND kind = 'oidc';
      CREATE POLICY external_identities_system ON external_identities TO orkestra_system
        USING (true) WITH CHECK (true);
      GRANT SELECT (tenant_id, connection_id, subject, user_id) ON external_identities TO orkestra_system;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT (tenant_id, connection_id, subject, user_id) ON external_identities FROM orkestra_system;
      DROP POLICY external_identities_system ON external_identities;
      DROP INDEX sso_connections_issuer;
    `);
  }
}
