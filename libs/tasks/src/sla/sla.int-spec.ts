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
