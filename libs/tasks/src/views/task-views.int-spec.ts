import { digest } from '@orkestra/core';
import { testContext } from '../../../tenancy/src/testing';
import { codeOf, digestOf, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { TaskDetailsService, TaskViewsService } from '..';

let office: Office;
let views: TaskViewsService;
beforeAll(async () => {
  office = await Office.open();
  views = office.app.get(TaskViewsService);
});
afterAll(() => office?.close());

const payloadDigest = digestOf(PAYLOAD);
const ask = () => office.task({ form: undefined, approval: { payload: PAYLOAD }, context: { order: 7 } });

it('keeps when somebody saw a task first, and what they were shown last', async () => {
  const { sam, lee, ada } = office.people;
  const { id, title } = await ask();
  const first = office.clock.now();
  const seen = await views.record(sam, id, 1);
  const [form] = await office.rows<{ digest: Buffer }>(
    `SELECT digest FROM task_payloads WHERE task_id = $1 AND kind = 'form'`,
    [id],
  );
  // Anybody can compute it from what the task shows.
  const parts = { form: form?.digest.toString('hex'), context: digestOf({ order: 7 }), toolCalls: null };
  const shown = digest({ title, description: null, approval: payloadDigest, ...parts }).toString('hex');
  expect(seen).toEqual({
    userId: PERSON_IDS.sam,
    firstSeenAt: first,
    lastSeenAt: first,
    revision: 1,
    shownDigest: shown,
  });

  office.clock.pass(60_000);
  await office.approvals.requestChanges(lee, { taskId: id, payloadDigest, reason: 'Less' });
  await office.approvals.answerChanges(office.bot, { taskId: id, payload: { refund: 20 } });
  expect(await codeOf(views.record(sam, id, 1))).toBe('task.revision_conflict');
  const again = await views.record(sam, id, 3);
  expect(again).toMatchObject({ firstSeenAt: first, lastSeenAt: office.clock.now(), revision: 3 });
  expect(again.shownDigest).not.toBe(shown);

  await views.record(lee, id, 3);
  const of = async (ctx: typeof sam) => (await views.of(ctx, [id])).get(id)?.map(({ userId }) => userId);
  expect(await of(sam)).toEqual([PERSON_IDS.sam]);
  expect(await of(ada)).toEqual([PERSON_IDS.sam, PERSON_IDS.lee]);
});

it('goes into the decision, with the door and what let the decider in', async () => {
  const { lee, ada } = office.people;
  const sam = testContext({
    ...office.people.sam,
    credentialId: 'session-1',
    remoteAddress: '203.0.113.7',
    userAgent: 'Browser'.repeat(200),
  });
  const { id } = await ask();
  const seenAt = office.clock.now();
  const { shownDigest } = await views.record(sam, id, 1);
  office.clock.pass(90_000);
  await office.approvals.approve(sam, { taskId: id, payloadDigest });
  const details = office.app.get(TaskDetailsService);
  const decision = {
    ...{ channel: 'graphql', seenAt, shownDigest, decidedAt: office.clock.now(), selfApproval: false },
    ...{ verdictUntil: null },
  };
  const read = async (ctx: typeof lee) => (await details.decisions(ctx, [id])).get(id);
  expect(await read(lee)).toMatchObject({ ...decision, evidence: null });
  expect(await read(ada)).toMatchObject({
    ...decision,
    evidence: {
      credentialId: 'session-1',
      address: '203.0.113.7',
      userAgent: 'Browser'.repeat(200).slice(0, 500),
    },
  });
  expect((await details.votes(lee, [id])).get(id)).toMatchObject([{ seenAt, selfApproval: false }]);
});

it('is empty for what nobody recorded', async () => {
  const { id } = await ask();
  await office.approvals.approve(office.people.sam, { taskId: id, payloadDigest });
  const [row] = await office.rows(
    'SELECT seen_at, shown_digest, evidence FROM task_decisions WHERE task_id = $1',
    [id],
  );
  expect(row).toEqual({ seen_at: null, shown_digest: null, evidence: { role: 'operator' } });
});

it('is written by people, for tasks that they may see', async () => {
  const { id } = await ask();
  expect(await codeOf(views.record(office.bot, id, 1))).toBe('task.seen_by_people');
  for (const ctx of [office.olga, office.people.zoe])
    expect(await codeOf(views.record(ctx, id, 1))).toBe('task.not_found');
  expect(await office.rows('SELECT FROM task_views WHERE task_id = $1', [id])).toEqual([]);
});

it('waits for nobody: ten at once keep the first moment', async () => {
  const { id } = await ask();
  await Promise.all(Array.from({ length: 10 }, () => views.record(office.people.sam, id, 1)));
  const rows = await office.rows('SELECT first_seen_at FROM task_views WHERE task_id = $1', [id]);
  expect(rows).toEqual([{ first_seen_at: office.clock.now() }]);
});
