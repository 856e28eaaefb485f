import { codeOf, Office, type PersonName } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open(20)));
afterAll(() => office?.close());

const CROWD = Array.from({ length: 50 }, (_, index) => index);
const people: PersonName[] = ['sam', 'lee', 'kim', 'eva'];
const personOf = (index: number) => office.people[people[index % people.length] ?? 'sam'];
const data = { answer: 'x' };
const count = async (sql: string, taskId: string) => (await office.rows(sql, [taskId])).length;

/** What is left of a task that was decided once. */
async function expectOneDecision(taskId: string): Promise<void> {
  expect(await count('SELECT FROM task_decisions WHERE task_id = $1', taskId)).toBe(1);
  expect(await count(`SELECT FROM task_payloads WHERE task_id = $1 AND kind = 'result'`, taskId)).toBe(1);
  expect(await office.told(taskId)).toEqual(['task.closed']);
}

it('50 claims have one winner, and the others hear who holds the task', async () => {
  const { id } = await office.task();
  const tries = CROWD.map((index) =>
    office.tasks.claim(personOf(index), { taskId: id }).then(
      (task) => ({ won: task.assigneeId }),
      (error: { code: string; details: unknown }) => ({ code: error.code, details: error.details }),
    ),
  );
  const answers = await Promise.all(tries);
  const { assigneeId, revision } = await office.tasks.get(office.engine, id);
  expect(answers.filter((answer) => 'won' in answer)).toEqual([{ won: assigneeId }]);
  const lost = answers.filter((answer) => 'code' in answer);
  expect(lost).toHaveLength(49);
  for (const answer of lost) {
    expect(answer).toMatchObject({
      code: 'task.already_claimed',
      details: { assignee: { id: assigneeId, displayName: expect.stringMatching(/^(sam|lee|kim|eva)$/) } },
    });
  }
  expect([revision, await office.history(id)]).toEqual([2, ['created', 'claimed']]);
});

it('50 completions by candidates give one decision', async () => {
  const { id } = await office.task();
  const codes = await Promise.all(
    CROWD.map((index) => codeOf(office.tasks.complete(personOf(index), { taskId: id, data, claim: true }))),
  );
  expect(codes.filter((code) => code === 'no error')).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(['no error', 'task.closed']));
  await expectOneDecision(id);
});

it('50 completions by its holder give one decision', async () => {
  const { id } = await office.task();
  await office.tasks.claim(office.people.sam, { taskId: id });
  const codes = await Promise.all(
    CROWD.map(() => codeOf(office.tasks.complete(office.people.sam, { taskId: id, data }))),
  );
  expect(codes.filter((code) => code === 'no error')).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(['no error', 'task.closed']));
  await expectOneDecision(id);
});

it.each(['expire', 'cancel'] as const)('a completion against %s has one outcome', async (ending) => {
  const outcomes = new Set<string | null>();
  for (let round = 0; round < 15; round += 1) {
    const { id } = await office.task();
    const end = () => codeOf(office.control[ending](office.engine, { taskId: id }));
    const complete = () =>
      codeOf(office.tasks.complete(office.people.sam, { taskId: id, data, claim: true }));
    // They take turns in being sent first, each time with a longer start, so that both win some of the rounds.
    const [first, second] = round % 2 ? [end, complete] : [complete, end];
    const ahead = first();
    for (let turn = 0; turn < 2 ** round; turn += 1) await new Promise(setImmediate);
    const codes = await Promise.all([ahead, second()]);
    expect(codes.toSorted()).toEqual(['no error', 'task.closed']);
    const task = await office.tasks.get(office.engine, id);
    const decided = task.outcome === 'completed';
    outcomes.add(task.outcome);
    expect(await office.tasks.closed(office.engine, id)).toMatchObject({ outcome: task.outcome });
    expect(await count('SELECT FROM task_decisions WHERE task_id = $1', id)).toBe(decided ? 1 : 0);
    expect(await office.told(id)).toEqual(['task.closed']);
    expect(await office.history(id)).toHaveLength(2);
  }
  expect([...outcomes].toSorted()).toEqual(
    ['completed', { expire: 'expired', cancel: 'cancelled' }[ending]].toSorted(),
  );
});

it('commands that do not stand in each other’s way all succeed, whoever comes first', async () => {
  const { sam, eva, ada } = office.people;
  for (let round = 0; round < 5; round += 1) {
    const { id } = await office.task();
    const dueAt = new Date(office.clock.now().getTime() + 3_600_000);
    const codes = await Promise.all([
      codeOf(office.tasks.claim(sam, { taskId: id })),
      codeOf(office.control.setPriority(eva, { taskId: id, priority: 90 })),
      codeOf(office.control.setDueDate(ada, { taskId: id, dueAt })),
      codeOf(office.handover.nominate(ada, { taskId: id, groups: ['l1', 'l2'] })),
      codeOf(office.control.setPriority(ada, { taskId: id, priority: 10 })),
    ]);
    expect(codes).toEqual(Array(5).fill('no error'));
    const task = await office.tasks.get(ada, id);
    expect(task).toMatchObject({ status: 'RESERVED', dueAt, revision: 6 });
    const [row] = await office.rows(
      `SELECT bool_and(NOT c.claimable AND c.due_at = t.due_at AND c.rank = t.rank) AS same, count(*)::int AS people
       FROM task_candidates c JOIN tasks t ON t.id = c.task_id WHERE t.id = $1`,
      [id],
    );
    expect(row).toEqual({ same: true, people: 2 });
  }
});

it('with a revision that both have seen, one of two changes is refused', async () => {
  const { id, revision } = await office.task();
  const change = (priority: number) =>
    codeOf(
      office.control.setPriority(office.people.eva, { taskId: id, priority, expectedRevision: revision }),
    );
  const codes = await Promise.all([change(1), change(2), change(3)]);
  expect(codes.toSorted()).toEqual(['no error', 'task.revision_conflict', 'task.revision_conflict']);
});

it('everything at once on one task ends without a deadlock', async () => {
  const { sam, lee, eva, ada } = office.people;
  const chain = [{ action: 'escalate', after: { milliseconds: 1_000 }, to: { group: 'l1' } }];
  const { id } = await office.task({ sla: { timeoutMs: 3_600_000, chain } });
  office.clock.pass(2_000);
  const commands = [
    () => office.tasks.claim(sam, { taskId: id, operationId: 'one' }),
    () => office.tasks.claim(sam, { taskId: id, operationId: 'one' }),
    () => office.tasks.start(sam, { taskId: id }),
    () => office.tasks.release(lee, { taskId: id }),
    () => office.timers.advance(office.engine, id),
    () => office.control.suspend(eva, { taskId: id }),
    () => office.control.resume(eva, { taskId: id }),
    () => office.handover.assign(ada, { taskId: id, to: { user: 'kim@a.test' } }),
    () => office.handover.nominate(ada, { taskId: id, users: ['sam@a.test'], groups: ['l1'] }),
    () =>
      office.control.setDueDate(ada, { taskId: id, dueAt: new Date(office.clock.now().getTime() + 60_000) }),
  ];
  const codes = await Promise.all(CROWD.map((index) => codeOf(commands[index % commands.length]!())));
  expect(codes.filter((code) => !/^(no error|task\.[a-z_]+)$/.test(code))).toEqual([]);
  const { revision } = await office.tasks.get(ada, id);
  const [row] = await office.rows(
    'SELECT count(DISTINCT revision)::int AS revisions, max(revision) AS last FROM task_events WHERE task_id = $1',
    [id],
  );
  expect(row).toEqual({ revisions: revision, last: revision });
});
