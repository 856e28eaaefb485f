import { GroupsService } from '@orkestra/tenancy';
import { codeOf, GROUPS, Office, PERSON_IDS, TASK } from '../../../../test/harness/office';

let office: Office;
let groups: GroupsService;

beforeAll(async () => {
  office = await Office.open();
  groups = office.app.get(GroupsService);
});
afterAll(() => office?.close());

it('keeps a group whose open tasks have no other place, and gives them one', async () => {
  const { ada, sam, max } = office.people;
  const open = await office.task();
  const held = await office.tasks.claim(sam, { taskId: (await office.task()).id });
  const done = await office.tasks.claim(sam, { taskId: (await office.task()).id });
  await office.tasks.complete(sam, { taskId: done.id, data: { answer: 'x' } });
  await office.task({
    assignTo: { group: 'legal' },
    sla: {
      timeoutMs: 60_000,
      chain: [{ action: 'reassign', after: { milliseconds: 30_000 }, to: { group: 'l1' } }],
    },
  });
  const count = 3;
  expect(await groups.openTasks(ada, 'l1')).toBe(count);
  expect(await codeOf(groups.delete(ada, 'l1'))).toBe('group.holds_tasks');
  expect(await codeOf(groups.delete(ada, 'l1', 'l1'))).toBe('group.invalid');
  expect(await codeOf(groups.delete(ada, 'l1', 'nobody'))).toBe('group.not_found');
  expect(await codeOf(groups.delete(office.olga, GROUPS.l1))).toBe('group.not_found');

  const vote = await office.task({
    assignTo: { candidates: { groups: ['l1'] } },
    approval: { payload: {}, quorum: { rule: 'count', count: 3 } },
    form: undefined,
  });
  expect(await codeOf(groups.delete(ada, 'l1', 'l2'))).toBe('group.vote');
  await office.control.cancel(ada, { taskId: vote.id });

  expect(await groups.delete(ada, 'l1', 'l2')).toMatchObject({ movedTasks: count });
  expect(await office.tasks.get(max, open.id)).toMatchObject({
    groupId: GROUPS.l2,
    candidates: { groups: [GROUPS.l2] },
  });
  expect(await office.tasks.get(ada, held.id)).toMatchObject({
    status: 'RESERVED',
    assigneeId: PERSON_IDS.sam,
    groupId: GROUPS.l2,
  });
  expect(await office.tasks.get(ada, done.id)).toMatchObject({ groupId: GROUPS.l1 });
  const [line] = await office.rows(
    'SELECT kind, note, changes FROM task_events WHERE task_id = $1 ORDER BY id DESC LIMIT 1',
    [open.id],
  );
  expect(line).toEqual({
    kind: 'reassigned',
    note: 'The group l1 was deleted.',
    changes: { endedGroup: GROUPS.l1, groupId: { before: GROUPS.l1, after: GROUPS.l2 } },
  });
  await office.tasks.claim(max, { taskId: open.id });

  const steps = await office.rows(`SELECT group_id FROM task_steps WHERE group_id = $1`, [GROUPS.l1]);
  expect(steps).toEqual([]);
  for (const name of ['l1', GROUPS.l1]) {
    expect(await codeOf(office.tasks.create(office.bot, { ...TASK, assignTo: { group: name } }))).toBe(
      'directory.unknown_group',
    );
    expect(await codeOf(groups.rename(ada, name, 'x'))).toBe('group.not_found');
  }
  await groups.create(ada, { key: 'l1', name: 'Anew' });
  await office.tasks.create(office.bot, TASK);
});

it('makes groups, renames them, and changes members and supervisors in one step', async () => {
  const { ada } = office.people;
  const [anna, ben] = [PERSON_IDS.zoe, PERSON_IDS.liz];
  const { id } = await groups.create(ada, { key: 'billing', name: ' Billing ' });
  expect(await groups.rename(ada, 'billing', 'Invoices')).toEqual({ id, key: 'billing', name: 'Invoices' });
  await groups.changeMembers(ada, id, {
    put: [
      { personId: anna, role: 'member' },
      { personId: ben, role: 'supervisor' },
    ],
  });
  await groups.changeMembers(ada, id, { put: [{ personId: anna, role: 'supervisor' }], remove: [ben] });
  const members = await office.rows('SELECT user_id, role FROM group_members WHERE group_id = $1', [id]);
  expect(members).toEqual([{ user_id: anna, role: 'supervisor' }]);
  const put = [{ personId: anna, role: 'member' as const }];
  const refused = [
    groups.create(ada, { key: 'billing', name: 'x' }),
    groups.create(ada, { key: 'Bad Key', name: 'x' }),
    groups.create(ada, { key: 'good', name: ' ' }),
    groups.changeMembers(ada, id, { put: [...put, ...put] }),
    groups.changeMembers(ada, id, { put: [{ personId: office.olga.principal.id, role: 'member' }] }),
    groups.changeMembers(office.olga, id, { put }),
    groups.rename(office.olga, 'billing', 'x'),
  ];
  expect(await Promise.all(refused.map(codeOf))).toEqual([
    'group.exists',
    ...Array<string>(4).fill('group.invalid'),
    'group.not_found',
    'group.not_found',
  ]);
});
