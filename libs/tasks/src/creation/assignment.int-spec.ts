import { DomainError, TenantDatabase } from '@orkestra/core';
import { AbsencesService, TenancyModule, UserSettingsService } from '@orkestra/tenancy';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { testContext } from '../../../tenancy/src/testing';
import { TasksModule, TasksService, type TaskView } from '..';
import { type AssignmentTarget, type Choice, chooseAssignee } from '../assignment/choose-assignee';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const DAY = 24 * 3_600_000;

const engine = testContext({
  tenantId: A,
  principal: { kind: 'system', id: 'system', displayName: 'Orkestra', role: 'admin' },
});

let parts: TestServices;
let tasks: TasksService;
let numbers = 100;

beforeAll(async () => {
  parts = await startServices([TenancyModule, TasksModule]);
  tasks = parts.services.get(TasksService);
  await sql(`INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A'), ('${B}', 'b', 'B')`);
});
afterAll(() => parts.close());

async function sql<Row>(text: string): Promise<Row[]> {
  return asAdmin(async (client) => (await client.query(text)).rows as Row[], parts.database.adminUrl);
}

interface TestGroup {
  id: string;
  key: string;
  /** E-mail address and id of each. */
  members: { id: string; email: string }[];
}

/** A group of new people, so that no test sees another's tasks. */
async function newGroup(strategy: string, size: number, tenant = A): Promise<TestGroup> {
  const key = `group-${numbers}`;
  const group = { id: id(numbers++), key };
  const members = Array.from({ length: size }, () => ({
    id: id(numbers),
    email: `user-${numbers++}@a.test`,
  }));
  await sql(`INSERT INTO groups (tenant_id, id, key, name, strategy)
    VALUES ('${tenant}', '${group.id}', '${key}', '${key}', '${strategy}')`);
  for (const member of members) {
    await sql(`INSERT INTO users (tenant_id, id, email, display_name)
        VALUES ('${tenant}', '${member.id}', '${member.email}', '${member.email}');
      INSERT INTO group_members (tenant_id, group_id, user_id) VALUES ('${tenant}', '${group.id}', '${member.id}')`);
  }
  return { ...group, members };
}

const create = (assignTo: object, origin = {}) => tasks.create(engine, { title: 'Look', assignTo }, origin);
const skills = (email: string, ...names: string[]) =>
  parts.services.get(UserSettingsService).setSkills(engine, email, names);
const capacity = (email: string, most: number | null) =>
  parts.services.get(UserSettingsService).setCapacity(engine, email, most);
const away = (user: string, substitute?: string) =>
  parts.services.get(AbsencesService).plan(engine, {
    user,
    substitute,
    from: new Date(Date.now() - DAY),
    until: new Date(Date.now() + DAY),
  });

