import {
  type ApiClient,
  asAdmin,
  complete,
  eventually,
  type Json,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';

let system: TestSystem;
let ada: ApiClient;

beforeAll(async () => {
  system = await startSystem();
  ada = await system.person('ada@demo.test');
});
afterAll(() => system?.stop());

const change = async (name: string, input: object, answer: string, who = ada): Promise<Json> =>
  (
    await who.graphql(
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} } }`,
      { input },
    )
  )[name] as Json;
const sql = <Row extends object>(text: string, values: unknown[] = []) =>
  asAdmin(async (admin) => (await admin.query<Row>(text, values)).rows, system.database.adminUrl);

async function decidedBySam(): Promise<string> {
  const sam = await system.person('sam@demo.test');
  const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title: 'Refund?' });
  const { id } = await taskOf(sam, workflowId);
  await complete(sam, id, { answer: 'heliotrope' }, { claim: true });
  return id as string;
}

test('somebody who has left is forgotten, and what they decided stays', async () => {
  const taskId = await decidedBySam();
  const [{ id: personId }] = (await sql<{ id: string }>(
    `SELECT id FROM users WHERE email = 'sam@demo.test'`,
  )) as [{ id: string }];
  const whom = { personId, email: 'sam@demo.test' };
  await expect(change('requestPersonErasure', whom, 'code')).rejects.toThrow('people who are deactivated');
  await change('deactivatePerson', { personId }, 'person { status }');
  const hold = await change('placeLegalHold', { taskId, reason: 'Lawsuit 7' }, 'legalHold { id taskId }');
  await expect(change('requestPersonErasure', whom, 'code')).rejects.toThrow('legal hold');
  await change('releaseLegalHold', { legalHoldId: hold.legalHold.id }, 'legalHold { releasedAt }');
  const { code } = await change('requestPersonErasure', whom, 'code expiresAt');
  await expect(change('erasePerson', { ...whom, code: 'no' }, 'person { id }')).rejects.toThrow('code');
  expect(await change('erasePerson', { ...whom, code }, 'person { displayName email status }')).toEqual({
    person: { displayName: 'Erased person', email: `${personId}@erased.invalid`, status: 'ERASED' },
  });
  await eventually(async () => {
    const [row] = await sql<{ finished: boolean }>(
      'SELECT finished_at IS NOT NULL AS finished FROM person_erasures',
    );
    return row?.finished === true;
  });
  const task = (
    await ada.graphql(
      'query ($id: ID!) { task(id: $id) { decision { data decidedBy { id displayName } } } }',
      {
        id: taskId,
      },
    )
  ).task;
  expect(task.decision).toMatchObject({
    data: { answer: 'heliotrope' },
    decidedBy: { id: personId, displayName: 'Erased person' },
  });
  await expect(change('reactivatePerson', { personId }, 'person { id }')).rejects.toThrow(
    'this one is erased',
  );
});

test('what outlived its days is erased by the worker, and says so in the audit log', async () => {
  const [{ id }] = (await sql<{ id: string }>(
    `SELECT id FROM tasks WHERE closed_at IS NOT NULL LIMIT 1`,
  )) as [{ id: string }];
  await sql(`UPDATE tasks SET closed_at = now() - interval '40 days' WHERE id = $1`, [id]);
  await expect(change('setRetention', { tasks: 0 }, 'retention { tasks }')).rejects.toThrow('1 to 3650 days');
  expect(await change('setRetention', { tasks: 30 }, 'retention { tasks conversations executions }')).toEqual(
    {
      retention: { tasks: 30, conversations: null, executions: null },
    },
  );
  await system.kill('worker');
  await system.restart('worker');
  await eventually(async () => (await sql('SELECT FROM tasks WHERE erased_at IS NOT NULL')).length === 1);
  const task = (
    await ada.graphql('query ($id: ID!) { task(id: $id) { status outcome decision { data } } }', { id })
  ).task;
  expect(task).toMatchObject({ status: 'COMPLETED', outcome: 'COMPLETED', decision: { data: null } });
  const audited = await ada.graphql(
    '{ auditEvents(filter: { action: "retention.erased" }, first: 5) { edges { node { details } } } }',
  );
  expect(audited.auditEvents.edges[0].node.details).toMatchObject({ tasks: 1 });
});
