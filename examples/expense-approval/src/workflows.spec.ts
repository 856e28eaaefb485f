import type { TestEnvironment } from '@orkestra/sdk/testing';
import { startTestEnvironment } from '@orkestra/sdk/testing';
import { resolveTemporalTestServer } from '../../../test/harness/servers/temporal-test-server';
import type { Expense } from './expense.schema';
import { expenseApproval } from './workflows';

const [CORRECTION, MANAGER, FINANCE] = ['expense-correction', 'expense-manager', 'expense-finance'];
const HOUR_MS = 3_600_000;
let env: TestEnvironment;

beforeAll(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('./workflows'),
    people: {
      staff: ['eve'],
      managers: ['mia', 'moe'],
      finance: ['fay', 'finn', 'fred'],
      directors: ['dora'],
    },
    testServer: await resolveTemporalTestServer(),
  });
}, 120_000);
afterAll(() => env.close());
afterEach(() => {
  expect(env.humans.unused).toEqual([]);
  env.reset();
});

const line = (cents: number, receipt?: string) => ({ date: '2026-11-02', what: 'Hotel', cents, receipt });
const expense = (cents: number, more: Partial<Expense> = {}): Expense => ({
  employee: 'eve',
  purpose: 'Fair',
  lines: [line(cents, 'https://receipts.test/1')],
  ...more,
});
const types = () => env.tasks.map(({ type }) => type);
/** What happened to one task, with the hour after its creation. */
const historyOf = (wanted: string | undefined) => {
  const events = env.tasks.find(({ type }) => type === wanted)?.events ?? [];
  const begin = events[0]?.at.getTime() ?? 0;
  return events.map(({ kind, who, at }) => [kind, who, Math.round((at.getTime() - begin) / HOUR_MS)]);
};

describe('who approves', () => {
  it('a manager and one of finance, below a thousand euros', async () => {
    env.humans.approve(MANAGER, { by: 'mia' }).approve(FINANCE, { by: 'fay' });
    const result = { status: 'approved', cents: 999_99, by: ['mia', 'fay'] };
    expect(await env.run(expenseApproval, expense(999_99))).toEqual(result);
  });

  it('two of finance from a thousand on', async () => {
    env.humans.approve(MANAGER, { by: 'mia' });
    env.humans.approve(FINANCE, { by: 'fay' }).approve(FINANCE, { by: 'finn', after: '1d' });
    const result = { status: 'approved', by: ['mia', 'fay', 'finn'] };
    expect(await env.run(expenseApproval, expense(1_000_00))).toMatchObject(result);
  });

  it('one of finance rejects for all of them', async () => {
    env.humans.approve(MANAGER, { by: 'mia' }).approve(FINANCE, { by: 'fay' });
    env.humans.reject(FINANCE, { by: 'finn', reason: 'Private' });
    const result = { status: 'rejected', cents: 1_000_00, by: ['finn'], reason: 'Private' };
    expect(await env.run(expenseApproval, expense(1_000_00))).toEqual(result);
  });

  it('a manager rejects, and finance hears nothing of it', async () => {
    env.humans.reject(MANAGER, { by: 'moe', reason: 'Not planned' });
    expect(await env.run(expenseApproval, expense(10_00))).toMatchObject({ status: 'rejected', by: ['moe'] });
    expect(types()).toEqual([MANAGER]);
  });
});

describe('nobody approves their own expense', () => {
  it('as a manager', async () => {
    env.humans.approve(MANAGER, { by: 'mia' });
    const run = env.run(expenseApproval, expense(10_00, { employee: 'mia' }));
    await expect(run).rejects.toThrow('is asked for mia, who may not decide it');
  });

  it('as one of finance, whose vote does not count among those of the others', async () => {
    env.humans.approve(MANAGER).approve(FINANCE).approve(FINANCE);
    const result = await env.run(expenseApproval, expense(1_000_00, { employee: 'fay' }));
    expect(result.by).toEqual(['mia', 'finn', 'fred']);
  });
});

