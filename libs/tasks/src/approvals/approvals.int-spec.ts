import { codeOf, digestOf, Office, PAYLOAD } from '../../../../test/harness/office';
import { TaskDetailsService } from '..';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const hour = 3_600_000;
const payloadDigest = digestOf(PAYLOAD);
const ask = (spec: object = {}) => office.task({ form: undefined, approval: { payload: PAYLOAD }, ...spec });
const decisions = (taskId: string) =>
  office.rows(
    `SELECT voter_id, vote, round, encode(payload_digest, 'hex') AS shown FROM task_decisions
     WHERE task_id = $1 ORDER BY round, decided_at`,
    [taskId],
  );

describe('a decision', () => {
  it('is bound to the digest of what was shown', async () => {
    const { sam } = office.people;
    const { id } = await ask();
    for (const wrong of [digestOf({ refund: 4_000 }), '', 'not a digest']) {
      const command = { taskId: id, payloadDigest: wrong, reason: 'x' };
      expect(await codeOf(office.approvals.approve(sam, command))).toBe('task.payload_changed');
      expect(await codeOf(office.approvals.reject(sam, command))).toBe('task.payload_changed');
      expect(await codeOf(office.approvals.requestChanges(sam, command))).toBe('task.payload_changed');
    }
    expect(await decisions(id)).toEqual([]);
    // The order of keys is no difference, nor is the case of the digits.
    const shown = digestOf({ currency: 'EUR', refund: 40 }).toUpperCase();
    expect(await office.approvals.approve(sam, { taskId: id, payloadDigest: shown })).toMatchObject({
      outcome: 'approved',
    });
    expect(await decisions(id)).toEqual([
      { voter_id: sam.principal.id, vote: 'approved', round: 1, shown: payloadDigest },
    ]);
  });

  it('against it says why', async () => {
    const { sam } = office.people;
    const { id } = await ask();
    for (const reason of [undefined, '', '  ']) {
      const command = { taskId: id, payloadDigest, reason };
      expect(await codeOf(office.approvals.reject(sam, command))).toBe('task.invalid_command');
      expect(await codeOf(office.approvals.requestChanges(sam, command))).toBe('task.invalid_command');
    }
    await office.approvals.reject(sam, { taskId: id, payloadDigest, reason: 'Too much' });
    expect(await office.tasks.closed(office.engine, id)).toMatchObject({
      outcome: 'rejected',
      reason: 'Too much',
      completedBy: { displayName: 'Sam' },
      votes: [{ vote: 'rejected', reason: 'Too much', by: { displayName: 'Sam' } }],
    });
  });

  it('is made by whoever holds the task, once somebody does', async () => {
    const { sam, lee } = office.people;
    const { id } = await ask();
    await office.tasks.claim(sam, { taskId: id });
    expect(await codeOf(office.approvals.approve(lee, { taskId: id, payloadDigest }))).toBe(
      'task.already_claimed',
    );
    await office.handover.delegate(sam, { taskId: id, to: 'max@a.test' });
    const { max } = office.people;
    expect(await codeOf(office.approvals.approve(max, { taskId: id, payloadDigest }))).toBe('task.delegated');
    await office.handover.resolve(max, { taskId: id });
    expect(await codeOf(office.approvals.approve(sam, { taskId: id, payloadDigest }))).toBe('no error');
  });

  it('is no completion, and a completion is no decision', async () => {
    const { sam } = office.people;
    const approval = await ask();
    const form = await office.task();
    const data = { answer: 'x' };
    expect(await codeOf(office.tasks.complete(sam, { taskId: approval.id, data, claim: true }))).toBe(
      'task.approval',
    );
    expect(await codeOf(office.approvals.approve(sam, { taskId: form.id, payloadDigest }))).toBe(
      'task.not_approval',
    );
  });

  it('in favour fills in the form that the approval asks for', async () => {
    const { sam } = office.people;
    const { id } = await ask({ form: { until: { type: 'date', required: true } } });
    expect(await codeOf(office.approvals.approve(sam, { taskId: id, payloadDigest }))).toBe(
      'task.invalid_data',
    );
    await office.approvals.approve(sam, { taskId: id, payloadDigest, data: { until: '2027-12-31' } });
    expect(await office.tasks.closed(office.engine, id)).toMatchObject({ data: { until: '2027-12-31' } });
  });

  it('of one person comes once, however often and by whomever it is tried at once', async () => {
    const { sam, lee, kim } = office.people;
    const { id } = await ask();
    const tries = [sam, lee, kim, sam, lee, kim, sam, lee, kim].map((ctx, index) =>
      codeOf(
        index % 2
          ? office.approvals.approve(ctx, { taskId: id, payloadDigest })
          : office.approvals.reject(ctx, { taskId: id, payloadDigest, reason: 'No' }),
      ),
    );
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === 'no error')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['no error', 'task.closed']));
    expect(await decisions(id)).toHaveLength(1);
    expect(await office.told(id)).toEqual(['task.closed']);
  });
});

