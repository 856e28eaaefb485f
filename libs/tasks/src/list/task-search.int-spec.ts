import { encodeCursor, InvalidCursorError, TenantDatabase } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { codeOf, GROUPS, Office, PERSON_IDS } from '../../../../test/harness/office';
import { fillTasks } from '../testing/fill-tasks';
import { asAdmin } from '../../../../test/harness';
import { SearchWordsService } from '../sweep/search-words.service';
import type { TaskFilter } from './task-filter';
import { TaskSearch } from './task-search.service';

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

async function titles(ctx: TenantContext, filter: TaskFilter): Promise<string[]> {
  return (await office.tasks.list(ctx, filter, { first: 100 })).items.map(({ title }) => title);
}

describe('search', () => {
  beforeAll(async () => {
    await office.task({
      title: 'Lost parcel',
      description: 'It was sent to the wrong Straße',
      context: {
        order: { number: 'A-4711', total: 39.9 },
        notes: ['fragile', { said: 'call me back' }],
        paid: true,
      },
      form: { reply: { type: 'text', label: 'Zebra' } },
    });
    await office.task({ title: 'Found parcel', assignTo: { group: 'l2' } });
    await office.tasks.create(office.olga, { title: "Another tenant's parcel" });
  });

  it.each([
    'parcel lost',
    'LOST',
    'straße',
    'wrong -right',
    '"lost parcel"',
    'giraffe or lost',
    'a-4711',
    '39.9',
    'fragile',
    '"call me back"',
    'Straße 4711',
  ])('finds %j in title, description or the values of the context', async (text) => {
    expect(await titles(office.people.ada, { text })).toEqual(['Lost parcel']);
  });

  it.each(['zebra', 'reply', 'order', 'said', '"parcel lost"', 'lost -parcel', 'parc', 'true', '<b>'])(
    'finds nothing by %j: not in forms, nor by names of the context, nor by parts of words',
    async (text) => {
      expect(await titles(office.people.ada, { text })).not.toContain('Lost parcel');
    },
  );

  it('shows what the principal may see, of their tenant alone', async () => {
    expect((await titles(office.people.ada, { text: 'parcel' })).sort()).toEqual([
      'Found parcel',
      'Lost parcel',
    ]);
    expect(await titles(office.people.sam, { text: 'parcel' })).toEqual(['Lost parcel']);
    expect(await titles(office.people.zoe, { text: 'parcel' })).toEqual([]);
    expect(await titles(office.olga, { text: 'parcel' })).toEqual(["Another tenant's parcel"]);
  });

  it('answers nothing without a tenant, and no other role may ask', async () => {
    const search = `SELECT search_tasks('parcel', true, 10)`;
    const database = office.app.get(TenantDatabase);
    const none = '00000000-0000-7000-8000-00000000000c';
    expect(await database.run({ tenantId: none }, (em) => em.query(search))).toEqual([]);
    const asked = asAdmin((client) => client.query(search), office.database.systemDatabaseUrl);
    await expect(asked).rejects.toThrow('permission denied');
  });

  it('leaves the open tasks with a task that ends, and finds it among the closed ones', async () => {
    const { id } = await office.task({ title: 'Quokka' });
    await office.tasks.complete(office.people.sam, { taskId: id, data: { answer: 'x' }, claim: true });
    expect(await titles(office.people.sam, { text: 'quokka' })).toEqual([]);
    expect(await titles(office.people.sam, { text: 'quokka', status: ['COMPLETED'] })).toEqual(['Quokka']);
  });

  it('follows a context that changes, also one that comes later', async () => {
    const { id, tenantId } = await office.task({ title: 'Wombat' });
    const write = (context: object) =>
      office.app.get(TenantDatabase).run({ tenantId }, (em) =>
        em.query(
          `INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest) VALUES ($1, $2, 'context', $3, '')
           ON CONFLICT (tenant_id, task_id, kind) DO UPDATE SET body = EXCLUDED.body`,
          [tenantId, id, JSON.stringify(context)],
        ),
      );
    await write({ colour: 'mauve' });
    expect(await titles(office.people.sam, { text: 'mauve wombat' })).toEqual(['Wombat']);
    await write({ colour: 'teal' });
    expect(await titles(office.people.sam, { text: 'mauve' })).toEqual([]);
    expect(await titles(office.people.sam, { text: 'teal wombat' })).toEqual(['Wombat']);
  });

  it('reads as much of a context as fits, however deep it is', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(90)}"emu"${'}'.repeat(90)}`) as object;
    await office.task({ title: 'Deep', context: { a: 'yak', b: 'x '.repeat(20_000), c: 'gnu', deep } });
    expect(await titles(office.people.sam, { text: 'deep yak' })).toEqual(['Deep']);
    expect(await titles(office.people.sam, { text: 'gnu or emu' })).toEqual([]);
  });

  it('considers the newest thousand hits, and every one of them on some page', async () => {
    const { tenantId } = office.people.ada;
    const many = { tenantId, userId: PERSON_IDS.sam, groupIds: [GROUPS.l1], open: 1_200, closed: 0 };
    await asAdmin((client) => fillTasks(client, many), office.database.adminUrl);
    const found = new Set<string>();
    let after: string | null = null;
    do {
      const page = await office.tasks.list(office.people.sam, { text: 'refund' }, { first: 100, after });
      page.items.forEach(({ title }) => found.add(title));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(found.size).toBe(1_000);
    expect(found.has('Refund for order 201')).toBe(true);
    expect(found.has('Refund for order 200')).toBe(false);
  });
});

describe('what is typed or pasted', () => {
  const URL = 'https://shop.example.org/item?id=42';
  it.each([
    [`Look at ${URL} please`, URL],
    [`Look at ${URL} please`, 'shop.example.org'],
    [`Look at ${URL} please`, 'example 42'],
    ['Pay INV-2026-17 now', '17'],
    ['Pay INV-2026-17 now', 'INV-2026-17'],
    ['Pay INV-2026-17 now', '2026-17'],
    ['Pay 250\u00A0EUR', '250 EUR'],
    ['Pay 250 EUR', '250\u202FEUR'],
    ['Call Mu\u0308ller', 'M\u00FCller'],
    ['Call M\u00FCller', 'Mu\u0308ller'],
    ['Ask sam@a.test', 'sam@a.test'],
    ['Ask sam@a.test', 'sam'],
    ['Soft\u00ADhyphen', 'softhyphen'],
    ['\uFF26\uFF55\uFF4C\uFF4C width', 'full'],
    ['report_final.pdf', 'final pdf'],
    ['O\u2019Brien', "O'Brien"],
    ['Total 1.234,56 \u20AC', '1.234,56'],
    ['\u201EZitat\u201C hier', '"zitat hier"'],
    ['\u65E5\u672C\u8A9E \u30C6\u30B9\u30C8', '\u65E5\u672C\u8A9E'],
    ['\u0939\u093F\u0928\u094D\u0926\u0940', '\u0939\u093F\u0928\u094D\u0926\u0940'],
    ['+49 (0)30-1234', '+49 (0)30-1234'],
    ['Either', 'giraffe OR either'],
    ['No negation', 'negation -giraffe'],
  ])('%j is found by %j', async (title, text) => {
    const { id } = await office.task({ title });
    const found = await office.tasks.list(office.people.ada, { text }, { first: 100 });
    expect(found.items.map((task) => task.id)).toContain(id);
    expect(await office.app.get(TaskSearch).matches(office.people.ada, id, text)).toBe(true);
  });

  it.each([
    ['Pay INV-2026-17 now', 'INV-2026-18'],
    ['Pay INV-2026-17 now', 'pay -17'],
    ['Pay INV-2026-17 now', '-"2026 17" pay'],
    ['Parcel lost', '"lost parcel"'],
    ['Parcel lost', 'parc'],
  ])('%j is not found by %j', async (title, text) => {
    const { id } = await office.task({ title });
    const found = await office.tasks.list(office.people.ada, { text }, { first: 100 });
    expect(found.items.map((task) => task.id)).not.toContain(id);
    expect(await office.app.get(TaskSearch).matches(office.people.ada, id, text)).toBe(false);
  });

  it('holds for what was indexed before as well, after the sweep', async () => {
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push((await office.task({ title: `Old OLD-${n}-88123` })).id);
    const other = await office.tasks.create(office.olga, { title: 'Old OLD-7-88123' });
    await office.rows(`UPDATE task_search s SET words_version = 1, words = to_tsvector('simple', t.title)
      FROM tasks t WHERE t.id = s.task_id AND t.title LIKE 'Old %'`);
    expect(await titles(office.people.ada, { text: '88123' })).toEqual([]);
    expect(await office.app.get(SearchWordsService).renew()).toBe(4);
    expect((await titles(office.people.ada, { text: '88123' })).sort()).toEqual(
      ids.map((_, n) => `Old OLD-${n}-88123`),
    );
    expect(await titles(office.olga, { text: '88123' })).toEqual([other.title]);
    expect(await office.app.get(SearchWordsService).renew()).toBe(0);
  });
});

describe('what a list refuses', () => {
  const day = new Date('2030-01-01');
  it.each<[string, TaskFilter, RegExp]>([
    ['two holders', { assignedToMe: true, unassigned: true }, /only one of/],
    ['no holder', { assignee: ' ' }, /`assignee` is empty/],
    ['a priority of 101', { priority: { max: 101 } }, /0 to 100/],
    ['priorities the wrong way round', { priority: { min: 51, max: 50 } }, /No priority is at least 51/],
    ['an empty range', { due: { from: day, until: day } }, /`due.from` must lie before `due.until`/],
    ['what is no date', { created: { from: new Date('x') } }, /`created` holds what is not a date/],
    ['an empty search', { text: ' ?! ' }, /no word to look for/],
    ['a search for what is not there alone', { text: '-parcel' }, /no word to look for/],
    ['a long search', { text: 'a '.repeat(101) }, /longer than 200/],
    ['a NUL', { type: 'a\0' }, /NUL/],
    ['open and closed at once', { status: ['READY', 'COMPLETED'] }, /not for both/],
    ['closed ones to claim', { status: ['COMPLETED'], candidate: true }, /no candidates/],
  ])('%s', async (_name, filter, message) => {
    const list = office.tasks.list(office.people.ada, filter, {});
    await expect(list).rejects.toMatchObject({
      code: 'task.invalid_filter',
      message: expect.stringMatching(message),
    });
  });

  it.each<[TaskFilter, 'CLOSED_DESC' | 'DUE_ASC']>([
    [{}, 'CLOSED_DESC'],
    [{ status: ['EXPIRED'] }, 'DUE_ASC'],
    [{ workflowId: 'w' }, 'DUE_ASC'],
  ])('%j by %s', async (filter, orderBy) => {
    expect(await codeOf(office.tasks.list(office.people.ada, filter, { orderBy }))).toBe(
      'task.invalid_filter',
    );
  });

  const uuid = GROUPS.l1;
  it.each([
    ['another order', ['CREATED_ASC', '2030-01-01 00:00:00+00', uuid]],
    ['no order', ['2030-01-01 00:00:00+00', '50', uuid]],
    ['no such day', ['DUE_ASC', '2030-02-31 00:00:00+00', '50', uuid]],
    ['no such zone', ['DUE_ASC', '2030-02-01 00:00:00+99', '50', uuid]],
    ['a word for a rank', ['DUE_ASC', '2030-02-01 00:00:00+00', 'x', uuid]],
    ['a number for an id', ['DUE_ASC', '2030-02-01 00:00:00+00', '50', 7]],
  ])('a cursor of %s', async (_name, values) => {
    const list = office.tasks.list(office.people.ada, {}, { after: encodeCursor(values) });
    await expect(list).rejects.toThrow(InvalidCursorError);
  });

  it('and takes the cursors that it gives out, in every order', async () => {
    for (const orderBy of ['DUE_ASC', 'DUE_DESC', 'PRIORITY_DESC', 'CREATED_DESC'] as const) {
      const { endCursor: after } = await office.tasks.list(office.people.ada, {}, { first: 1, orderBy });
      const next = await office.tasks.list(office.people.ada, {}, { first: 1, orderBy, after });
      expect(next.items).toHaveLength(1);
    }
  });
});
