import { digest } from '@orkestra/core';
import { codeOf, Office } from '../../../../test/harness/office';
import { ALLOW, email, ToolDesk } from '../../../../test/harness/tool-calls';

let office: Office;
let desk: ToolDesk;

beforeAll(async () => {
  office = await Office.open();
  desk = new ToolDesk(office);
});
afterAll(() => office?.close());

const verdictsOf = (calls: { callId: string; verdict: string; message?: string | null }[]) =>
  Object.fromEntries(calls.map(({ callId, verdict }) => [callId, verdict]));

describe('asking', () => {
  it('makes one task of a turn, whose form holds no argument', async () => {
    const asked = await desk.ask([email(), email({ callId: 'call-2', tool: 'refund', risk: 'critical' })]);
    expect(verdictsOf(asked.calls)).toEqual({ 'call-1': 'pending', 'call-2': 'pending' });
    const { tool, arguments: given } = email();
    expect(asked.calls[0]?.digest).toBe(digest({ tool, arguments: given }).toString('hex'));
    const task = await office.tasks.get(office.people.sam, asked.taskId ?? '');
    expect(task).toMatchObject({
      title: 'bot asks to use send_email, refund (2 calls)',
      type: 'tool-approval',
      decidableBy: 'people',
      createdBy: { kind: 'service', id: office.bot.principal.id },
    });
    const payloads = await office.rows<{ body: unknown }>(
      'SELECT body FROM task_payloads WHERE task_id = $1',
      [asked.taskId],
    );
    expect(JSON.stringify(payloads)).not.toContain('customer.test');
    expect(await desk.shown(asked.taskId)).toMatchObject({
      agent: { kind: 'service', displayName: 'bot' },
      calls: [email(), { callId: 'call-2', tool: 'refund', risk: 'critical' }],
    });
  });

  it('answers a repeated turn with the same task, also when both come at once', async () => {
    const twins = await Promise.all(Array.from({ length: 6 }, () => desk.ask([email()], { key: 'once' })));
    expect(new Set(twins.map(({ taskId }) => taskId)).size).toBe(1);
    const rows = await office.rows(`SELECT FROM tool_requests WHERE request_key = 'once'`);
    expect(rows).toHaveLength(1);
    expect(await codeOf(desk.ask([email({ reason: 'Another' })], { key: 'once' }))).toBe(
      'tool_approval.request_conflict',
    );
    const other = await desk.ask([email()], { key: 'once', by: office.tool });
    expect(other.taskId).not.toBe(twins[0]?.taskId);
  });

  it('answers a repeated turn with the verdict, even when its due date has passed', async () => {
    const task = { sla: { dueAt: new Date(office.clock.now().getTime() + 60_000).toISOString() } };
    const more = { key: 'due', task: { ...task, assignTo: { group: 'l1' } } };
    const { taskId } = await desk.ask([email()], more);
    await desk.decide(taskId);
    office.clock.pass(120_000);
    expect(verdictsOf((await desk.ask([email()], more)).calls)).toEqual({ 'call-1': 'allowed' });
  });

  it.each([
    ['no call', []],
    ['21 calls', Array.from({ length: 21 }, (_, n) => email({ callId: `${n}` }))],
    ['the same name twice', [email(), email()]],
    ['a reserved name', [email({ callId: 'constructor' })]],
    ['a name of 101 characters', [email({ callId: 'x'.repeat(101) })]],
    ['arguments that are too large', [email({ arguments: { body: 'x'.repeat(70_000) } })]],
    ['arguments with a NUL', [email({ arguments: { body: 'a\0b' } })]],
    ['a list of arguments', [email({ arguments: [] as never })]],
    ['an unknown risk', [email({ risk: 'none' as never })]],
  ])('refuses %s before anything is written', async (_, calls) => {
    expect(await codeOf(desk.ask(calls, { key: 'refused' }))).toBe('tool_approval.invalid_request');
    expect(await office.rows(`SELECT FROM tool_requests WHERE request_key = 'refused'`)).toEqual([]);
  });

  it('leaves nothing behind when nobody can be asked', async () => {
    const nobody = { key: 'nobody', task: { assignTo: { group: 'none' } } };
    expect(await codeOf(desk.ask([email()], nobody))).toBe('directory.unknown_group');
    expect(await office.rows(`SELECT FROM tool_requests WHERE request_key = 'nobody'`)).toEqual([]);
  });

  it('is the only way to a task of that type', async () => {
    expect(await codeOf(office.task({ type: 'tool-approval' }))).toBe('task.invalid_spec');
  });
});

