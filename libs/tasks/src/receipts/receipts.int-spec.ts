import { EvidenceKeys, type PublicKeys, publicKeysIn } from '@orkestra/tenancy';
import { codeOf, digestOf, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { ALLOW, ToolDesk } from '../../../../test/harness/tool-calls';
import { foreignVerifier } from '../../../../test/harness/receipt-verifier/foreign-verifier';
import { ReceiptsService, TaskViewsService } from '..';
import { type DecisionStatement, openReceipt } from './decision-statement';

let office: Office;
let receipts: ReceiptsService;
beforeAll(async () => {
  office = await Office.open();
  receipts = office.app.get(ReceiptsService);
});
afterAll(() => office?.close());

const payloadDigest = digestOf(PAYLOAD);
const askApproval = () =>
  office.task({ form: undefined, approval: { payload: PAYLOAD }, context: { order: 7 } });

async function keys(): Promise<PublicKeys> {
  const listed = await office.app.get(EvidenceKeys).list();
  return publicKeysIn(JSON.stringify({ keys: listed.map(({ jwk }) => jwk) }));
}

async function statementOf(taskId: string): Promise<DecisionStatement> {
  const envelope = await receipts.of(office.people.sam, taskId);
  const { statement } = openReceipt(JSON.stringify(envelope), await keys());
  if (statement === undefined) throw new Error('The receipt is not to be believed');
  return statement;
}

const digestsIn = async (taskId: string) =>
  Object.fromEntries(
    (
      await office.rows<{ kind: string; digest: string }>(
        `SELECT kind, encode(digest, 'hex') AS digest FROM task_payloads WHERE task_id = $1`,
        [taskId],
      )
    ).map(({ kind, digest }) => [kind, digest]),
  );

it('states who approved what, when they had seen it, and what they were shown', async () => {
  const { sam } = office.people;
  const { id } = await askApproval();
  const seenAt = office.clock.now().toISOString();
  const { shownDigest } = await office.app.get(TaskViewsService).record(sam, id, 1);
  office.clock.pass(60_000);
  await office.approvals.approve(sam, { taskId: id, payloadDigest, reason: 'Fine by me' });
  const digests = await digestsIn(id);
  expect(await statementOf(id)).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: ['form', 'context', 'approval'].map((part) => ({
      name: `task/${id}/${part}`,
      digest: { sha256: digests[part] },
    })),
    predicateType: 'urn:orkestra:evidence:decision:v1',
    predicate: {
      ...{ tenantId: sam.tenantId, taskId: id, taskType: null, round: 1, outcome: 'approved' },
      closedAt: office.clock.now().toISOString(),
      createdBy: { kind: 'service', id: office.bot.principal.id },
      onBehalfOf: null,
      result: { sha256: digestOf({}) },
      decisions: [
        {
          by: { kind: 'user', id: PERSON_IDS.sam },
          ...{ role: 'operator', onBehalfOf: null, channel: 'graphql', vote: 'approved' },
          ...{ seenAt, shown: { sha256: shownDigest }, decidedAt: office.clock.now().toISOString() },
          ...{
            payload: { sha256: payloadDigest },
            result: { sha256: digestOf({}) },
            validUntil: null,
            selfApproval: false,
          },
        },
      ],
      toolCalls: [],
    },
  });
});

it('names nobody and quotes nothing: ids and digests alone', async () => {
  const { id } = await askApproval();
  await office.approvals.approve(office.people.sam, { taskId: id, payloadDigest, reason: 'Fine by me' });
  expect(JSON.stringify(await statementOf(id))).not.toMatch(/Sam|Fine by me|EUR|Customer needs help/);
});