describe('when nobody decides', () => {
  // #region reminder
  it('the managers are reminded after a business day, and the directors decide after two', async () => {
    const isWithDirectors = ({ escalationLevel, type }: { escalationLevel: number; type?: string }) =>
      type === MANAGER && escalationLevel === 1;
    env.humans.approve(isWithDirectors, { by: 'dora', after: '1h' }).approve(FINANCE, { by: 'fay' });
    expect(await env.run(expenseApproval, expense(10_00))).toMatchObject({ by: ['dora', 'fay'] });
    expect(historyOf(MANAGER)).toEqual([
      ['created', undefined, 0],
      ['notified', 'supervisors', 24],
      ['escalated', 'directors', 48],
      ['breached', 'supervisors', 48],
      ['voted', 'dora', 49],
      ['approved', 'dora', 49],
    ]);
  });
  // #endregion

  it('finance keeps its votes, and the directors only hear of it', async () => {
    env.humans.approve(MANAGER).approve(FINANCE, { by: 'fay', after: '4d' });
    expect(await env.run(expenseApproval, expense(10_00))).toMatchObject({ by: ['mia', 'fay'] });
    expect(historyOf(FINANCE).slice(1, 4)).toEqual([
      ['notified', 'finance', 48],
      ['escalated', 'directors', 72],
      ['notified', 'directors', 72],
    ]);
  });

  it('it expires after ten business days', async () => {
    env.humans.ignore(MANAGER);
    const result = { status: 'expired', cents: 10_00, by: [] };
    expect(await env.run(expenseApproval, expense(10_00))).toEqual(result);
    expect(historyOf(MANAGER).at(-1)).toEqual(['expired', undefined, 240]);
  });
});

describe('corrections', () => {
  const receipt = 'https://receipts.test/2';

  it('are asked for until every line has its receipt', async () => {
    env.humans.answer(CORRECTION, { lines: [line(80_00)] }, { by: 'eve', after: '1d' });
    env.humans.answer(CORRECTION, { lines: [line(80_00, receipt)] }, { by: 'eve' });
    env.humans.approve(MANAGER).approve(FINANCE);
    const result = await env.run(expenseApproval, expense(0, { lines: [line(80_00)] }));
    expect(result).toMatchObject({ status: 'approved', cents: 80_00 });
    expect(env.tasks[0]?.spec.description).toBe('A receipt is missing: Hotel.');
  });

  it('make another version for who asked for it, while their clock stands still', async () => {
    env.humans.requestChanges(MANAGER, { by: 'mia', reason: 'Without the minibar', after: '1h' });
    env.humans.answer(CORRECTION, { lines: [line(70_00, receipt)] }, { by: 'eve', after: '3d' });
    env.humans.approve(MANAGER, { by: 'mia', after: '20h' }).approve(FINANCE);
    expect(await env.run(expenseApproval, expense(80_00))).toMatchObject({ cents: 70_00 });
    expect(env.tasks[1]?.spec.description).toBe('Without the minibar');
    const kinds = historyOf(MANAGER).map(([kind]) => kind);
    expect(kinds).toEqual(['created', 'changes_requested', 'changes_answered', 'voted', 'approved']);
  });

  it('that make it dearer bring it back to the manager, and to two of finance', async () => {
    env.humans.approve(MANAGER, { by: 'mia' }).requestChanges(FINANCE, { by: 'fay', reason: 'The flight?' });
    env.humans.answer(CORRECTION, { lines: [line(2_000_00, receipt)] }, { by: 'eve' });
    env.humans.approve(FINANCE, { by: 'fay' }).approve(MANAGER, { by: 'moe' });
    env.humans.approve(FINANCE, { by: 'fay' }).approve(FINANCE, { by: 'fred' });
    expect(await env.run(expenseApproval, expense(80_00))).toEqual({
      status: 'approved',
      cents: 2_000_00,
      by: ['moe', 'fay', 'fred'],
    });
    expect(types()).toEqual([MANAGER, FINANCE, CORRECTION, MANAGER, FINANCE]);
  });

  it('that never come end the expense', async () => {
    env.humans.requestChanges(MANAGER, { by: 'mia', reason: 'Which fair?' }).ignore(CORRECTION);
    expect(await env.run(expenseApproval, expense(80_00))).toMatchObject({ status: 'expired' });
    expect(env.tasks.map(({ status }) => status)).toEqual(['CANCELLED', 'EXPIRED']);
  });
});
