import { randomUUID } from 'node:crypto';
import { KeyUses } from '../../libs/tenancy/src';
import { everyOperationNaming, type Operation } from '../api-gateway/every-operation';
import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { ApiClient, eventually, type Json } from '../harness';
import { makeEverything, type Names, SECRET } from './other-tenant';

/** Something that nobody has, of the shape of what somebody has. */
const nobodys = (name: string): string =>
  /^[0-9a-f-]{36}$/.test(name) ? randomUUID() : name.includes('@') ? 'nobody@other.test' : 'nobodys';
/** Who names one of these asks for a thing; whoever names a user or group asks for a place. */
const DIRECT = [
  ...['taskId', 'commentId', 'conversationId', 'ruleId', 'absenceId', 'personId', 'keyId', 'sessionId'],
  ...['passkeyId', 'connectionId', 'endpointId', 'deliveryId'],
];
/**
 * Answers each of its tasks by itself; is refused for whom it leaves out; keeps the name of a conversation that may be
 * elsewhere; has the name of a claim where others have groups; looks for the person before the connection.
 */
const SAYS_MORE =
  /^(bulkTasks.*|nominateTask|createTask by its conversation|update(Oidc|Saml)Connection by groups|unlinkExternalIdentity)$/;

let gateways: GatewaysInProcess;
let theirs: Names;
let unknown: Names;
let callers: ApiClient[];

beforeAll(async () => {
  gateways = await GatewaysInProcess.start(1);
  theirs = await makeEverything(gateways);
  unknown = Object.fromEntries(
    Object.entries(theirs).map(([name, value]) => [
      name,
      typeof value === 'string' ? nobodys(value) : value.map(nobodys),
    ]),
  ) as Names;
  const key = new ApiClient(gateways.url(), { authorization: `Bearer ${gateways.tenant.apiKey}` });
  callers = [await gateways.person('ada@demo.test'), key];
});
afterAll(() => gateways?.close());

/** Every operation that names something of theirs, with what kind of id `id` is where that is its argument. */
function operationsNaming(names: Names): Operation[] {
  const fixed = {
    ...{ payloadDigest: 'a'.repeat(64), until: '2030-02-02T03:04:05Z', action: 'CLAIM', text: 'Hi' },
    messages: [{ role: 'USER', text: 'Hi' }],
    ...{ email: 'new@demo.test', allowedNetworks: ['10.0.0.0/8'], domain: 'ours.example' },
  };
  const ids = ['taskId', 'conversationId', 'workflowId', 'user', 'group', 'keyId', 'addressId'];
  const made = ids.flatMap((id) =>
    // Connections are of two kinds, which their operations call the same.
    [names, { ...names, connectionId: names['scimConnectionId'] ?? '' }].flatMap((some) =>
      everyOperationNaming({ ...some, ...fixed, id: names[id] }, [...Object.keys(names), 'id']),
    ),
  );
  const naming = [...made, ...specsNaming(names)].filter(({ variables }) => uses(variables, names));
  return [...new Map(naming.map((one) => [JSON.stringify([one.query(1), one.variables]), one])).values()];
}

function uses(variables: object, names: Names): boolean {
  const text = JSON.stringify(variables);
  return Object.values(names)
    .flat()
    .some((name) => text.includes(`"${name}"`));
}

/** A new task may name others at many places, none of which the schema knows. */
function specsNaming({ user, group, conversationId }: Names): Operation[] {
  const specs: Record<string, object> = {
    'its assignee': { assignTo: { user } },
    'its queue': { assignTo: { group } },
    'its candidates': { assignTo: { candidates: { users: [user], groups: [group] } } },
    'whom it excludes': { assignTo: { excluded: [user] } },
    'its conversation': { conversationId },
  };
  const query = () =>
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { title conversation { id title } } } }';
  return Object.entries(specs).map(([name, spec]) => ({
    name: `createTask by ${name}`,
    query,
    variables: { input: { spec: { title: 'x', ...spec } } },
  }));
}

interface Answer {
  text: string;
  codes: string[];
}

async function ask(caller: ApiClient, { query, variables }: Operation): Promise<Answer> {
  const response = await caller.post('/graphql', { query: query(1), variables });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: Json[] };
  return { text, codes: errors.map(({ extensions }) => (extensions as { code: string }).code) };
}

/** The same for two answers that tell the same. */
function shape(text: string, names: Names): string {
  const named = Object.values(names)
    .flat()
    .toSorted((a, b) => b.length - a.length);
  return named
    .reduce((left, name) => left.replaceAll(name, '<name>'), text)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/"(startCursor|endCursor|cursor)":"[^"]*"/g, '"$1":"<cursor>"');
}

/** All that the other tenant has, in every table. */
async function rowsOfOther(): Promise<Record<string, string>> {
  // That their key was used is written a little later.
  await gateways.get(KeyUses).flush();
  const tables = await gateways.rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await gateways.rows<{ digest: string }>(
      `SELECT count(*) || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest
       FROM ${name} t WHERE tenant_id = $1`,
      [gateways.other.id],
    );
    digests[name] = row?.digest ?? '';
  }
  return digests;
}

