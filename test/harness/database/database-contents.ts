import { CATALOGUE } from './structure.queries';
import { asAdmin } from './test-database';

/** All that a database holds: a sum over the rows of each table, the state of each sequence, and what is beside the rows. */
export async function contentsOf(url: string): Promise<{ held: object; catalogue: string[] }> {
  return asAdmin(async (admin) => {
    const { rows } = await admin.query<{ name: string; kind: string }>(
      `SELECT relname AS name, relkind AS kind FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') ORDER BY 1`,
    );
    const held: Record<string, unknown> = {};
    for (const { name, kind } of rows) {
      const all = `SELECT count(*)::int AS n, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS sum FROM ${name} t`;
      const sql = kind === 'S' ? `SELECT last_value, is_called FROM ${name}` : all;
      held[name] = (await admin.query<object>(sql)).rows[0];
    }
    return { held, catalogue: (await admin.query<{ what: string }>(CATALOGUE)).rows.map(({ what }) => what) };
  }, url);
}
