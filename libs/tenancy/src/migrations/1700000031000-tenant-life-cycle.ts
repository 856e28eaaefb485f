import { protectTable, purgePolicy } from '@orkestra/core';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tenants that are suspended, limited, exported and deleted, with what is left of a deleted one: its receipt. */
export class TenantLifeCycle1700000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenants
        ADD status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'deleting')),
        ADD status_reason text,
        ADD status_changed_at timestamptz,
        -- When it was last active again after a suspension: no task expires on the day after.
        ADD resumed_at timestamptz,
        ADD locale text,
        ADD time_zone text,
        ADD accent_color text CHECK (accent_color ~ '^#[0-9a-f]{6}$'),
        ADD logo bytea,
        ADD logo_type text,
        -- What the operator of the installation allows; what is missing is as the configuration says.
        ADD limits jsonb NOT NULL DEFAULT '{}',
        -- That somebody has asked for the deletion once: hash of the code that confirms it, by whom, until when.
        ADD deletion_request jsonb,
        ADD deletion_by jsonb,
        ADD delete_at timestamptz,
        -- Rows, files and executions that are gone already.
        ADD purged jsonb NOT NULL DEFAULT '{}',
        ADD CHECK ((status = 'deleting') = (delete_at IS NOT NULL));
      GRANT UPDATE (name, locale, time_zone, accent_color, logo, logo_type, deletion_request) ON tenants TO orkestra_app;
      CREATE INDEX tenants_inactive ON tenants (id) WHERE status <> 'active' OR resumed_at IS NOT NULL;

      -- How much of a limited thing a tenant has: the sum of its rows. Each connection counts in a row of its own, so
      -- that none waits for another.
      CREATE TABLE tenant_usage (
        tenant_id uuid NOT NULL REFERENCES tenants,
        what text NOT NULL,
        -- The process of Postgres that counts; 0 for what was added up.
        slot integer NOT NULL,
        used bigint NOT NULL,
        PRIMARY KEY (tenant_id, what, slot)
      ) WITH (fillfactor = 50);
      ${protectTable('tenant_usage', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT, INSERT, UPDATE, DELETE' })};
      CREATE FUNCTION note_usage(tenant uuid, of_what text, change bigint) RETURNS void LANGUAGE sql AS $$
        INSERT INTO tenant_usage (tenant_id, what, slot, used) VALUES (tenant, of_what, pg_backend_pid(), change)
        ON CONFLICT (tenant_id, what, slot) DO UPDATE SET used = tenant_usage.used + excluded.used
      $$;

      -- What is left of a deleted tenant: no row refers to it, and nobody changes or deletes one.
      CREATE TABLE tenant_receipts (
        id uuid PRIMARY KEY,
        deleted_tenant uuid NOT NULL UNIQUE,
        slug text NOT NULL,
        receipt jsonb NOT NULL,
        digest bytea NOT NULL,
        deleted_at timestamptz NOT NULL
      );
      ALTER TABLE tenant_receipts ENABLE ROW LEVEL SECURITY;
      ALTER TABLE tenant_receipts FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant_receipts_system ON tenant_receipts TO orkestra_system USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON tenant_receipts TO orkestra_system;
    `);
    await runner.query(`
      CREATE POLICY tenants_purge ON tenants TO CURRENT_ROLE
        USING (id = nullif(current_setting('app.purging', true), '')::uuid) WITH CHECK (true)`);
    for (const table of await unpurgeable(runner)) await runner.query(purgePolicy(table));
    await runner.query(PURGE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION purge_tenant_rows(uuid, integer);
      DROP FUNCTION forget_tenant(uuid);
      DROP FUNCTION tables_of_tenants();
      DROP FUNCTION note_usage(uuid, text, bigint);
      DROP TABLE tenant_receipts, tenant_usage;
      DROP POLICY tenants_purge ON tenants;
      REVOKE UPDATE (name) ON tenants FROM orkestra_app;
      ALTER TABLE tenants DROP status, DROP status_reason, DROP status_changed_at, DROP resumed_at, DROP locale,
        DROP time_zone, DROP accent_color, DROP logo, DROP logo_type, DROP limits, DROP deletion_request,
        DROP deletion_by, DROP delete_at, DROP purged;
    `);
  }
}