it('has a form that was filled in, a rejection, and every vote of the round that counted', async () => {
  const { sam, lee } = office.people;
  const form = await office.task();
  await office.tasks.complete(sam, { taskId: form.id, data: { answer: 'Yes' }, claim: true });
  const { predicate } = await statementOf(form.id);
  const { result } = await digestsIn(form.id);
  expect(predicate).toMatchObject({ outcome: 'completed', result: { sha256: result } });
  expect(predicate.decisions).toMatchObject([{ vote: 'completed', result: { sha256: result } }]);

  const refused = await askApproval();
  await office.approvals.reject(lee, { taskId: refused.id, payloadDigest, reason: 'Too much' });
  expect((await statementOf(refused.id)).predicate).toMatchObject({
    outcome: 'rejected',
    decisions: [{ by: { id: PERSON_IDS.lee }, vote: 'rejected' }],
  });

  const both = await office.task({
    form: undefined,
    approval: { payload: PAYLOAD, quorum: { rule: 'count', count: 2 } },
  });
  await office.approvals.approve(sam, { taskId: both.id, payloadDigest });
  expect(await receipts.of(sam, both.id)).toBeNull();
  office.clock.pass(1_000);
  await office.approvals.approve(lee, { taskId: both.id, payloadDigest });
  const voters = (await statementOf(both.id)).predicate.decisions.map(({ by }) => by.id);
  expect(voters).toEqual([PERSON_IDS.sam, PERSON_IDS.lee]);
});

it('has the verdict on each tool call that an agent asked for', async () => {
  const desk = new ToolDesk(office);
  const { taskId } = await desk.ask();
  const { digest, calls } = await desk.shown(taskId);
  await desk.decide(taskId, { 'call-1': ALLOW });
  const { subject, predicate } = await statementOf(taskId ?? '');
  expect(subject).toContainEqual({ name: `task/${taskId}/tool-calls`, digest: { sha256: digest } });
  expect(predicate.toolCalls).toMatchObject([
    { callId: 'call-1', sha256: calls[0]?.digest, verdict: 'allowed', decidedBy: { id: PERSON_IDS.sam } },
  ]);
});

it('is the same to the byte whenever it is asked for', async () => {
  const { id } = await askApproval();
  await office.approvals.approve(office.people.sam, { taskId: id, payloadDigest });
  const first = await receipts.of(office.people.sam, id);
  office.clock.pass(86_400_000);
  expect(await receipts.of(office.people.ada, id)).toEqual(first);
});

it('is for whoever may see the task, and not there for what nobody decided', async () => {
  const { id } = await askApproval();
  expect(await receipts.of(office.people.sam, id)).toBeNull();
  for (const ctx of [office.olga, office.people.zoe])
    expect(await codeOf(receipts.of(ctx, id))).toBe('task.not_found');
  await office.control.cancel(office.people.ada, { taskId: id, reason: 'Not needed' });
  expect(await receipts.of(office.people.ada, id)).toBeNull();
});

it('is not believed once it was changed, or with the key of somebody else', async () => {
  const { id } = await askApproval();
  await office.approvals.approve(office.people.sam, { taskId: id, payloadDigest });
  const envelope = await receipts.of(office.people.sam, id);
  const text = Buffer.from(envelope?.payload ?? '', 'base64').toString();
  const payload = Buffer.from(text.replace('"approved"', '"rejected"')).toString('base64');
  expect(openReceipt(JSON.stringify({ ...envelope, payload }), await keys())).toEqual({
    problem: 'signature',
  });
  expect(openReceipt(JSON.stringify(envelope), new Map())).toEqual({ problem: 'unknown_key' });
  expect(openReceipt('{}', await keys())).toEqual({ problem: 'malformed' });
  const other = { ...envelope, payloadType: 'application/vnd.orkestra.audit-checkpoint.v1+json' };
  expect(openReceipt(JSON.stringify(other), await keys())).toEqual({ problem: 'payload_type' });
});

it('is accepted by the verifiers of others, and refused by them once it was changed', async () => {
  const verifier = await foreignVerifier();
  const { id } = await askApproval();
  await office.approvals.approve(office.people.sam, { taskId: id, payloadDigest });
  const envelope = await receipts.of(office.people.sam, id);
  if (envelope === null) throw new Error('There is no receipt');
  const [key] = await office.app.get(EvidenceKeys).list();
  const said = await verifier({ envelope, jwk: key?.jwk });
  expect(said).toMatchObject({
    keys: [key?.id],
    payloadType: 'application/vnd.in-toto+json',
    predicateType: 'urn:orkestra:evidence:decision:v1',
    outcome: 'approved',
  });
  expect(said['subjects']).toContain(payloadDigest);
  const text = Buffer.from(envelope.payload, 'base64').toString();
  const payload = Buffer.from(text.replace('"approved"', '"rejected"')).toString('base64');
  const refused = await verifier({ envelope: { ...envelope, payload }, jwk: key?.jwk });
  expect(Object.keys(refused)).toEqual(['refused']);
}, 180_000);
