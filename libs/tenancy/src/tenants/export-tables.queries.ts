import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** A table of tenants as the role `app` may read it. */
export interface ExportTable {
  name: string;
  /** Without secrets. */
  columns: string[];
  /** What its rows are ordered by, with types: a unique key that may be read; begins after `tenant_id`. */
  key: { name: string; type: string }[];
}

/** What lets somebody in, or is made from it, is nobody's data and leaves nowhere. */
const SECRET = '(secret|password|token)|(^|_)hash$|^code$';

/** Every table with rows of tenants: none is named here, so that none is forgotten. */
export async function readExportTables(em: EntityManager): Promise<ExportTable[]> {
  const tables = await queryRows<ExportTable>(em, TABLES);
  return tables.filter(({ columns }) => columns.length > 0);
}

/** Some rows after the one with this key, each as a line of JSON with its key. */
export async function readExportRows(
  em: EntityManager,
  tenantId: string,
  { name, columns, key }: ExportTable,
  after: readonly string[] | null,
  most: number,
): Promise<{ line: string; key: string[] }[]> {
  const names = key.map((column) => quoted(column.name));
  const last = key.map(({ type }, index) => `$${index + 3}::text::${type}`);
  const later = after === null || key.length === 0 ? '' : `AND (${names.join(', ')}) > (${last.join(', ')})`;
  const owner = name === 'tenants' ? 'id' : 'tenant_id';
  return queryRows(
    em,
    `SELECT row_to_json(t)::text AS line, t."#key" AS key FROM (
       SELECT ${columns.map(quoted).join(', ')}, ARRAY[${names.map((column) => `${column}::text`).join(', ')}]::text[] AS "#key"
       FROM ${quoted(name)} WHERE ${owner} = $1 ${later} ${names.length > 0 ? `ORDER BY ${names.join(', ')}` : ''} LIMIT $2) t`,
    [tenantId, most, ...(later === '' ? [] : (after ?? []))],
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const TABLES = `
  SELECT c.relname AS name,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attname !~ '${SECRET}'
        AND a.atttypid NOT IN ('tsvector'::regtype) AND has_column_privilege(c.oid, a.attnum, 'SELECT')
      ORDER BY a.attnum) AS columns,
    coalesce((SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY k.place)
      FROM (
        SELECT i.indkey FROM pg_index i
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL AND NOT EXISTS (
          SELECT FROM unnest(i.indkey) AS column_of (attnum)
          LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = column_of.attnum
          WHERE a.attnotnull IS NOT TRUE OR NOT has_column_privilege(c.oid, a.attnum, 'SELECT'))
        ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1) AS i
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE a.attname <> 'tenant_id'), '[]') AS key
  FROM pg_class c
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
    AND (c.relname = 'tenants' OR EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped))
  ORDER BY c.relname <> 'tenants', c.relname`;