/** Tables of tenants that were made before tables got the policy by themselves. */
async function unpurgeable(runner: QueryRunner): Promise<string[]> {
  const rows = (await runner.query(`
    SELECT c.relname AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_purge')`)) as {
    name: string;
  }[];
  return rows.map(({ name }) => name);
}

/**
 * The role `system` may delete nothing of a tenant by itself. These functions, which run with the rights of the owner
 * of the tables, delete what belongs to a tenant whose deletion was asked for and has fallen due, and nothing else.
 */
const PURGE = `
  CREATE FUNCTION tables_of_tenants() RETURNS SETOF regclass LANGUAGE sql STABLE
  SET search_path = pg_catalog, public AS $$
    SELECT c.oid::regclass FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    -- Those that the fewest others refer to are emptied first.
    ORDER BY (SELECT count(*) FROM pg_constraint k WHERE k.confrelid = c.oid AND k.contype = 'f'), c.relname
  $$;

  -- Deletes at most so many rows of one table; answers with its name and their number, with null when none are left.
  CREATE FUNCTION purge_tenant_rows(tenant uuid, most integer, OUT "table" text, OUT rows bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    candidate regclass;
    blocked text;
  BEGIN
    PERFORM set_config('app.purging', tenant::text, true);
    PERFORM FROM tenants WHERE id = tenant AND status = 'deleting' AND delete_at <= clock_timestamp() FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'The deletion of this tenant has not fallen due';
    END IF;
    UPDATE tenants SET calendar_key = NULL WHERE id = tenant AND calendar_key IS NOT NULL;
    FOR candidate IN SELECT tables_of_tenants() LOOP
      BEGIN
        EXECUTE format('DELETE FROM ONLY %s WHERE ctid = ANY (ARRAY(SELECT ctid FROM ONLY %s WHERE tenant_id = $1 LIMIT $2))',
          candidate, candidate) USING tenant, most;
        GET DIAGNOSTICS rows = ROW_COUNT;
      EXCEPTION WHEN foreign_key_violation THEN
        blocked := candidate::text;
        rows := 0;
      END;
      IF rows > 0 THEN
        "table" := candidate::text;
        UPDATE tenants SET purged = jsonb_set(purged, ARRAY['rows'], coalesce(purged -> 'rows', '{}')
          || jsonb_build_object("table", coalesce((purged -> 'rows' ->> "table")::bigint, 0) + rows)) WHERE id = tenant;
        RETURN;
      END IF;
    END LOOP;
    IF blocked IS NOT NULL THEN
      RAISE EXCEPTION 'Rows of the tenant in % are referred to by others that cannot be deleted', blocked;
    END IF;
  END $$;

  -- The last step: the tenant itself, when nothing refers to it any more.
  CREATE FUNCTION forget_tenant(tenant uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  BEGIN
    PERFORM set_config('app.purging', tenant::text, true);
    DELETE FROM tenants WHERE id = tenant AND status = 'deleting' AND delete_at <= clock_timestamp();
    IF NOT FOUND THEN
      RAISE EXCEPTION 'The deletion of this tenant has not fallen due';
    END IF;
  END $$;

  REVOKE ALL ON FUNCTION tables_of_tenants(), purge_tenant_rows(uuid, integer), forget_tenant(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION tables_of_tenants(), purge_tenant_rows(uuid, integer), forget_tenant(uuid)
    TO orkestra_system;
  GRANT EXECUTE ON FUNCTION tables_of_tenants() TO orkestra_app`;
