import {
  type ApiClient,
  conflict,
  createTask,
  forbidden,
  type Json,
  lastEvent,
  readTaskPage,
  run,
  startSystem,
  type TestSystem,
} from '../harness';

let system: TestSystem;
let bot: ApiClient;
let sam: ApiClient;
let lee: ApiClient;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway'] });
  bot = system.agent('demo');
  sam = await system.person('sam@demo.test');
  lee = await system.person('lee@demo.test');
});
afterAll(() => system?.stop());

const create = (spec: object) => createTask(bot, spec);

describe('An approval', () => {
  const payload = { amount: 100, to: 'ACME' };
  const spec = {
    title: 'Approve the payment',
    assignTo: { group: 'support-l1' },
    approval: { payload, quorum: { rule: 'count', count: 2 } },
  };

  test('by several people counts their votes, and starts again with a new version', async () => {
    const taskId = await create(spec);
    const shown = await readTaskPage(sam, taskId);
    const { payloadDigest } = shown.approval as { payloadDigest: string };
    expect(shown.approval).toMatchObject({
      payload,
      round: 1,
      quorum: { rule: 'COUNT', count: 2, veto: false },
      votes: [],
      progress: [{ approvals: 0, rejections: 0, needed: 2, voters: 2, group: null }],
    });
    await expect(run(sam, 'claimTask', { taskId })).rejects.toMatchObject(conflict('voting'));
    await expect(run(sam, 'approveTask', { taskId, payloadDigest: '0'.repeat(64) })).rejects.toMatchObject(
      conflict('payload_changed'),
    );
    const voted = await run(sam, 'approveTask', { taskId, payloadDigest, reason: 'Fine' });
    expect(voted).toMatchObject({ status: 'READY', outcome: null });
    expect(voted.approval).toMatchObject({
      votes: [{ vote: 'APPROVED', round: 1, reason: 'Fine', voter: { displayName: 'Sam Okafor' } }],
      progress: [{ approvals: 1, needed: 2, voters: 2 }],
    });
    expect(lastEvent(voted).differences).toContainEqual({ field: 'vote', before: null, after: 'approved' });
    await expect(run(sam, 'approveTask', { taskId, payloadDigest })).rejects.toMatchObject(conflict('voted'));

    const asked = await run(lee, 'requestTaskChanges', { taskId, payloadDigest, reason: 'Too much' });
    expect(asked).toMatchObject({ status: 'SUSPENDED', approval: { waitingForRequester: true } });
    await expect(run(lee, 'resumeTask', { taskId })).rejects.toMatchObject(conflict('waiting'));
    await expect(run(sam, 'answerTaskChanges', { taskId, payload: {} })).rejects.toMatchObject(
      forbidden('creator_only'),
    );
    const stale = run(bot, 'answerTaskChanges', { taskId, payload: {}, round: 2 });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
    const next = { ...payload, amount: 50 };
    const answered = await run(bot, 'answerTaskChanges', {
      taskId,
      payload: next,
      round: 1,
      comment: 'Half',
    });
    expect(answered.approval).toMatchObject({
      payload: next,
      round: 2,
      waitingForRequester: false,
      earlierVersions: [{ round: 1, payload }],
      progress: [{ approvals: 0, needed: 2, voters: 2 }],
    });
    expect(lastEvent(answered)).toMatchObject({ kind: 'changes_answered', note: 'Half' });

    await expect(run(sam, 'approveTask', { taskId, payloadDigest })).rejects.toMatchObject(
      conflict('payload_changed'),
    );
    const second = (answered.approval as { payloadDigest: string }).payloadDigest;
    await run(sam, 'approveTask', { taskId, payloadDigest: second });
    expect(await run(lee, 'approveTask', { taskId, payloadDigest: second })).toMatchObject({
      outcome: 'APPROVED',
      decision: { outcome: 'APPROVED', decidedBy: { displayName: 'Lee Tanaka' } },
    });
  });

  test('by one person is rejected with a reason only', async () => {
    const taskId = await create({ ...spec, approval: { payload } });
    const { approval } = await readTaskPage(sam, taskId);
    const vote = { taskId, payloadDigest: (approval as Json).payloadDigest as string };
    expect(approval).toMatchObject({ quorum: null, progress: [] });
    await expect(run(sam, 'rejectTask', vote)).rejects.toMatchObject({ reason: 'task.invalid_command' });
    const rejected = await run(sam, 'rejectTask', { ...vote, reason: 'No budget' });
    expect(rejected).toMatchObject({ outcome: 'REJECTED', outcomeReason: 'No budget' });
    await expect(run(sam, 'approveTask', vote)).rejects.toMatchObject(conflict('closed'));
  });

  test('that was cancelled after somebody asked for changes has no decision', async () => {
    const taskId = await create({ ...spec, approval: { payload } });
    const { approval } = await readTaskPage(sam, taskId);
    const { payloadDigest } = approval as { payloadDigest: string };
    await run(sam, 'requestTaskChanges', { taskId, payloadDigest, reason: 'Say for what' });
    expect(await run(bot, 'cancelTask', { taskId })).toMatchObject({ outcome: 'CANCELLED', decision: null });
  });
});
