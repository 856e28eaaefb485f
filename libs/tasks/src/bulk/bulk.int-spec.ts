import { codeOf, Office, PERSON_IDS } from '../../../../test/harness/office';

let office: Office;
beforeAll(async () => (office = await Office.open()));
afterAll(() => office?.close());

const hour = 3_600_000;
/** A few at a time: there are not as many connections to the database. */
const many = async (count: number) => {
  const ids: string[] = [];
  while (ids.length < count) {
    const some = Array.from({ length: Math.min(20, count - ids.length) }, () => office.task());
    ids.push(...(await Promise.all(some)).map(({ id }) => id));
  }
  return ids;
};

it('claims 500 tasks, and says of each what became of it', async () => {
  const ids = await many(500);
  const [held, closed] = ids as [string, string];
  await office.tasks.claim(office.people.lee, { taskId: held });
  await office.control.cancel(office.people.eva, { taskId: closed });
  const answers = await office.bulk.run(office.people.sam, ids, { action: 'claim' });
  expect(answers.map(({ taskId }) => taskId)).toEqual(ids);
  expect(answers[0]?.error).toMatchObject({
    kind: 'conflict',
    code: 'task.already_claimed',
    message: 'lee holds this task.',
  });
  expect(answers[1]?.error).toMatchObject({ code: 'task.closed' });
  for (const { task } of answers.slice(2)) {
    expect(task).toMatchObject({ status: 'RESERVED', assigneeId: PERSON_IDS.sam });
  }
});

it('carries out every action in a transaction of each task', async () => {
  const { eva } = office.people;
  const ids = await many(3);
  const [first = ''] = ids;
  const dueAt = new Date(office.clock.now().getTime() + hour);
  await office.bulk.run(eva, ids, { action: 'set_priority', priority: 75 });
  await office.bulk.run(eva, ids, { action: 'set_due_date', dueAt });
  await office.bulk.run(eva, ids, { action: 'assign', to: { user: 'sam@a.test' }, reason: 'Yours' });
  await office.bulk.run(eva, [first], { action: 'release' });
  await office.bulk.run(eva, ids, { action: 'cancel', reason: 'Over' });
  for (const id of ids) {
    expect(await office.tasks.get(eva, id)).toMatchObject({
      status: 'CANCELLED',
      outcomeReason: 'Over',
      priority: 75,
      dueAt,
    });
    expect(await office.history(id)).toEqual([
      'created',
      'priority_changed',
      'due_date_changed',
      'assigned',
      ...(id === first ? ['released'] : []),
      'cancelled',
    ]);
  }
});

it('is no way round permissions, nor into another tenant', async () => {
  const ids = await many(2);
  const cancel = { action: 'cancel' } as const;
  for (const [ctx, code] of [
    [office.people.sam, 'task.supervisor_only'],
    [office.people.zoe, 'task.not_found'],
    [office.olga, 'task.not_found'],
    [office.tool, 'task.service_may_not_decide'],
  ] as const) {
    const answers = await office.bulk.run(ctx, [...ids, 'no-uuid'], cancel);
    expect(answers.map(({ error }) => error?.code)).toEqual([code, code, 'task.not_found']);
  }
});

it('takes 1 to 500 tasks, each once', async () => {
  const { sam } = office.people;
  const run = (ids: string[]) => office.bulk.run(sam, ids, { action: 'claim' });
  expect(await codeOf(run([]))).toBe('task.invalid_command');
  expect(await codeOf(run(Array.from({ length: 501 }, (_, index) => String(index))))).toBe(
    'task.invalid_command',
  );
  const [id = ''] = await many(1);
  const answers = await run([id, id, id]);
  expect(answers).toHaveLength(1);
  expect(answers[0]?.task).toMatchObject({ revision: 2 });
});

it('answers for the others when one task cannot be written', async () => {
  const [first = '', broken = '', last = ''] = await many(3);
  await office.rows(`ALTER TABLE task_events ADD CONSTRAINT broken CHECK (task_id <> '${broken}') NOT VALID`);
  const answers = await office.bulk.run(office.people.sam, [first, broken, last], { action: 'claim' });
  await office.rows('ALTER TABLE task_events DROP CONSTRAINT broken');
  expect(answers.map(({ task, error }) => task?.status ?? error?.code)).toEqual([
    'RESERVED',
    'internal',
    'RESERVED',
  ]);
  expect(JSON.stringify(answers)).not.toContain('task_events');
  expect(await office.tasks.get(office.people.sam, broken)).toMatchObject({ status: 'READY', revision: 1 });
});