test('no operation reads or changes what another tenant has, nor tells it from what nobody has', async () => {
  const before = await rowsOfOther();
  const empty = Object.keys(before).filter((table) => before[table]?.startsWith('0'));
  expect(empty.filter((table) => /^(notification|guest|chat|webhook)/.test(table))).toEqual([]);
  expect(Object.keys(before).length - empty.length).toBeGreaterThan(12);
  const [foreign, strange] = [operationsNaming(theirs), operationsNaming(unknown)];
  expect(foreign.length).toBeGreaterThan(80);
  const wrong: unknown[] = [];
  for (const caller of callers) {
    for (const [index, operation] of foreign.entries()) {
      const twin = strange[index] as Operation;
      const [answer, expected] = await Promise.all([ask(caller, operation), ask(caller, twin)]);
      const told = shape(answer.text, theirs) === shape(expected.text, unknown);
      const leaks = answer.text.includes(SECRET);
      const direct = DIRECT.some((name) => JSON.stringify(operation.variables).includes(`"${name}":`));
      const found = direct && !SAYS_MORE.test(operation.name);
      const hidden = !found || answer.codes.every((code) => code === 'NOT_FOUND' || code === 'FORBIDDEN');
      if (!told || leaks || !hidden || (found && answer.codes.length === 0))
        wrong.push([
          operation.name,
          operation.variables,
          answer.text.slice(0, 300),
          expected.text.slice(0, 300),
        ]);
    }
  }
  expect(wrong).toEqual([]);
  expect(await rowsOfOther()).toEqual(before);
}, 600_000);

test('a cursor of another tenant leads through our own rows alone', async () => {
  const people = 'people(first: 1) { pageInfo { endCursor } }';
  const lists = 'users(first: 1) { pageInfo { endCursor } } groups(first: 1) { pageInfo { endCursor } }';
  const more =
    'tasks(first: 1) { pageInfo { endCursor } } conversations(first: 1) { pageInfo { endCursor } }';
  const agent = new ApiClient(gateways.url(), { authorization: `Bearer ${gateways.other.apiKey}` });
  const theirPages = await agent.graphql(
    `{ ${people} ${lists} ${more} workflowExecutions(first: 1) { pageInfo { endCursor } } }`,
  );
  const items = {
    people: 'email',
    users: 'user { email }',
    groups: 'group { id }',
    tasks: 'title',
    conversations: 'title',
    workflowExecutions: 'id input',
  };
  const seen: string[] = [];
  for (const [list, fields] of Object.entries(items)) {
    const after = (theirPages[list] as Json).pageInfo.endCursor as string;
    expect([list, after]).toEqual([list, expect.any(String)]);
    const query = `query ($after: String) { ${list}(after: $after) { edges { node { ${fields} } } } }`;
    for (const caller of callers)
      seen.push(await (await caller.post('/graphql', { query, variables: { after } })).text());
  }
  const text = seen.join();
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain('other.test');
  expect(text).not.toContain(theirs.group);
});

test('no update of another tenant arrives, and asking for one finds nothing', async () => {
  const [ada] = callers as [ApiClient];
  const subscriptions = [
    `subscription { conversationUpdated(id: "${theirs.conversationId}") { id title } }`,
    `subscription { workflowUpdated(id: "theirs") { id input } }`,
  ];
  for (const query of subscriptions) {
    const feed = await ada.subscribe(query);
    await eventually(() => feed.errors.length > 0);
    expect(JSON.stringify(feed.errors)).toContain('NOT_FOUND');
    expect(feed.received).toEqual([]);
    await feed.close();
  }
});

test('files of another tenant are not there', async () => {
  const before = await rowsOfOther();
  const origin = { origin: 'http://127.0.0.1:4000' };
  const path = ({ taskId, attachmentId }: Names) => `/api/v1/tasks/${taskId}/attachments/${attachmentId}`;
  for (const caller of callers) {
    for (const method of ['GET', 'DELETE']) {
      const ask = async (names: Names) => {
        const response = await caller.request(path(names), { method, headers: origin });
        const { instance: _, correlationId: __, ...problem } = (await response.json()) as Json;
        return { status: response.status, problem };
      };
      expect(await ask(theirs)).toMatchObject({ status: 404 });
      expect(await ask(theirs)).toEqual(await ask(unknown));
    }
  }
  expect(await rowsOfOther()).toEqual(before);
});

test('what another tenant has takes as long to be not found as what nobody has', async () => {
  const [, bot] = callers as [ApiClient, ApiClient];
  const read = async (id: string) => {
    const started = performance.now();
    await bot.post('/graphql', { query: `{ task(id: "${id}") { title } }` });
    return performance.now() - started;
  };
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 60; round += 1) {
    times[0].push(await read(theirs.taskId));
    times[1].push(await read(unknown.taskId));
  }
  const [foreign, strange] = times.map((all) => all.toSorted((a, b) => a - b)[30] ?? 0) as [number, number];
  // Of one class, on a machine that does other things: a look into another table, or a lock, would show all the same.
  expect(Math.max(foreign, strange)).toBeLessThan(3 * Math.min(foreign, strange) + 5);
});
