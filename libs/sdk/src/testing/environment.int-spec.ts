import { resolveTemporalTestServer } from '../../../../test/harness/servers/temporal-test-server';
import {
  both,
  chained,
  climbing,
  faulty,
  impatient,
  patientSupport,
  publish,
  race,
  support,
} from '../../test/support.workflows';
import { timeout, timeoutWithWarning } from '../index';
import type { TestEnvironment } from './index';
import { HumanScriptError, UnansweredTasksError, startTestEnvironment } from './index';

const TITLE = 'Customer needs help';
let env: TestEnvironment;

beforeAll(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('../../test/support.workflows.ts'),
    activities: { draftAnswer: (question: string) => Promise.resolve(`Draft for ${question}`) },
    people: {
      'support-l1': ['sam', 'mallory'],
      ...{ 'support-l2': ['kim', 'sam'], l1: ['lee'], l2: ['lou'], l3: ['liv'], leads: ['boss'] },
      ...{ editors: ['ann', 'bob', 'cy'], lawyers: ['dee'] },
    },
    testServer: await resolveTemporalTestServer(),
  });
});
afterAll(() => env.close());
afterEach(() => env.reset());

const kinds = () => env.tasks.map((task) => task.events.map(({ kind }) => kind));

describe('people who answer', () => {
  it('by title, with the defaults of the form, in the name of somebody who may', async () => {
    env.humans.answer(TITLE, { answer: 'Yes' });
    expect(await env.run(support, { question: 'Why?' })).toEqual({
      answer: 'Yes',
      tone: 'friendly',
      by: 'sam',
    });
    expect(env.tasks[0]?.spec.context).toEqual({ draft: 'Draft for Why?' });
    expect(env.humans.unused).toEqual([]);
  });

  it.each([
    ['type', 'support-question'],
    ['pattern', /needs help/],
    ['condition', ({ title }: { title: string }) => title === TITLE],
  ])('by %s', async (_what, match) => {
    env.humans.answer(match, ({ spec }) => ({ answer: String(spec.context?.draft) }));
    expect(await env.run(support, { question: 'Why?' })).toMatchObject({ answer: 'Draft for Why?' });
  });

  it('each line once, in the order of the script', async () => {
    env.humans.answer(/Question/, { answer: 'first' }).answer(/Question/, { answer: 'second' });
    expect((await env.run(both, undefined)).sort()).toEqual(['first', 'second']);
    env.humans.answer(/Question/, { answer: 'always' }, { times: 2 });
    expect(await env.run(both, undefined)).toEqual(['always', 'always']);
  });

  it('after a while, and whoever is first wins', async () => {
    env.humans.answer('Legal', { answer: 'late' }, { after: '2d' });
    env.humans.answer('Finance', { answer: 'early' }, { after: '1d' });
    expect(await env.run(race, undefined)).toEqual({ name: 'finance', answer: 'early' });
    // Which of the two exists first is left to chance: the workflow asks for both at once.
    expect(Object.fromEntries(env.tasks.map(({ title, status }) => [title, status]))).toEqual({
      Legal: 'CANCELLED',
      Finance: 'COMPLETED',
    });
  });

  it('when they are told to while the workflow runs', async () => {
    const run = await env.start(support, { question: 'Why?' });
    const task = await env.task(TITLE);
    expect(await run.pendingTasks()).toMatchObject([{ title: TITLE, taskId: task.taskId }]);
    env.humans.answer(TITLE, { answer: 'now' });
    expect(await run.result()).toMatchObject({ answer: 'now' });
  });
});

