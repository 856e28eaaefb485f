import {
  codeOf,
  digestOf,
  GROUPS,
  Office,
  PAYLOAD,
  PERSON_IDS,
  type PersonName,
} from '../../../../test/harness/office';
import { testContext } from '../../../tenancy/src/testing';
import { TaskDetailsService, type TaskView } from '..';

let office: Office;
beforeAll(async () => (office = await Office.open(12)));
afterAll(() => office?.close());

const payloadDigest = digestOf(PAYLOAD);
/** The people of l1 are sam, lee, kim and eva. */
const ask = (quorum: object, assignTo: object = { group: 'l1' }) =>
  office.task({ form: undefined, approval: { payload: PAYLOAD, quorum }, assignTo });
const yes = (name: PersonName, taskId: string) =>
  office.approvals.approve(office.people[name], { taskId, payloadDigest });
const no = (name: PersonName, taskId: string) =>
  office.approvals.reject(office.people[name], { taskId, payloadDigest, reason: 'No' });
const vote = async (taskId: string, votes: string): Promise<TaskView> => {
  for (const [name, choice] of votes.split(' ').map((word) => word.split(':'))) {
    await (choice === 'yes' ? yes : no)(name as PersonName, taskId);
  }
  return office.tasks.get(office.engine, taskId);
};

it.each([
  [{ rule: 'any' }, 'sam:no lee:yes', 'approved'],
  [{ rule: 'any' }, 'sam:no lee:no kim:no eva:no', 'rejected'],
  [{ rule: 'any', veto: true }, 'sam:no', 'rejected'],
  [{ rule: 'all' }, 'sam:yes lee:yes kim:yes', null],
  [{ rule: 'all' }, 'sam:yes lee:yes kim:yes eva:yes', 'approved'],
  [{ rule: 'all' }, 'sam:yes lee:no', 'rejected'],
  [{ rule: 'count', count: 2 }, 'sam:yes lee:no', null],
  [{ rule: 'count', count: 2 }, 'sam:yes lee:no kim:yes', 'approved'],
  [{ rule: 'count', count: 2, veto: true }, 'sam:yes lee:no', 'rejected'],
  [{ rule: 'count', count: 3 }, 'sam:no lee:no', 'rejected'],
  [{ rule: 'percentage', percentage: 50 }, 'sam:yes lee:yes', 'approved'],
  [{ rule: 'percentage', percentage: 75 }, 'sam:yes lee:yes', null],
  [{ rule: 'percentage', percentage: 75 }, 'sam:no lee:no', 'rejected'],
])('%j with %s: %s', async (quorum, votes, outcome) => {
  const { id } = await ask(quorum);
  const task = await vote(id, votes);
  const count = votes.split(' ').length;
  expect(task).toMatchObject({
    status: outcome === null ? 'READY' : 'COMPLETED',
    outcome,
    assigneeId: null,
    revision: 1 + count,
  });
  expect(await office.history(id)).toEqual([
    'created',
    ...Array<string>(outcome === null ? count : count - 1).fill('voted'),
    ...(outcome === null ? [] : [outcome]),
  ]);
  expect(await office.told(id)).toEqual(outcome === null ? [] : ['task.closed']);
  const closed = await office.tasks.closed(office.engine, id);
  if (outcome !== null) expect(closed?.votes).toHaveLength(count);
});

it('per group needs as many of each group; one person may count for two', async () => {
  await office.rows(
    `INSERT INTO group_members (tenant_id, group_id, user_id, role) SELECT tenant_id, $1, $2, 'member' FROM groups WHERE id = $1`,
    [GROUPS.legal, PERSON_IDS.eva],
  );
  const both = { candidates: { groups: ['l1', 'legal'] } };
  const { id } = await ask({ rule: 'per-group', count: 1 }, both);
  expect(await vote(id, 'sam:yes')).toMatchObject({ status: 'READY' });
  expect(await vote(id, 'liz:yes')).toMatchObject({ outcome: 'approved' });
  const other = await ask({ rule: 'per-group', count: 1 }, both);
  expect(await vote(other.id, 'eva:yes')).toMatchObject({ outcome: 'approved' });
  const third = await ask({ rule: 'per-group', count: 2 }, both);
  expect(await vote(third.id, 'sam:yes lee:yes liz:yes')).toMatchObject({ status: 'READY' });
  expect(await vote(third.id, 'eva:no')).toMatchObject({ outcome: 'rejected' });
  await office.rows('DELETE FROM group_members WHERE group_id = $1 AND user_id = $2', [
    GROUPS.legal,
    PERSON_IDS.eva,
  ]);
});