describe('a request for changes', () => {
  const request = (taskId: string, ctx = office.people.sam) =>
    office.approvals.requestChanges(ctx, { taskId, payloadDigest, reason: 'Too much' });

  it('stops the clock, waits for the requester, and starts a new round with the answer', async () => {
    const { sam, eva, lee } = office.people;
    const { id } = await ask({ sla: { timeoutMs: hour } });
    await office.tasks.claim(sam, { taskId: id });
    office.clock.pass(hour / 4);
    await request(id);
    expect(await office.timers.advance(office.engine, id)).toEqual({
      taskId: id,
      changesRequested: {
        round: 1,
        reason: 'Too much',
        requestedBy: { kind: 'user', id: sam.principal.id, displayName: 'Sam' },
      },
    });
    expect(await codeOf(office.control.resume(eva, { taskId: id }))).toBe('task.waiting');
    expect(await codeOf(office.approvals.approve(sam, { taskId: id, payloadDigest }))).toBe('task.waiting');
    expect(await codeOf(request(id, lee))).toBe('task.waiting');
    expect(await codeOf(office.approvals.answerChanges(lee, { taskId: id, payload: 1 }))).toBe(
      'task.creator_only',
    );
    office.clock.pass(48 * hour);
    const payload = { refund: 20, currency: 'EUR' };
    const answered = await office.approvals.answerChanges(office.bot, { taskId: id, payload, round: 1 });
    expect(answered).toMatchObject({ status: 'RESERVED', round: 2, waitingFor: null });
    expect(answered.dueAt).toEqual(new Date(office.clock.now().getTime() + (3 * hour) / 4));
    expect(await codeOf(office.approvals.approve(sam, { taskId: id, payloadDigest }))).toBe(
      'task.payload_changed',
    );
    await office.approvals.approve(sam, { taskId: id, payloadDigest: digestOf(payload) });
    expect(await office.tasks.closed(office.engine, id)).toMatchObject({ outcome: 'approved', payload });
    expect(await office.history(id)).toEqual([
      'created',
      'claimed',
      'changes_requested',
      'changes_answered',
      'approved',
    ]);
    const details = office.app.get(TaskDetailsService);
    expect((await details.approvals(office.engine, [id])).get(id)).toMatchObject({ round: 2, payload });
    expect((await details.earlierApprovals(office.engine, [id])).get(id)).toMatchObject([
      { round: 1, payload: PAYLOAD, payloadDigest },
    ]);
  });

  it('is answered once for each round', async () => {
    const { sam } = office.people;
    const { id } = await ask();
    const answer = (round?: number) =>
      codeOf(office.approvals.answerChanges(office.engine, { taskId: id, payload: PAYLOAD, round }));
    expect(await answer(1)).toBe('task.not_suspended');
    await request(id);
    expect((await Promise.all([answer(1), answer(1), answer(1)])).sort()).toEqual([
      'no error',
      'task.not_suspended',
      'task.not_suspended',
    ]);
    await request(id, sam);
    expect(await answer(1)).toBe('task.round_answered');
    expect(await answer(2)).toBe('no error');
    expect(await office.tasks.get(sam, id)).toMatchObject({ round: 3, status: 'READY' });
    await office.control.suspend(office.people.eva, { taskId: id });
    expect(await answer()).toBe('task.not_waiting');
  });

  it('ends with the task, and names nobody as having decided', async () => {
    const { id } = await ask();
    await request(id);
    await office.control.cancel(office.people.eva, { taskId: id });
    const closed = await office.tasks.closed(office.engine, id);
    expect(closed).toEqual({
      taskId: id,
      outcome: 'cancelled',
      completedAt: office.clock.now().toISOString(),
    });
  });

  it('carries JSON of at most 256 KiB back', async () => {
    const { id } = await ask();
    await request(id);
    const payload = 'x'.repeat(300_000);
    expect(await codeOf(office.approvals.answerChanges(office.engine, { taskId: id, payload }))).toBe(
      'task.invalid_command',
    );
  });

  it('meets a decision: one of them comes first, and the other hears so', async () => {
    const { sam, lee } = office.people;
    for (let round = 0; round < 5; round += 1) {
      const { id } = await ask();
      const [approved, requested] = await Promise.all([
        codeOf(office.approvals.approve(lee, { taskId: id, payloadDigest })),
        codeOf(request(id, sam)),
      ]);
      const { status } = await office.tasks.get(sam, id);
      expect([status, approved, requested]).toEqual(
        status === 'COMPLETED'
          ? ['COMPLETED', 'no error', 'task.closed']
          : ['SUSPENDED', 'task.waiting', 'no error'],
      );
      expect(await decisions(id)).toHaveLength(1);
    }
  });
});
