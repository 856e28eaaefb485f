import { claim, complete, ended, startSystem, startWorkflow, taskOf, type TestSystem } from './harness';

const SECRETS = {
  context: 'context-7f3a91-iban-DE02',
  answer: 'answer-c41b20-refund',
  wrong: 'wrong-09d1ee-score',
  password: 'password-5520ab-typed',
};

/** Temporal's payloads are base64: what is inside counts as well. */
function withDecodedPayloads(logs: string): string {
  const encoded = logs.match(/[\w+/]{24,}={0,2}/g) ?? [];
  return [logs, ...encoded.map((text) => Buffer.from(text, 'base64').toString())].join('\n');
}

describe('Nothing sensitive in the logs', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem({ env: { LOG_LEVEL: 'trace' } })));
  afterAll(() => system?.stop());

  test('not even at the level trace: no form data, context, keys, cookies or passwords', async () => {
    const bot = system.agent('demo');
    const sam = await system.person('sam@demo.test');
    const input = { title: 'A private matter', context: { account: SECRETS.context } };
    const workflowId = await startWorkflow(bot, 'one-task', input);
    const task = await taskOf(sam, workflowId);
    await claim(sam, task.id);
    await complete(sam, task.id, { answer: '', score: SECRETS.wrong }).catch(() => undefined);
    await startWorkflow(bot, 'customer-support', { question: { text: SECRETS.context } }).catch(
      () => undefined,
    );
    await system
      .anonymous()
      .post('/api/v1/auth/sign-in', { ...system.user('sam@demo.test'), password: SECRETS.password });
    await unforeseenFailure(() => complete(sam, task.id, { answer: SECRETS.answer }));
    await complete(sam, task.id, { answer: SECRETS.answer });
    await ended(sam, workflowId);
    await system.kill('worker', 'SIGTERM');
    await system.kill('gateway', 'SIGTERM');

    const logs = withDecodedPayloads(system.logs());
    const session = sam.headers.cookie?.split('=')[1] ?? 'none';
    for (const secret of [...Object.values(SECRETS), system.apiKey('demo'), session, 'orkestra-demo']) {
      expect(logs.includes(secret) && secret).toBe(false);
    }
    expect(logs.split('\n').length).toBeGreaterThan(10);
  });

  /** A failure inside the transaction of a decision, whose error carries the row that could not be written. */
  async function unforeseenFailure(attempt: () => Promise<unknown>): Promise<void> {
    await system.rows('ALTER TABLE outbox ADD CONSTRAINT refuse CHECK (false) NOT VALID');
    await system.rows(`ALTER TABLE task_payloads ADD CONSTRAINT refuse CHECK (kind <> 'result')`);
    await expect(attempt()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    await system.rows('ALTER TABLE outbox DROP CONSTRAINT refuse');
    await system.rows('ALTER TABLE task_payloads DROP CONSTRAINT refuse');
  }
});