it.each([2, 3, 4])('is decided once when everybody votes at once (%i of them approve)', async (approving) => {
  const { id } = await ask({ rule: 'count', count: 2 });
  const people: PersonName[] = ['sam', 'lee', 'kim', 'eva'];
  const codes = await Promise.all(
    people.map((name, index) => codeOf((index < approving ? yes : no)(name, id))),
  );
  expect(new Set(codes.filter((code) => code !== 'no error'))).toEqual(
    new Set(codes.includes('task.closed') ? ['task.closed'] : []),
  );
  const task = await office.tasks.get(office.engine, id);
  expect(task).toMatchObject({ status: 'COMPLETED', outcome: 'approved' });
  expect(await office.told(id)).toEqual(['task.closed']);
  const decisions = await office.rows('SELECT vote FROM task_decisions WHERE task_id = $1', [id]);
  expect(decisions).toHaveLength(codes.filter((code) => code === 'no error').length);
  expect(decisions.filter((row) => row['vote'] === 'approved').length).toBe(2);
});

it('is decided once, by ten people and many clicks', async () => {
  const ids = Array.from({ length: 6 }, (_, index) => `00000000-0000-7000-8000-0000000007${index}0`);
  await office.rows(
    `INSERT INTO users (tenant_id, id, email, display_name)
     SELECT $1, u::uuid, u || '@a.test', 'Voter' FROM unnest($2::text[]) AS u`,
    [office.bot.tenantId, ids],
  );
  await office.rows(
    `INSERT INTO group_members (tenant_id, group_id, user_id, role)
     SELECT $1, $2, u::uuid, 'member' FROM unnest($3::text[]) AS u`,
    [office.bot.tenantId, GROUPS.l1, ids],
  );
  const { sam, lee, kim, eva } = office.people;
  const { tenantId, principal } = sam;
  const others = ids.map((id) => testContext({ tenantId, principal: { ...principal, id } }));
  const everybody = [sam, lee, kim, eva, ...others];
  const { id } = await ask({ rule: 'count', count: 7 });
  const codes = await Promise.all(
    [...everybody, ...everybody].map((ctx) =>
      codeOf(office.approvals.approve(ctx, { taskId: id, payloadDigest })),
    ),
  );
  expect(codes.filter((code) => code === 'no error')).toHaveLength(7);
  expect(new Set(codes)).toEqual(
    new Set(['no error', ...codes.filter((code) => ['task.voted', 'task.closed'].includes(code))]),
  );
  expect(await office.told(id)).toEqual(['task.closed']);
  expect((await office.history(id)).filter((kind) => kind === 'approved')).toHaveLength(1);
  expect((await office.tasks.closed(office.engine, id))?.votes).toHaveLength(7);
  await office.rows('DELETE FROM group_members WHERE user_id = ANY($1::uuid[])', [ids]);
});