describe('deciding', () => {
  it('records each verdict with its message and who gave it', async () => {
    const { requestId, taskId } = await desk.ask([email(), email({ callId: 'b/~"2' })]);
    const message = '  Not before she has answered.\n';
    await desk.decide(taskId, { 'call-1': ALLOW, 'b/~"2': { verdict: 'deny', message } });
    const { calls } = await desk.service.verdicts(office.bot, requestId);
    const decidedBy = { kind: 'user', id: office.people.sam.principal.id, displayName: 'Sam' };
    expect(calls).toMatchObject([
      { callId: 'call-1', verdict: 'allowed', message: null, decidedBy, ruleId: null },
      { callId: 'b/~"2', verdict: 'denied', message: message.trim(), decidedBy },
    ]);
  });

  it('tells the history by digest, and never an argument, a reason or a message', async () => {
    const { taskId } = await desk.ask();
    await desk.decide(taskId, { verdict: 'deny', message: 'Confidential' });
    const events = await office.rows<{ kind: string; changes: object }>(
      'SELECT kind, changes, note FROM task_events WHERE task_id = $1',
      [taskId],
    );
    const { tool, arguments: given } = email();
    expect(events.find(({ kind }) => kind === 'completed')?.changes).toMatchObject({
      toolCalls: [
        {
          callId: 'call-1',
          verdict: 'denied',
          digest: digest({ tool, arguments: given }).toString('hex'),
          ruleId: null,
        },
      ],
    });
    for (const secret of ['customer.test', 'Confidential', 'asked where it is'])
      expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('lets one of two people decide', async () => {
    const { requestId, taskId } = await desk.ask();
    const [sam, lee] = await Promise.allSettled([
      desk.decide(taskId, ALLOW),
      desk.decide(taskId, { verdict: 'deny', message: 'No.' }, { by: office.people.lee }),
    ]);
    expect([sam.status, lee.status].sort()).toEqual(['fulfilled', 'rejected']);
    const { calls } = await desk.service.verdicts(office.bot, requestId);
    expect(calls[0]).toMatchObject(
      sam.status === 'fulfilled'
        ? { verdict: 'allowed', decidedBy: { displayName: 'Sam' } }
        : { verdict: 'denied', decidedBy: { displayName: 'Lee' } },
    );
  });

  it('is bound to what was shown', async () => {
    const { taskId } = await desk.ask();
    const wrong = desk.decide(taskId, ALLOW, { digest: digest('another').toString('hex') });
    expect(await codeOf(wrong)).toBe('tool_approval.calls_changed');
    // Somebody with the keys to the database changes what was asked after it was shown.
    await office.rows(
      `UPDATE tool_call_payloads p SET arguments = jsonb_set(arguments::jsonb, '{to}', '"thief@x.test"')
       FROM tool_requests q WHERE q.id = p.request_id AND q.task_id = $1`,
      [taskId],
    );
    expect(await codeOf(desk.decide(taskId))).toBe('tool_approval.calls_changed');
    expect((await office.tasks.get(office.people.sam, taskId ?? '')).status).toBe('READY');
  });

  it('is for people, whatever the task says', async () => {
    const { taskId } = await desk.ask();
    expect(await codeOf(desk.decide(taskId, ALLOW, { by: office.bot }))).toBe('task.service_may_not_decide');
    await office.rows(`UPDATE tasks SET decidable_by = 'anyone' WHERE id = $1`, [taskId]);
    for (const by of [office.clerk, office.tool, office.bot])
      expect(await codeOf(desk.decide(taskId, ALLOW, { by }))).toBe('task.service_may_not_decide');
    await desk.decide(taskId);
  });

  it('keeps the excluded out: four eyes', async () => {
    const task = { assignTo: { group: 'l1', excluded: ['sam@a.test'] } };
    const { taskId } = await desk.ask([email()], { task });
    expect(await codeOf(desk.decide(taskId))).toBe('task.not_candidate');
    await desk.decide(taskId, ALLOW, { by: office.people.lee });
  });

  it.each([
    ['a denial without a word', { verdict: 'deny' as const, message: ' ' }, '/decisions/call-1/message'],
    [
      'similar calls with a denial',
      { verdict: 'deny' as const, message: 'No', allow_similar: { until: '2099-01-01T00:00:00Z', by: [] } },
      '/decisions/call-1/allow_similar',
    ],
    [
      'a rule that ends in the past',
      { ...ALLOW, allow_similar: { until: '2020-01-01T00:00:00Z', by: [] } },
      '/decisions/call-1/allow_similar/until',
    ],
    [
      'a rule without an end in sight',
      { ...ALLOW, allow_similar: { until: '2099-01-01T00:00:00Z', by: [] } },
      '/decisions/call-1/allow_similar/until',
    ],
    [
      'an argument that the call does not have',
      { ...ALLOW, allow_similar: { until: '2027-03-05T00:00:00Z', by: ['cc'] } },
      '/decisions/call-1/allow_similar/by',
    ],
    ['another word', { verdict: 'maybe' as never }, '/decisions/call-1/verdict'],
  ])('refuses %s', async (_, decision, pointer) => {
    const { taskId } = await desk.ask();
    await expect(desk.decide(taskId, decision)).rejects.toMatchObject({
      code: 'task.invalid_data',
      details: { fields: [expect.objectContaining({ pointer })] },
    });
    expect((await office.tasks.get(office.people.sam, taskId ?? '')).status).toBe('READY');
  });

  it('needs a word on every call', async () => {
    const { taskId } = await desk.ask([email(), email({ callId: 'call-2' })]);
    expect(await codeOf(desk.decide(taskId, { 'call-1': ALLOW }))).toBe('task.invalid_data');
  });
});

describe('without a decision', () => {
  it('denies what was cancelled or has expired, and says why', async () => {
    const cancelled = await desk.ask();
    await office.control.cancel(office.people.eva, {
      taskId: cancelled.taskId ?? '',
      reason: 'Wrong customer',
    });
    const expired = await desk.ask();
    await office.control.expire(office.engine, { taskId: expired.taskId ?? '' });
    const read = async (requestId: string) => (await desk.service.verdicts(office.bot, requestId)).calls;
    expect(await read(cancelled.requestId)).toMatchObject([
      { verdict: 'denied', message: expect.stringContaining('cancelled') as string, decidedBy: null },
    ]);
    expect((await read(cancelled.requestId))[0]?.message).toContain('Wrong customer');
    expect(await read(expired.requestId)).toMatchObject([
      { verdict: 'denied', message: expect.stringContaining('expired') as string },
    ]);
    expect(await codeOf(desk.decide(expired.taskId, {}))).toBe('task.closed');
  });
});

describe('isolation', () => {
  it('shows a request to nobody but the agent that made it', async () => {
    const { requestId, taskId } = await desk.ask();
    for (const other of [office.tool, office.olga])
      expect(await codeOf(desk.service.verdicts(other, requestId))).toBe('tool_approval.not_found');
    expect((await desk.service.ofTasks(office.olga, [taskId ?? ''])).size).toBe(0);
  });
});
