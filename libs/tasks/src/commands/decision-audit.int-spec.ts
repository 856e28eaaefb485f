import { testContext } from '../../../tenancy/src/testing';
import { codeOf, digestOf, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { TaskViewsService } from '..';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office?.close());

const payloadDigest = digestOf(PAYLOAD);
const ask = () => office.task({ form: undefined, approval: { payload: PAYLOAD } });
const linesOf = (taskId: string) =>
  office.rows(
    `SELECT action, at, actor_kind, actor_id, channel, credential_id, on_behalf_of, remote_address, correlation_id, details
     FROM audit_events WHERE target_kind = 'task' AND target_id = $1 ORDER BY id`,
    [taskId],
  );

it('stands in the audit log, with what let the decider in and the digest of what they were shown', async () => {
  const sam = testContext({
    ...office.people.sam,
    ...{ credentialId: 'session-1', remoteAddress: '203.0.113.7', correlationId: 'c-1' },
  });
  const { id } = await ask();
  const { shownDigest } = await office.app.get(TaskViewsService).record(sam, id, 1);
  await office.approvals.approve(sam, { taskId: id, payloadDigest, reason: 'Fine by me' });
  expect(await linesOf(id)).toEqual([
    {
      ...{ action: 'task.approved', at: office.clock.now(), actor_kind: 'user', actor_id: PERSON_IDS.sam },
      ...{ channel: 'graphql', credential_id: 'session-1', on_behalf_of: null, correlation_id: 'c-1' },
      remote_address: '203.0.113.7',
      details: {
        ...{ round: 1, payload: payloadDigest, result: digestOf({}), shown: shownDigest },
        selfApproval: false,
      },
    },
  ]);
});

it('is there for forms, rejections and requests for changes too', async () => {
  const { sam, lee } = office.people;
  const actions = async (taskId: string) => (await linesOf(taskId)).map(({ action }) => action);
  const form = await office.task();
  await office.tasks.complete(sam, { taskId: form.id, data: { answer: 'Yes' }, claim: true });
  expect(await actions(form.id)).toEqual(['task.completed']);
  const { id } = await ask();
  await office.approvals.requestChanges(lee, { taskId: id, payloadDigest, reason: 'Less' });
  await office.approvals.answerChanges(office.bot, { taskId: id, payload: { refund: 20 } });
  const again = digestOf({ refund: 20 });
  await office.approvals.reject(sam, { taskId: id, payloadDigest: again, reason: 'Too much' });
  expect(await actions(id)).toEqual(['task.changes_requested', 'task.rejected']);
});

it('is not there where the decision is refused', async () => {
  const { id } = await ask();
  const wrong = office.approvals.approve(office.people.sam, { taskId: id, payloadDigest: 'a'.repeat(64) });
  expect(await codeOf(wrong)).toBe('task.payload_changed');
  expect(await linesOf(id)).toEqual([]);
});
