import { TenantDatabase } from '@orkestra/core';
import { AbsencesService, TenancyModule } from '@orkestra/tenancy';
import type { TestServices } from '../../../../test/harness/services';
import { asAdmin } from '../../../../test/harness';
import { startServices } from '../../../../test/harness/services';
import { testContext } from '../../../tenancy/src/testing';
import { TaskDetailsService, TaskHandoverService, TasksModule, TasksService } from '..';

const A = '00000000-0000-7000-8000-00000000000a';
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [ANNA, BEN, CARL, GROUP, EMPTY] = [1, 2, 3, 11, 12].map(id) as [string, string, string, string, string];
const DAY = 24 * 3_600_000;

const ada = testContext({ tenantId: A, principal: { id: id(9), displayName: 'Ada', role: 'admin' } });
const anna = testContext({ tenantId: A, principal: { id: ANNA, displayName: 'Anna', groups: [] } });

let parts: TestServices;
let tasks: TasksService;
let handover: TaskHandoverService;

beforeAll(async () => {
  parts = await startServices([TenancyModule, TasksModule]);
  tasks = parts.services.get(TasksService);
  handover = parts.services.get(TaskHandoverService);
  const people = [
    [ANNA, 'anna'],
    [BEN, 'ben'],
    [CARL, 'carl'],
  ].map(([user, name]) => `('${A}', '${user}', '${name}@a.test', '${name}')`);
  const sql = `
    INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A');
    INSERT INTO users (tenant_id, id, email, display_name) VALUES ${people.join(', ')};
    INSERT INTO groups (tenant_id, id, key, name, strategy) VALUES
      ('${A}', '${GROUP}', 'turns', 'Turns', 'round-robin'), ('${A}', '${EMPTY}', 'empty', 'Empty', 'manual');
    INSERT INTO group_members (tenant_id, group_id, user_id) VALUES ('${A}', '${GROUP}', '${CARL}')`;
  await asAdmin((admin) => admin.query(sql), parts.database.adminUrl);
  const [from, until] = [new Date(Date.now() - DAY), new Date(Date.now() + DAY)];
  const absences = parts.services.get(AbsencesService);
  await absences.plan(ada, { user: 'ben@a.test', substitute: 'carl@a.test', from, until });
});
afterAll(() => parts?.close());

const held = () => tasks.create(ada, { title: 'Look', assignTo: { user: 'anna@a.test' } });
const history = async (taskId: string) => {
  const pages = await parts.services.get(TaskDetailsService).events(ada, [taskId], {});
  const items = pages.get(taskId)?.items ?? [];
  return items;
};

it('gives a task to whoever stands in for a person who is away, and says so in the history', async () => {
  const task = await held();
  const assigned = await handover.assign(ada, { taskId: task.id, to: { user: 'ben@a.test' } });
  expect(assigned).toMatchObject({
    status: 'RESERVED',
    assigneeId: CARL,
    candidates: { users: [BEN, CARL] },
  });
  expect((await history(task.id)).at(-1)).toMatchObject({
    kind: 'assigned',
    changes: { substitutedFor: BEN },
  });
  const delegated = await handover.delegate(anna, { taskId: (await held()).id, to: 'ben@a.test' });
  expect(delegated).toMatchObject({ assigneeId: CARL, ownerId: ANNA });
});

it('gives a task to nobody who is away without a substitute', async () => {
  const [from, until] = [new Date(Date.now() - DAY), new Date(Date.now() + DAY)];
  const planned = await parts.services.get(AbsencesService).plan(ada, { user: 'anna@a.test', from, until });
  const task = await tasks.create(ada, { title: 'Look', assignTo: { user: 'carl@a.test' } });
  const assign = handover.assign(ada, { taskId: task.id, to: { user: 'anna@a.test' } });
  await expect(assign).rejects.toMatchObject({ code: 'task.target_absent' });
  expect(await tasks.get(ada, task.id)).toMatchObject({ assigneeId: CARL, revision: 1 });
  await parts.services
    .get(TenantDatabase)
    .run(ada, (em) => em.query('DELETE FROM absences WHERE id = $1', [planned.id]));
});

it("lets a group's strategy find somebody for a task that is put into its queue", async () => {
  const forwarded = await handover.forward(anna, { taskId: (await held()).id, to: { group: 'turns' } });
  expect(forwarded).toMatchObject({ status: 'RESERVED', assigneeId: CARL, groupId: GROUP });
});

it('tells the supervisors of a group that has nobody', async () => {
  const task = await tasks.create(ada, { title: 'Look', assignTo: { group: 'empty' } });
  expect(task.status).toBe('READY');
  expect((await history(task.id)).map(({ kind }) => kind)).toEqual(['created', 'notified']);
});

it('does not give a task back to whoever sends it to somebody that they stand in for', async () => {
  const carl = testContext({ tenantId: A, principal: { id: CARL, displayName: 'Carl', groups: [] } });
  const task = await tasks.create(ada, { title: 'Look', assignTo: { user: 'carl@a.test' } });
  for (const sent of [
    handover.forward(carl, { taskId: task.id, to: { user: 'ben@a.test' } }),
    handover.delegate(carl, { taskId: task.id, to: 'ben@a.test' }),
  ]) {
    await expect(sent).rejects.toMatchObject({ code: 'task.target_absent' });
  }
  expect(await tasks.get(ada, task.id)).toMatchObject({ assigneeId: CARL, revision: 1 });
});

describe('a vote of people of whom one is away', () => {
  const candidates = { users: ['anna@a.test', 'ben@a.test'] };

  it.each(['any', 'all'])(
    'takes the quorum %j by its name, and lets whoever stands in vote',
    async (quorum) => {
      const approval = { payload: { sum: 1 }, quorum };
      const task = await tasks.create(ada, { title: 'Vote', assignTo: { candidates }, approval });
      expect(task).toMatchObject({ quorum: { rule: quorum }, candidates: { users: [ANNA, CARL] } });
      expect((await history(task.id))[0]).toMatchObject({ changes: { substitutes: { [BEN]: CARL } } });
    },
  );

  it('does so too when other voters are nominated, but never leaves somebody out', async () => {
    const approval = { payload: { sum: 1 }, quorum: 'all' };
    const voters = { candidates: { users: ['anna@a.test'] } };
    const task = await tasks.create(ada, { title: 'Vote', assignTo: voters, approval });
    const nominated = await handover.nominate(ada, { taskId: task.id, users: ['ben@a.test'] });
    expect(nominated.candidates.users).toEqual([CARL]);
    // Carl votes for himself already, so nobody else could vote for Ben.
    const both = await handover.nominate(ada, { taskId: task.id, users: ['ben@a.test', 'carl@a.test'] });
    expect([...both.candidates.users].sort()).toEqual([BEN, CARL]);
  });
});
