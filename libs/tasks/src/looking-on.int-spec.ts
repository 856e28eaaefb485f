import type { TenantContext, TenantRole } from '@orkestra/tenancy';
import { codeOf, digestOf, GROUPS, Office, PAYLOAD } from '../../../test/harness/office';
import { testContext } from '../../tenancy/src/testing';
import { actorOf, allowedActions, CommentsService, TaskCounts } from '.';

let office: Office;
const ids = {
  viewer: '00000000-0000-7000-8000-0000000000e1',
  auditor: '00000000-0000-7000-8000-0000000000e2',
};

/** Whoever looks on is a supervisor of the group as well, which must not help them. */
const onlooker = (role: 'viewer' | 'auditor', key?: 'l1' | 'l2'): TenantContext =>
  testContext({
    tenantId: office.engine.tenantId,
    channel: 'graphql',
    principal: {
      id: ids[role],
      displayName: role,
      role: role satisfies TenantRole,
      groups: key === undefined ? [] : [{ id: GROUPS[key], key, role: 'supervisor' }],
    },
  });

beforeAll(async () => {
  office = await Office.open();
  for (const role of ['viewer', 'auditor'] as const) {
    await office.rows(
      `INSERT INTO users (tenant_id, id, email, display_name, role) VALUES ($1, $2, $3, $4, $4)`,
      [office.engine.tenantId, ids[role], `${role}@a.test`, role],
    );
    await office.rows('INSERT INTO group_members (tenant_id, group_id, user_id) VALUES ($1, $2, $3)', [
      office.engine.tenantId,
      GROUPS.l2,
      ids[role],
    ]);
  }
});
afterAll(() => office?.close());

test.each(['viewer', 'auditor'] as const)(
  'a %s reads the tasks of their group and changes none',
  async (role) => {
    const task = await office.task();
    const ctx = onlooker(role, 'l1');
    expect(await office.tasks.get(ctx, task.id)).toMatchObject({ id: task.id });
    expect(allowedActions(task, actorOf(ctx))).toEqual([]);
    const forbidden = 'auth.role_forbids';
    const taskId = task.id;
    expect(await codeOf(office.tasks.claim(ctx, { taskId }))).toBe(forbidden);
    expect(await codeOf(office.control.cancel(ctx, { taskId }))).toBe(forbidden);
    expect(await codeOf(office.drafts.save(ctx, { taskId, data: {}, expectedVersion: 0 }))).toBe(forbidden);
    expect(await codeOf(office.tasks.create(ctx, { title: 'Mine' }))).toBe(forbidden);
    const comments = office.app.get(CommentsService);
    expect(await codeOf(comments.add(ctx, { taskId, text: 'Look' }))).toBe(forbidden);
    expect(await office.tasks.get(office.people.sam, taskId)).toMatchObject({ revision: 1, status: 'READY' });
  },
);

test('an auditor sees what concerns others, a viewer does not', async () => {
  const { id } = await office.task();
  expect(await office.tasks.get(onlooker('auditor'), id)).toMatchObject({ id });
  expect(await codeOf(office.tasks.get(onlooker('viewer'), id))).toBe('task.not_found');
  const seen = async (ctx: TenantContext) =>
    (await office.tasks.list(ctx, {}, {})).items.some((task) => task.id === id);
  expect([await seen(onlooker('auditor')), await seen(onlooker('viewer'))]).toEqual([true, false]);
});

test('nothing waits to be claimed by those who look on', async () => {
  await office.task();
  const ctx = onlooker('viewer', 'l1');
  expect((await office.tasks.list(ctx, {}, {})).items.length).toBeGreaterThan(0);
  expect((await office.tasks.list(ctx, { candidate: true }, {})).items).toEqual([]);
  const counts = office.app.get(TaskCounts);
  expect(await counts.read(ctx)).toMatchObject({ claimable: 0 });
  expect(await counts.read(office.people.sam)).not.toMatchObject({ claimable: 0 });
});

test('nobody hands a task to those who look on, and no strategy or vote counts on them', async () => {
  const toViewer = { assignTo: { user: 'viewer@a.test' } };
  expect(await codeOf(office.task(toViewer))).toBe('directory.looks_on');
  const { id: taskId } = await office.task();
  expect(
    await codeOf(office.handover.assign(office.people.ada, { taskId, to: { user: 'auditor@a.test' } })),
  ).toBe('directory.looks_on');
  const nominate = { taskId, users: ['viewer@a.test'] };
  expect(await codeOf(office.handover.nominate(office.people.ada, nominate))).toBe('directory.looks_on');
  for (let turn = 0; turn < 2; turn += 1) {
    const task = await office.task({ assignTo: { group: 'l2', strategy: 'round-robin' } });
    expect(task.assigneeId).toBe(office.people.max.principal.id);
  }
  const vote = await office.task({
    form: undefined,
    assignTo: { candidates: { groups: ['l2'] } },
    approval: { payload: PAYLOAD, quorum: 'all' },
  });
  const approved = await office.approvals.approve(office.people.max, {
    taskId: vote.id,
    payloadDigest: digestOf(PAYLOAD),
  });
  expect(approved).toMatchObject({ status: 'COMPLETED', outcome: 'approved' });
});