describe('time', () => {
  it('of thirty days passes at once', async () => {
    const before = await env.now();
    env.humans.answer(TITLE, { answer: 'at last' }, { after: '29d' });
    expect(await env.run(patientSupport, { sla: timeout('30d') })).toEqual({
      answer: 'at last',
      hours: 29 * 24,
    });
    expect((await env.now()).getTime() - before.getTime()).toBeGreaterThanOrEqual(29 * 86_400_000);
  });

  it('carries a task from tier to tier until somebody takes care of it', async () => {
    env.humans.answer(
      (task) => task.escalationLevel === 2,
      { answer: 'from the third tier' },
      { after: '10m' },
    );
    expect(await env.run(climbing, undefined)).toBe('from the third tier');
    expect(kinds()).toEqual([['created', 'escalated', 'escalated', 'completed']]);
    const [created, first, second, completed] = (env.tasks[0]?.events ?? []).map(({ at }) => at.getTime());
    const minutes = [first, second, completed].map((at) => Math.round(((at ?? 0) - (created ?? 0)) / 60_000));
    expect(minutes).toEqual([15, 75, 85]);
  });

  it('runs out for a task that is ignored', async () => {
    env.humans.ignore(TITLE);
    await expect(env.run(chained, undefined)).rejects.toMatchObject({ type: 'TaskExpiredError' });
    expect(kinds()).toEqual([['created', 'notified', 'escalated', 'expired']]);
    env.humans.ignore(TITLE);
    await expect(env.run(patientSupport, {})).rejects.toMatchObject({ type: 'TaskExpiredError' });
  });

  it('skips the warning that a task is unclaimed when somebody has claimed it, and no other step', async () => {
    env.humans.claim(TITLE, { by: 'sam', after: '5m' }).answer(TITLE, { answer: 'done' }, { after: '1h' });
    expect(await env.run(chained, undefined)).toBe('done');
    expect(kinds()).toEqual([['created', 'claimed', 'escalated', 'completed']]);
  });

  it('brings the breach of a due date after its warning', async () => {
    env.humans.answer(TITLE, { answer: 'late' }, { after: '3d' });
    const sla = timeoutWithWarning('2bd', { warnBefore: '1h', group: 'leads' });
    expect(await env.run(patientSupport, { sla })).toEqual({ answer: 'late', hours: 72 });
    expect(kinds()).toEqual([['created', 'notified', 'breached', 'completed']]);
  });

  it('stops for a test that does not wait', async () => {
    const run = await env.start(impatient, undefined);
    await env.task(TITLE);
    const before = (await env.now()).getTime();
    env.humans.answer(TITLE, { answer: 'in time' }, { after: '23h' });
    expect((await env.now()).getTime() - before).toBeLessThan(60_000);
    expect(await run.result()).toBe('in time');
  });
});

describe('people who approve', () => {
  const groups = ['editors'];

  it('alone, without a quorum', async () => {
    env.humans.approve('Publish the post', { by: 'ann', reason: 'fine' });
    expect(await env.run(publish, {})).toEqual({ approved: true, version: 1, votes: 1, reason: 'fine' });
    env.humans.reject('Publish the post', { by: 'bob', reason: 'no' });
    expect(await env.run(publish, {})).toMatchObject({ approved: false, reason: 'no' });
  });

  it.each([
    ['all of them', { rule: 'all' } as const, ['approve', 'approve', 'approve'], true],
    ['all but one', { rule: 'all' } as const, ['approve', 'reject'], false],
    ['any', { rule: 'any' } as const, ['reject', 'approve'], true],
    ['any with a veto', { rule: 'any', veto: true } as const, ['reject'], false],
    ['two of three', { rule: 'count', count: 2 } as const, ['reject', 'approve', 'approve'], true],
    ['half', { rule: 'percentage', percentage: 50 } as const, ['approve', 'approve'], true],
  ])('%s', async (_what, quorum, votes, approved) => {
    for (const vote of votes) env.humans[vote as 'approve']('Publish the post', { after: '1h' });
    const result = await env.run(publish, { quorum, groups });
    expect(result).toMatchObject({ approved, votes: votes.length });
    expect(env.humans.unused).toEqual([]);
  });

  it('each group for itself', async () => {
    env.humans.approve('Publish the post', { by: 'ann' }).approve('Publish the post', { by: 'dee' });
    const quorum = { rule: 'per-group', count: 1 } as const;
    expect(await env.run(publish, { quorum, groups: ['editors', 'lawyers'] })).toMatchObject({
      approved: true,
    });
  });

  it('but not who asked for it, nor do they count', async () => {
    const asked = { groups: ['editors'], onBehalfOf: 'bob' };
    env.humans.approve('Publish the post', { times: 2 });
    const votes = await env.run(publish, { ...asked, quorum: { rule: 'all' } });
    expect(votes).toMatchObject({ approved: true, votes: 2 });
    env.humans.approve('Publish the post', { by: 'bob' });
    await expect(env.run(publish, asked)).rejects.toThrow('is asked for bob, who may not decide it');
  });

  it('together stay the voters when the approval escalates', async () => {
    env.humans.approve('Publish the post', { by: 'ann', after: '2h' });
    env.humans.approve('Publish the post', { by: 'bob' });
    const quorum = { rule: 'count', count: 2 } as const;
    expect(await env.run(publish, { quorum, groups, escalate: true })).toMatchObject({ approved: true });
    expect(kinds()).toEqual([['created', 'escalated', 'notified', 'voted', 'voted', 'approved']]);
    expect(env.tasks[0]?.events[2]).toMatchObject({ who: 'boss' });
  });

  it('ask for changes first, and the clock of the approval stands still meanwhile', async () => {
    env.humans
      .requestChanges('Publish the post', { by: 'ann', reason: 'shorter', after: '20h' })
      .approve('Publish the post', { by: 'ann', after: '3h' });
    expect(await env.run(publish, {})).toEqual({ approved: true, version: 2, votes: 1 });
    expect(kinds()).toEqual([['created', 'changes_requested', 'changes_answered', 'voted', 'approved']]);
  });
});

