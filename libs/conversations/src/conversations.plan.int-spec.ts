import { uuidsStartingWith } from '@orkestra/core';
import { Client } from 'pg';
import { asAdmin } from '../../../test/harness';
import { people, TaskPeople } from '../../../test/harness/task-people';
import { CONVERSATIONS_BETWEEN, referencesQuery } from './conversations.queries';
import { messagesQuery } from './messages.queries';

const { ada } = people;
const CONVERSATIONS = 20_000;
const idOf = (n: number) => `00000000-0000-7000-9000-${String(n).padStart(12, '0')}`;
const FILL = `
  INSERT INTO conversations (tenant_id, id, request_key, spec_digest, channel, title, status, participants, metadata,
    created_by_kind, created_by_id, created_by_name, message_count, created_at, updated_at, closed_at)
  SELECT '${ada.tenantId}', ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, n::text, '',
    CASE n % 100 WHEN 0 THEN 'sms' ELSE 'chat' END, 'Conversation ' || n,
    CASE n % 50 WHEN 0 THEN 'open' ELSE 'closed' END, '[]', '{}', 'service', 'x', 'X', 0, now(), now(),
    CASE n % 50 WHEN 0 THEN NULL ELSE now() END
  FROM generate_series(1, ${CONVERSATIONS}) n;
  INSERT INTO messages (tenant_id, conversation_id, number, id, role, recorded_by_kind, recorded_by_id,
    recorded_by_name, created_at)
  SELECT '${ada.tenantId}', c.id, n, gen_random_uuid(), 'user', 'service', 'x', 'X', now()
  FROM (SELECT id, CASE id WHEN '${idOf(7)}' THEN 10000 ELSE 2 END AS messages FROM conversations) c,
    generate_series(1, c.messages) n;
  INSERT INTO message_payloads (tenant_id, message_id, body, digest, created_at)
  SELECT tenant_id, id, '{"text": "x"}', '', now() FROM messages;
  ANALYZE conversations; ANALYZE messages; ANALYZE message_payloads;`;

let desk: TaskPeople;
let app: Client;

beforeAll(async () => {
  desk = await TaskPeople.start();
  await asAdmin((admin) => admin.query(FILL), desk.adminUrl);
  app = new Client({ connectionString: desk.databaseUrl });
  await app.connect();
  await app.query(`SELECT set_config('app.tenant', $1, false)`, [ada.tenantId]);
}, 240_000);
afterAll(async () => {
  await app?.end();
  await desk?.close();
});

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

/** How the role app reads the tables, and how many rows of each it touches. */
async function explain({ sql, values }: { sql: string; values: unknown[] }) {
  const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    values,
  );
  const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
  const scans = nodesOf(rows[0]!['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name']);
  const touched = scans.map(
    (node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
  );
  return { kinds: new Set(scans.map((node) => node['Node Type'])), most: Math.max(...touched) };
}

it.each([
  ['all', {}],
  ['the few that are open', { status: 'open' }],
  ['a rare channel', { channel: 'sms' }],
  ['the open ones of a rare channel', { channel: 'sms', status: 'open' }],
  ['none, of a channel that has none', { channel: 'voice', status: 'closed' }],
] as const)('a page of %s reads no more than the page', async (_, filter) => {
  for (const after of [null, idOf(CONVERSATIONS / 2)]) {
    const { kinds, most } = await explain(referencesQuery(ada, filter, after, 21));
    expect(most).toBeLessThanOrEqual(21);
    expect([...kinds].every((kind) => kind.startsWith('Index'))).toBe(true);
  }
});

it('ids that begin so are found without looking at others', async () => {
  for (const [prefix, most] of [
    ['', 101],
    [idOf(CONVERSATIONS).slice(0, 34), 101],
    ['ffff', 0],
  ] as const) {
    const values = [ada.tenantId, ...(uuidsStartingWith(prefix) ?? []), 101];
    const touched = await explain({ sql: CONVERSATIONS_BETWEEN, values });
    expect(touched.most).toBeLessThanOrEqual(most);
    expect([...touched.kinds].every((kind) => kind.startsWith('Index'))).toBe(true);
  }
});

it.each([
  ['the newest', { place: null, forward: false }],
  ['the middle', { place: 5_000, forward: false }],
  ['what follows the middle', { place: 5_000, forward: true }],
])('a page from %s of a long conversation reads no more than the page', async (_, where) => {
  const { kinds, most } = await explain(messagesQuery(ada, [idOf(7)], { ...where, rows: 21 }));
  expect(most).toBeLessThanOrEqual(21);
  expect([...kinds].every((kind) => kind.startsWith('Index'))).toBe(true);
});

it('the newest of fifty conversations at once reads those alone', async () => {
  const ids = Array.from({ length: 50 }, (_, n) => idOf(n + 100));
  const { kinds, most } = await explain(messagesQuery(ada, ids, { place: null, forward: false, rows: 21 }));
  expect(most).toBeLessThanOrEqual(100);
  expect([...kinds].every((kind) => kind.startsWith('Index'))).toBe(true);
});
