import { codeOf, Office } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const minute = 60_000;
const hour = 60 * minute;
const after = (minutes: number) => ({ after: { milliseconds: minutes * minute } });

describe('a bad chain', () => {
  const bad = (sla: object, spec: object = {}) => office.task({ ...spec, sla });
  it.each<[string, { sla: object; spec?: object }]>([
    ['a due date that has passed', { sla: { dueAt: '2020-01-01T00:00:00Z' } }],
    ['a due date in a hundred years', { sla: { dueAt: '2127-01-01T00:00:00Z' } }],
    ['two due dates', { sla: { timeoutMs: hour, businessDays: 1 } }],
    ['no time at all', { sla: { timeoutMs: 0 } }],
    [
      'the wrong order',
      {
        sla: {
          chain: [
            { action: 'notify', ...after(20) },
            { action: 'notify', ...after(10) },
          ],
        },
      },
    ],
    [
      'anything after the end',
      {
        sla: {
          chain: [
            { action: 'expire', ...after(20) },
            { action: 'notify', ...after(30) },
          ],
        },
      },
    ],
    [
      'a warning before the task exists',
      { sla: { timeoutMs: hour, chain: [{ action: 'notify', fromDueMs: -hour }] } },
    ],
    ['a step that counts from no due date', { sla: { chain: [{ action: 'notify', fromDueMs: -1 }] } }],
    ['a step without a time', { sla: { chain: [{ action: 'notify' }] } }],
    ['a reassignment to nobody', { sla: { chain: [{ action: 'reassign', ...after(1) }] } }],
    ['two targets', { sla: { chain: [{ action: 'escalate', ...after(1), to: { user: 'a', group: 'b' } }] } }],
    [
      'too many steps',
      { sla: { chain: Array.from({ length: 21 }, () => ({ action: 'notify', ...after(1) })) } },
    ],
    [
      'a target that is excluded',
      {
        sla: { chain: [{ action: 'reassign', ...after(1), to: { user: 'lee@a.test' } }] },
        spec: { assignTo: { group: 'l1', excluded: ['lee@a.test'] } },
      },
    ],
  ])('has %s, and is refused', async (_, { sla, spec }) => {
    const count = 'SELECT count(*) FROM tasks';
    const before = await office.rows(count);
    expect(await codeOf(bad(sla, spec))).toBe('task.invalid_spec');
    expect(await office.rows(count)).toEqual(before);
  });

  it.each([{ user: 'nobody@a.test' }, { group: 'nobody' }, { user: 'olga@b.test' }])(
    'names %j, whom there is not',
    async (to) => {
      expect(await codeOf(bad({ chain: [{ action: 'escalate', ...after(1), to }] }))).toMatch(
        /^directory\.unknown_/,
      );
    },
  );
});

describe('the life of a task', () => {
  const day = 24 * hour;
  const inDays = (days: number) => new Date(office.clock.now().getTime() + days * day).toISOString();
  const livesFor = ({ expiresAt, createdAt }: { expiresAt: Date; createdAt: Date }) =>
    (expiresAt.getTime() - createdAt.getTime()) / day;

  it('reaches past its due date and its chain, where it has none of its own', async () => {
    expect(livesFor(await office.task({ sla: { dueAt: inDays(3) } }))).toBe(30);
    expect(livesFor(await office.task({ sla: { dueAt: inDays(120) } }))).toBe(127);
    const chain = [{ action: 'notify', after: { milliseconds: 200 * day } }];
    expect(livesFor(await office.task({ sla: { chain } }))).toBe(207);
  });

  it.each([
    ['dueAt', { sla: () => ({ dueAt: inDays(2) }) }],
    ['a chain', { sla: () => ({ chain: [{ action: 'notify', after: { milliseconds: 2 * day } }] }) }],
  ])('is refused when its owner chose it to end before %s', async (_, { sla }) => {
    const refused = office.task({ timeToLiveMs: day, sla: sla() });
    await expect(refused).rejects.toMatchObject({
      code: 'task.invalid_spec',
      details: { fields: [{ pointer: '/timeToLiveMs' }] },
    });
    expect(livesFor(await office.task({ timeToLiveMs: 3 * day, sla: sla() }))).toBe(3);
  });

  it('grows with a due date that is set later, and not before', async () => {
    const { id } = await office.task({ timeToLiveMs: 2 * day });
    const dueAt = (days: number) =>
      office.control.setDueDate(office.people.ada, { taskId: id, dueAt: new Date(inDays(days)) });
    expect(livesFor(await dueAt(1))).toBe(2);
    expect(livesFor(await dueAt(5))).toBe(12);
    expect(livesFor(await office.tasks.get(office.engine, id))).toBe(12);
  });
});

it('counts the time before a business date in working time', async () => {
  // Monday 9:00; the default calendar is open from 9 to 17 on weekdays, so a business day later is Tuesday 9:00.
  office.clock.passTo('2027-03-08T09:00:00.000Z');
  const chain = [{ action: 'notify', fromDueMs: -4 * hour }];
  const { id } = await office.task({ sla: { businessDays: 1, chain } });
  const [step] = await office.rows<{ at: Date }>(
    `SELECT at FROM task_steps WHERE task_id = '${id}' AND action = 'notify'`,
  );
  expect(step?.at).toEqual(new Date('2027-03-08T13:00:00.000Z'));
});
