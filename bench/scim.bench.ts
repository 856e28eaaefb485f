import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, type Stack, startStack } from './stack';
import { latencies, median, percentile, perSecond } from './statistics';

const PEOPLE = Number(process.env['PEOPLE'] ?? 10_000);
const GROUPS = 100;
const CLIENTS = 4;
const ROUNDS = 50;

type Json = Record<string, unknown>;

/** A first synchronisation of a directory, and then one person more or less in a small group and in one of everybody. */
async function main(): Promise<void> {
  process.env['TENANT_PEOPLE'] ??= String(PEOPLE + 100);
  const stack = await startStack();
  try {
    const directory = await Directory.connect(stack);
    const ids: string[] = [];
    let next = 0;
    const people = await perSecond(PEOPLE, CLIENTS, async () => {
      const userName = `person-${(next += 1)}@bench.test`;
      ids.push(await directory.create('Users', { userName, active: true }));
    });
    const groups: string[] = [];
    const started = performance.now();
    for (let n = 0; n < GROUPS; n += 1) {
      const members = ids.filter((_, index) => index % GROUPS === n).map((value) => ({ value }));
      groups.push(await directory.create('Groups', { displayName: `Group ${n}`, members }));
    }
    const filled = performance.now() - started;
    const everybody = await directory.create('Groups', {
      displayName: 'Everybody',
      members: ids.map((value) => ({ value })),
    });
    const one = ids[0] ?? '';
    const small = await directory.inAndOut(groups[1] ?? '', one);
    const large = await directory.inAndOut(everybody, one);
    const found = await latencies(ROUNDS, () =>
      timed(() => directory.send('GET', '/Users?filter=userName%20eq%20%22person-7@bench.test%22')),
    );
    const left = await timed(() => directory.send('DELETE', `/Users/${one}`));
    report([
      ['people created, per second', people.toFixed(0)],
      [`${GROUPS} groups with ${PEOPLE / GROUPS} members each, ms for one`, (filled / GROUPS).toFixed(1)],
      [`a member in and out of a group of ${PEOPLE / GROUPS}, ms p50 / p99 for one`, times(small)],
      [`a member in and out of a group of ${PEOPLE}, ms p50 / p99 for one`, times(large)],
      ['a person found by userName, ms p50 / p99', times(found)],
      ['a person leaves, ms', left.toFixed(1)],
    ]);
  } finally {
    await stack.stop();
  }
}

class Directory {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async connect(stack: Stack): Promise<Directory> {
    const headers = { 'content-type': 'application/json' };
    const { password } = stack.user;
    const signIn = await fetch(`${stack.admin}/api/v1/auth/sign-in`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ tenant: 'demo', email: 'ada@demo.test', password }),
    });
    const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const query = 'mutation { createScimConnection(input: { name: "Bench" }) { token } }';
    const made = await fetch(stack.graphql, {
      ...{ method: 'POST', headers: { ...headers, cookie, origin: new URL(stack.admin).origin } },
      body: JSON.stringify({ query }),
    });
    const { data } = (await made.json()) as { data: { createScimConnection: { token: string } } };
    return new Directory(`${new URL(stack.graphql).origin}/scim/v2`, data.createScimConnection.token);
  }

  /** Waits, as a directory does, where it is told to. */
  async send(method: string, path: string, body?: Json): Promise<Json> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/scim+json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status === 429) {
      await new Promise((done) => setTimeout(done, Number(response.headers.get('retry-after')) * 1_000));
      return this.send(method, path, body);
    }
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Json);
  }

  async create(kind: 'Users' | 'Groups', body: Json): Promise<string> {
    return (await this.send('POST', `/${kind}`, body))['id'] as string;
  }

  async inAndOut(group: string, person: string): Promise<number[]> {
    const patch = (operation: Json) =>
      timed(() => this.send('PATCH', `/Groups/${group}`, { Operations: [operation] }));
    const out = { op: 'remove', path: `members[value eq "${person}"]` };
    const values: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      values.push(await patch(out));
      values.push(await patch({ op: 'add', path: 'members', value: [{ value: person }] }));
    }
    return values;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function times(values: readonly number[]): string {
  return `${median(values).toFixed(1)} / ${percentile(values, 0.99).toFixed(1)}`;
}

function report(rows: readonly (readonly [string, string])[]): void {
  const lines = [
    `# A directory with ${PEOPLE} people in ${GROUPS} groups, and in one of everybody`,
    '',
    `| ${CLIENTS} clients for people, one for the rest | |`,
    '| --- | --- |',
    ...rows.map(([what, number]) => `| ${what} | ${number} |`),
    '',
    'That a member costs as many statements in either group is a test: `test/scim/groups.e2e-spec.ts`.',
    '',
  ];
  writeFileSync(join(PROJECT, 'bench/results/scim.md'), lines.join('\n'));
  console.log(lines.join('\n'));
}

void main();