describe('what the kit tells', () => {
  it('that nobody takes care of a task, and which', async () => {
    env.humans.answer('Somebody else', {});
    const failure = env.run(support, { question: 'Why?' });
    await expect(failure).rejects.toThrow(UnansweredTasksError);
    await expect(failure).rejects.toThrow(/"Customer needs help" \(type support-question\)/);
    expect(env.humans.unused).toEqual(['answer "Somebody else"']);
    await expect(env.run(chained, undefined)).rejects.toThrow(UnansweredTasksError);
  });

  it('nothing of a task that the workflow gives up itself', async () => {
    expect(await env.run(impatient, undefined)).toBe('nobody in a day');
    expect(env.tasks[0]?.status).toBe('CANCELLED');
  });

  it.each([
    [
      'who is excluded',
      () => env.humans.answer(TITLE, { answer: 'x' }, { by: 'mallory' }),
      /mallory is excluded/,
    ],
    ['who is no candidate', () => env.humans.answer(TITLE, { answer: 'x' }, { by: 'eve' }), /who may: sam/],
    ['a missing field', () => env.humans.answer(TITLE, {}), /"answer" is required/],
    [
      'a field that is not there',
      () => env.humans.answer(TITLE, { answer: 'x', anser: 'y' }),
      /no field "anser"/,
    ],
    [
      'a choice that is not there',
      () => env.humans.answer(TITLE, { answer: 'x', mood: 'so so' }),
      /does not offer "so so"/,
    ],
    ['a vote on what is no approval', () => env.humans.approve(TITLE), /no approval/],
  ])('%s', async (_what, write, message) => {
    write();
    const failure = env.run(support, { question: 'Why?' });
    await expect(failure).rejects.toThrow(HumanScriptError);
    await expect(failure).rejects.toThrow(message);
  });

  it('who voted twice, and whom nobody knows', async () => {
    const quorum = { rule: 'all' } as const;
    env.humans.approve('Publish the post', { by: 'ann', times: 2 });
    await expect(env.run(publish, { quorum, groups: ['editors'] })).rejects.toThrow(/ann has already voted/);
    env.reset();
    env.humans.approve('Publish the post', { by: 'ann' });
    await expect(env.run(publish, { quorum, groups: ['strangers'] })).rejects.toMatchObject({
      type: 'directory.unknown_group',
      message: expect.stringMatching(/no group "strangers" .*people: \{/),
    });
    const sla = timeoutWithWarning('1d', { warnBefore: '1h', user: 'nobody' });
    await expect(env.run(patientSupport, { sla })).rejects.toMatchObject({ type: 'directory.unknown_user' });
    env.humans.answer(TITLE, { answer: 'x' }, { by: 'typo' });
    await expect(env.run(patientSupport, {})).rejects.toThrow('nobody called typo');
  });

  it('who cancelled a task, and what is wrong with the code', async () => {
    env.humans.cancel(TITLE, { by: 'sam', reason: 'no need' });
    await expect(env.run(support, { question: 'Why?' })).rejects.toThrow('was cancelled by sam: no need');
    await expect(env.run(faulty, undefined)).rejects.toThrow('a fault of the code');
  });

  it('that the times of a chain are wrong, as the server does', async () => {
    const late = { chain: [{ action: 'notify' as const, fromDueMs: -1_000 }] };
    await expect(env.run(patientSupport, { sla: late })).rejects.toMatchObject({ type: 'task.invalid_spec' });
    const sla = timeoutWithWarning('1bd', { warnBefore: '2d' });
    await expect(env.run(patientSupport, { sla })).rejects.toThrow(/before the task exists/);
  });

  it('at once that a time is none', () => {
    expect(() => env.humans.answer(TITLE, {}, { after: 'soon' })).toThrow(/is not a duration/);
  });
});
