import type { Client } from 'pg';

export interface Column {
  name: string;
  type: string;
  nullable: boolean;
  inPrimaryKey: boolean;
  inForeignKey: boolean;
  inUniqueKey: boolean;
}

export interface Table {
  name: string;
  columns: Column[];
}

/** A foreign key: `columns` of the table `from` name a row of the table `to`. */
export interface Reference {
  from: string;
  to: string;
  /** Without the one that holds the tenant; empty where the key is nothing but the tenant. */
  columns: string[];
  /** Whether a row may refer to none. */
  optional: boolean;
  /** Whether no two rows refer to the same one. */
  unique: boolean;
}

export interface Tables {
  tables: Table[];
  references: Reference[];
}

/** What the migrations made, by name. Partitions repeat their table, and TypeORM's own list of migrations is none of ours. */
export async function readTables(client: Client): Promise<Tables> {
  const tables = await client.query<Table>(TABLES);
  const references = await client.query<Reference>(REFERENCES);
  return { tables: tables.rows, references: references.rows };
}

const OURS = `
  SELECT c.oid, c.relname FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND c.relname <> 'migrations'`;

const IN_KEY = (kind: string): string => `EXISTS (
  SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = '${kind}' AND a.attnum = ANY (k.conkey))`;

const TABLES = `
  WITH ours AS (${OURS})
  SELECT t.relname AS name, json_agg(json_build_object(
    'name', a.attname,
    'type', replace(format_type(a.atttypid, NULL), 'timestamp with time zone', 'timestamptz'),
    'nullable', NOT a.attnotnull,
    'inPrimaryKey', ${IN_KEY('p')},
    'inForeignKey', ${IN_KEY('f')},
    'inUniqueKey', ${IN_KEY('u')}
  ) ORDER BY a.attnum) AS columns
  FROM ours t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  GROUP BY t.relname ORDER BY t.relname COLLATE "C"`;

const REFERENCES = `
  WITH ours AS (${OURS}), keys AS (
    SELECT k.conrelid, k.conkey, child.relname AS "from", parent.relname AS "to",
           array_agg(a.attname::text ORDER BY place) FILTER (WHERE target.attname <> 'tenant_id' AND a.attname <> 'tenant_id')
             AS columns,
           bool_or(NOT a.attnotnull) AS optional
    FROM pg_constraint k
    JOIN ours child ON child.oid = k.conrelid
    JOIN ours parent ON parent.oid = k.confrelid
    CROSS JOIN unnest(k.conkey, k.confkey) WITH ORDINALITY AS pair (own, other, place)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.own
    JOIN pg_attribute target ON target.attrelid = k.confrelid AND target.attnum = pair.other
    WHERE k.contype = 'f'
    GROUP BY k.oid, k.conrelid, k.conkey, child.relname, parent.relname
  )
  SELECT "from", "to", coalesce(columns, '{}') AS columns, optional, EXISTS (
    SELECT FROM pg_constraint u WHERE u.conrelid = keys.conrelid AND u.contype IN ('p', 'u') AND u.conkey <@ keys.conkey
  ) AS unique
  FROM keys ORDER BY "from" COLLATE "C", "to" COLLATE "C", columns`;