function counts(group: TestGroup, created: readonly TaskView[]): number[] {
  return group.members.map((member) => created.filter(({ assigneeId }) => assigneeId === member.id).length);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

describe('a group whose tasks are given out', () => {
  it('in turn: fifty at once are ten for each of five', async () => {
    const group = await newGroup('round-robin', 5);
    const created = await Promise.all(Array.from({ length: 50 }, () => create({ group: group.key })));
    expect(counts(group, created)).toEqual([10, 10, 10, 10, 10]);
    expect(new Set(created.map(({ status }) => status))).toEqual(new Set(['RESERVED']));
    expect(created[0]).toMatchObject({ groupId: group.id, candidates: { groups: [group.id], users: [] } });
  });

  it('to whoever holds least: fifty at once differ by one at most, whatever they held before', async () => {
    const group = await newGroup('least-loaded', 5);
    const [first, second] = group.members;
    for (let index = 0; index < 4; index++) await create({ user: first?.email });
    await create({ user: second?.email });
    const created = await Promise.all(Array.from({ length: 50 }, () => create({ group: group.key })));
    expect(counts(group, created)).toEqual([7, 10, 11, 11, 11]);
  });

  it('to whoever holds least counts open tasks alone, and lets equals take turns', async () => {
    const group = await newGroup('least-loaded', 2);
    const [one, other] = group.members.map((member) => member.id);
    const first = await create({ group: group.key });
    const second = await create({ group: group.key });
    expect([first.assigneeId, second.assigneeId]).toEqual([one, other]);
    for (const task of [first, second]) {
      const principal = { id: task.assigneeId ?? '', displayName: 'Somebody', groups: [] };
      await tasks.complete(testContext({ tenantId: A, principal }), { taskId: task.id, data: {} });
    }
    expect((await create({ group: group.key })).assigneeId).toBe(one);
    expect((await create({ group: group.key })).assigneeId).toBe(other);
  });

  it('a creation that is repeated costs nobody a turn', async () => {
    const group = await newGroup('round-robin', 2);
    const [one, other] = group.members.map((member) => member.id);
    const origin = { requestKey: 'repeated' };
    const repeated = await Promise.all(Array.from({ length: 5 }, () => create({ group: group.key }, origin)));
    expect(new Set(repeated.map((task) => task.assigneeId))).toEqual(new Set([one]));
    await create({ group: group.key }, origin);
    expect((await create({ group: group.key })).assigneeId).toBe(other);
  });

  it('by the strategy of the task in place of its own', async () => {
    const manual = await newGroup('manual', 1);
    expect(await create({ group: manual.key })).toMatchObject({ status: 'READY', assigneeId: null });
    const inTurn = await create({ group: manual.key, strategy: 'round-robin' });
    expect(inTurn).toMatchObject({ status: 'RESERVED', assigneeId: manual.members[0]?.id });
    const robin = await newGroup('round-robin', 1);
    expect((await create({ group: robin.key, strategy: 'manual' })).assigneeId).toBeNull();
  });
});

describe('who is passed over', () => {
  it('the excluded, the absent, the inactive, supervisors, and whoever lacks a skill', async () => {
    const group = await newGroup('round-robin', 6);
    const [excluded, absent, inactive, supervisor, unskilled, fit] = group.members;
    await away(absent?.email ?? '');
    await sql(`UPDATE users SET active = false WHERE id = '${inactive?.id}';
      UPDATE group_members SET role = 'supervisor' WHERE user_id = '${supervisor?.id}'`);
    for (const member of [excluded, absent, supervisor, fit])
      await skills(member?.email ?? '', 'German', 'refunds');
    await skills(unskilled?.email ?? '', 'german');
    const assignTo = { group: group.key, excluded: [excluded?.email], skills: ['german', 'REFUNDS'] };
    const created = [await create(assignTo), await create(assignTo)];
    expect(counts(group, created)).toEqual([0, 0, 0, 0, 0, 2]);
  });

  it('whoever holds as many as they can; the rest waits in the queue', async () => {
    for (const strategy of ['round-robin', 'least-loaded']) {
      const group = await newGroup(strategy, 3);
      const [none, two, three] = group.members;
      await capacity(none?.email ?? '', 0);
      await capacity(two?.email ?? '', 2);
      await capacity(three?.email ?? '', 3);
      const created = await Promise.all(Array.from({ length: 8 }, () => create({ group: group.key })));
      expect(counts(group, created)).toEqual([0, 2, 3]);
      const waiting = created.filter(({ assigneeId }) => assigneeId === null);
      expect(waiting.map(({ status }) => status)).toEqual(['READY', 'READY', 'READY']);
      await capacity(none?.email ?? '', null);
      expect((await create({ group: group.key })).assigneeId).toBe(none?.id);
    }
  });

  it('also when two groups give to the same person at once', async () => {
    const [one, other] = [await newGroup('round-robin', 1), await newGroup('least-loaded', 0)];
    const [shared] = one.members;
    await sql(
      `INSERT INTO group_members (tenant_id, group_id, user_id) VALUES ('${A}', '${other.id}', '${shared?.id}')`,
    );
    await capacity(shared?.email ?? '', 5);
    const created = await Promise.all(
      Array.from({ length: 20 }, (_, index) => create({ group: (index % 2 ? one : other).key })),
    );
    expect(counts(one, created)).toEqual([5]);
  });
});

describe('an empty group', () => {
  it('lets its tasks wait, unless the caller asked for members', async () => {
    const group = await newGroup('round-robin', 1);
    await sql(`UPDATE group_members SET role = 'supervisor' WHERE group_id = '${group.id}'`);
    expect(await create({ group: group.key })).toMatchObject({ status: 'READY', groupId: group.id });
    const before = await sql('SELECT count(*) FROM tasks');
    expect(await codeOf(create({ group: group.key, requireMembers: true }))).toBe('task.group_is_empty');
    expect(await sql('SELECT count(*) FROM tasks')).toEqual(before);
    await sql(`UPDATE group_members SET role = 'member' WHERE group_id = '${group.id}'`);
    expect((await create({ group: group.key, requireMembers: true })).assigneeId).toBe(group.members[0]?.id);
  });
});

describe('a task for one person', () => {
  it('goes to the substitute while they are away, and stays open to both', async () => {
    const { members } = await newGroup('manual', 3);
    const [absent, alsoAbsent, present] = members;
    await away(absent?.email ?? '', alsoAbsent?.email);
    await away(alsoAbsent?.email ?? '', present?.email);
    const task = await create({ user: absent?.email });
    expect(task).toMatchObject({ status: 'RESERVED', assigneeId: present?.id });
    expect(task.candidates.users).toEqual([absent?.id, present?.id]);
  });

  it('waits when the substitute may not act, is gone, or is not named', async () => {
    const { members } = await newGroup('manual', 3);
    const [absent, substitute, alone] = members;
    await away(absent?.email ?? '', substitute?.email);
    await away(alone?.email ?? '');
    const excluded = await create({ user: absent?.email, excluded: [substitute?.email] });
    expect(excluded).toMatchObject({ status: 'READY', assigneeId: null });
    expect(excluded.candidates.users).toEqual([absent?.id]);
    await sql(`UPDATE users SET active = false WHERE id = '${substitute?.id}'`);
    expect((await create({ user: absent?.email })).assigneeId).toBeNull();
    expect((await create({ user: alone?.email })).assigneeId).toBeNull();
  });

  it('falls to the group besides, when there is one', async () => {
    const group = await newGroup('round-robin', 1);
    const { members } = await newGroup('manual', 1);
    const user = members[0]?.email ?? '';
    expect((await create({ user, group: group.key })).assigneeId).toBe(members[0]?.id);
    const excluded = await create({ user, group: group.key, excluded: [user] });
    expect(excluded.assigneeId).toBe(group.members[0]?.id);
    await away(user);
    expect((await create({ user, group: group.key })).assigneeId).toBe(group.members[0]?.id);
  });

  it('is refused when they are excluded, or the strategy has no group', async () => {
    const { members } = await newGroup('manual', 1);
    const user = members[0]?.email ?? '';
    expect(await codeOf(create({ user, excluded: [members[0]?.id] }))).toBe('task.invalid_spec');
    expect(await codeOf(create({ user, strategy: 'round-robin' }))).toBe('task.invalid_spec');
    expect(await codeOf(create({ skills: ['german'] }))).toBe('task.invalid_spec');
    expect(await codeOf(create({ user, requireMembers: false }))).toBe('no error');
  });
});

describe('chooseAssignee', () => {
  const choose = (target: AssignmentTarget, tenantId = A): Promise<Choice> =>
    parts.services
      .get(TenantDatabase)
      .run({ tenantId }, (em) => chooseAssignee(em, tenantId, target, new Date()));

  it("finds a group's next, whose turn it was, or a person or their substitute", async () => {
    const group = await newGroup('round-robin', 2);
    const [one, other] = group.members;
    const next = async (excluded: string[] = []) =>
      (await choose({ groupId: group.id, excluded })).assigneeId;
    expect([await next(), await next(), await next()]).toEqual([one?.id, other?.id, one?.id]);
    expect(await next([other?.id ?? ''])).toBe(one?.id);
    const skilled = { groupId: group.id, skills: ['nothing'], excluded: [] };
    expect(await choose(skilled)).toEqual({ assigneeId: null, substitutedFor: null });
    const user = { userId: one?.id, excluded: [] };
    expect(await choose(user)).toEqual({ assigneeId: one?.id, substitutedFor: null });
    await away(one?.email ?? '', other?.email);
    expect(await choose(user)).toEqual({ assigneeId: other?.id, substitutedFor: one?.id });
    expect((await choose({ ...user, excluded: [other?.id ?? ''] })).assigneeId).toBeNull();
    expect((await choose({ excluded: [] })).assigneeId).toBeNull();
  });

  it("gives nothing to another tenant's people", async () => {
    const group = await newGroup('round-robin', 1);
    expect(await choose({ groupId: group.id, excluded: [] }, B)).toMatchObject({ assigneeId: null });
    expect(await choose({ groupId: group.id, strategy: 'round-robin', excluded: [] }, B)).toMatchObject({
      assigneeId: null,
    });
  });
});