describe('a vote', () => {
  it('is one for each person and round, of candidates only, and held by nobody', async () => {
    const { id } = await ask({ rule: 'all' });
    await yes('sam', id);
    expect(await codeOf(yes('sam', id))).toBe('task.voted');
    expect(await codeOf(no('sam', id))).toBe('task.voted');
    expect(await codeOf(office.tasks.claim(office.people.lee, { taskId: id }))).toBe('task.voting');
    expect(await codeOf(yes('max', id))).toBe('task.not_found');
    expect(await codeOf(yes('ada', id))).toBe('task.not_candidate');
    await office.approvals.requestChanges(office.people.lee, { taskId: id, payloadDigest, reason: 'Hm' });
    await office.approvals.answerChanges(office.bot, { taskId: id, payload: PAYLOAD });
    // A new round: everybody votes anew, also on the same payload.
    expect(await vote(id, 'sam:yes lee:yes kim:yes')).toMatchObject({ status: 'READY', round: 2 });
    expect(await vote(id, 'eva:yes')).toMatchObject({ outcome: 'approved' });
    expect((await office.tasks.closed(office.engine, id))?.votes).toHaveLength(4);
  });

  it('of the excluded does not count, nor is it waited for', async () => {
    const { id } = await ask({ rule: 'all' }, { group: 'l1', excluded: ['kim@a.test', 'eva@a.test'] });
    expect(await codeOf(yes('kim', id))).toBe('task.not_candidate');
    expect(await vote(id, 'sam:yes lee:yes')).toMatchObject({ outcome: 'approved' });
  });

  it('shows no decision before it is decided, and then who made it certain', async () => {
    const { id } = await ask({ rule: 'count', count: 2 });
    const decided = async () =>
      (await office.app.get(TaskDetailsService).decisions(office.engine, [id])).get(id);
    await yes('sam', id);
    expect(await decided()).toBeUndefined();
    office.clock.pass(1);
    await yes('lee', id);
    expect(await decided()).toMatchObject({ outcome: 'approved', decidedBy: { displayName: 'Lee' } });
  });

  it('of a cancelled task decided nothing', async () => {
    const { id } = await ask({ rule: 'all' });
    await yes('sam', id);
    await office.control.cancel(office.people.eva, { taskId: id });
    const closed = await office.tasks.closed(office.engine, id);
    expect(closed).toMatchObject({ outcome: 'cancelled', votes: [{ vote: 'approved' }] });
    expect(closed?.completedBy).toBeUndefined();
  });
});

describe('when members change', () => {
  const leave = (name: PersonName) =>
    office.rows('DELETE FROM group_members WHERE user_id = $1 AND group_id = $2', [
      PERSON_IDS[name],
      GROUPS.l1,
    ]);
  const join = (name: PersonName) =>
    office.rows(
      `INSERT INTO group_members (tenant_id, group_id, user_id, role) SELECT tenant_id, $1, $2, $3 FROM groups WHERE id = $1
       ON CONFLICT DO NOTHING`,
      [GROUPS.l1, PERSON_IDS[name], name === 'eva' ? 'supervisor' : 'member'],
    );
  afterEach(async () => {
    for (const name of ['sam', 'lee', 'kim', 'eva'] as const) await join(name);
    await office.rows('UPDATE users SET active = true');
  });

  it('nobody waits for who has left, and their vote stays', async () => {
    const { id } = await ask({ rule: 'all' });
    await yes('kim', id);
    await leave('kim');
    await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.eva]);
    await yes('sam', id);
    expect(await vote(id, 'lee:yes')).toMatchObject({ outcome: 'approved' });
  });

  it('too few of them are no rejection: a supervisor nominates others', async () => {
    const { id } = await ask({ rule: 'count', count: 3 });
    await yes('sam', id);
    await leave('kim');
    await leave('eva');
    expect(await vote(id, 'lee:yes')).toMatchObject({ status: 'READY', outcome: null });
    const nominate = (users: string[]) =>
      office.handover.nominate(office.people.ada, { taskId: id, users, groups: ['l1'] });
    // Those who are named have voted already, so that nobody could bring the third vote.
    expect(await codeOf(nominate(['sam@a.test']))).toBe('task.invalid_command');
    await nominate(['zoe@a.test']);
    expect(await vote(id, 'zoe:yes')).toMatchObject({ outcome: 'approved' });
  });

  it('an emptied group still has to approve', async () => {
    const { id } = await ask({ rule: 'per-group', count: 1 }, { candidates: { groups: ['l1', 'legal'] } });
    await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.liz]);
    expect(await vote(id, 'sam:yes lee:yes')).toMatchObject({ status: 'READY', outcome: null });
  });
});

it.each([
  [{ rule: 'count', count: 5 }, { group: 'l1' }],
  [{ rule: 'per-group', count: 2 }, { candidates: { groups: ['l1', 'legal'] } }],
  [{ rule: 'per-group', count: 1 }, { candidates: { users: ['sam@a.test', 'lee@a.test'] } }],
  [{ rule: 'any' }, {}],
  [{ rule: 'all' }, { candidates: { users: ['sam@a.test'] }, excluded: ['sam@a.test'] }],
  [{ rule: 'any' }, { user: 'sam@a.test' }],
])('%j among %j cannot be reached, and is refused', async (quorum, assignTo) => {
  expect(await codeOf(ask(quorum, assignTo))).toBe('task.invalid_spec');
});
