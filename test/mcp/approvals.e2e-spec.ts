import { createHash } from 'node:crypto';
import {
  type ApiClient,
  complete,
  createTask,
  type Json,
  run,
  startSystem,
  type TestSystem,
} from '../harness';
import { issueKey } from './issue-key';
import { type Agent, connect } from './mcp-client';

const HTTP = 'v2 client, 2026 era, HTTP';
const IN_L1 = { group: 'support-l1' };

const APPROVAL = `query ($id: ID!) { task(id: $id) { id title status allowedActions toolApproval { digest agent { kind displayName }
  calls { callId tool arguments reason risk digest similarBy verdict message decidedBy { displayName } ruleId
          grantedRule { id } } } } }`;
const RULES = `query ($filter: StandingRuleFilter) { standingRules(filter: $filter, first: 50) { edges { node { id tool
  argumentNames arguments risk useCount expiresAt grantedBy { displayName } agent { id displayName } } } } }`;

/** Not our own code: the digest is what any agent computes of canonical JSON. */
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('approval_request', () => {
  let system: TestSystem;
  let agent: Agent;
  let other: Agent;
  let sam: ApiClient;
  let turns = 0;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'mcp'] });
    agent = await connect(HTTP, system);
    other = await connect(
      'v1 client, HTTP',
      system,
      (await issueKey(system, 'other-bot', ['tasks:write'])).key,
    );
    sam = await system.person('sam@demo.test');
  });
  afterAll(async () => {
    await Promise.all([agent?.close(), other?.close()]);
    await system?.stop();
  });

  const email = (to: string, more: Json = {}): Json => ({
    call_id: 'mail',
    tool: 'send_email',
    arguments: { to, body: 'Hello' },
    reason: 'They asked.',
    similar_by: ['to'],
    ...more,
  });
  const turn = (calls: Json[], more: Json = {}): Json => ({
    idempotency_key: `turn-${(turns += 1)}`,
    calls,
    assign_to: IN_L1,
    ...more,
  });
  const ask = async (args: Json, by = agent): Promise<Json> => {
    const { structuredContent, isError, content } = await by.callTool('approval_request', args);
    if (isError) throw new Error(content[0]?.text);
    return structuredContent;
  };
  const shown = async (taskId: string, by = sam) => (await by.graphql(APPROVAL, { id: taskId })).task as Json;
  const decide = async (taskId: string, decisions: Json, by = sam) => {
    const { digest } = (await shown(taskId)).toolApproval as Json;
    return complete(by, taskId, { digest, decisions }, { claim: true });
  };
  const rules = async (by = sam, filter: Json = {}): Promise<Json[]> => {
    const { standingRules } = await by.graphql(RULES, { filter });
    return (standingRules.edges as { node: Json }[]).map(({ node }) => node);
  };
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

  test('a person sees what the agent is about to do, and the denial with its message reaches it', async () => {
    const args = turn([email('kim@x.test', { risk: 'high' })]);
    const asked = await ask(args);
    expect(asked).toMatchObject({
      done: false,
      task_id: expect.any(String),
      calls: [
        {
          call_id: 'mail',
          digest: sha256('{"arguments":{"body":"Hello","to":"kim@x.test"},"tool":"send_email"}'),
          verdict: 'pending',
          message: null,
          decided_by: null,
          rule_id: null,
        },
      ],
      next_action: expect.stringContaining('Call again'),
    });
    const { toolApproval, ...task } = await shown(asked.task_id as string);
    expect(task).toMatchObject({ title: 'support-bot asks to use send_email', status: 'READY' });
    expect(toolApproval).toMatchObject({
      agent: { kind: 'SERVICE', displayName: 'support-bot' },
      calls: [
        {
          tool: 'send_email',
          arguments: { to: 'kim@x.test', body: 'Hello' },
          reason: 'They asked.',
          risk: 'HIGH',
          similarBy: ['to'],
          verdict: 'PENDING',
        },
      ],
    });
    // The agent goes on waiting with another call, which any process could answer.
    const waiting = ask({ ...args, timeout_seconds: 50 });
    await decide(asked.task_id as string, {
      mail: { verdict: 'deny', message: 'She has left.\nDo not write.' },
    });
    const answer = await waiting;
    expect(answer).toMatchObject({
      done: true,
      task_id: asked.task_id,
      calls: [
        {
          verdict: 'denied',
          message: 'She has left.\nDo not write.',
          decided_by: { kind: 'user', display_name: 'Sam Okafor' },
        },
      ],
      next_action: expect.stringContaining('allowed calls alone'),
    });
    expect((await shown(asked.task_id as string)).toolApproval.calls[0]).toMatchObject({
      verdict: 'DENIED',
      decidedBy: { displayName: 'Sam Okafor' },
    });
  });

  test('one turn is one task, each call gets its own verdict, and two callers at once are one', async () => {
    const args = turn([
      email('a@x.test'),
      { call_id: 'refund', tool: 'refund', arguments: { order: 4711, amount: 40.5 }, risk: 'critical' },
    ]);
    const [one, two] = await Promise.all([ask(args), ask(args)]);
    expect(two.task_id).toBe(one.task_id);
    await expect(ask({ ...args, calls: [email('b@x.test')] })).rejects.toThrow(/^CONFLICT: .*\nNext: /);
    const refused = { verdict: 'deny', message: 'Too much.' };
    await decide(one.task_id as string, { mail: { verdict: 'allow', message: 'Be kind.' }, refund: refused });
    expect(await ask(args)).toMatchObject({
      done: true,
      waited_ms: 0,
      calls: [
        { call_id: 'mail', verdict: 'allowed', message: 'Be kind.' },
        { call_id: 'refund', verdict: 'denied', message: 'Too much.' },
      ],
    });
  });

  test('what a person allowed for longer needs no task, until it is revoked, and only for that agent', async () => {
    const first = await ask(turn([email('ann@x.test')]));
    const allow_similar = { until: inHours(24), by: ['to'] };
    await decide(first.task_id as string, { mail: { verdict: 'allow', allow_similar } });
    const { grantedRule } = (await shown(first.task_id as string)).toolApproval.calls[0] as Json;
    const similar = (more = {}) =>
      email('ann@x.test', { arguments: { to: 'ann@x.test', body: 'More', ...more } });

    const second = await ask(turn([similar()]));
    expect(second).toMatchObject({
      done: true,
      task_id: null,
      calls: [{ verdict: 'allowed', rule_id: grantedRule.id, decided_by: { display_name: 'Sam Okafor' } }],
      next_action: expect.stringContaining('exactly the arguments'),
    });
    expect((await ask(turn([similar()]), other)).calls[0]).toMatchObject({
      verdict: 'pending',
      rule_id: null,
    });
    expect((await ask(turn([similar({ to: 'bob@x.test' })]))).done).toBe(false);
    expect((await ask(turn([{ ...similar(), risk: 'critical' }]))).done).toBe(false);

    expect(await rules()).toMatchObject([
      {
        id: grantedRule.id,
        tool: 'send_email',
        argumentNames: ['to'],
        arguments: { to: 'ann@x.test' },
        risk: 'MEDIUM',
        useCount: 1,
        grantedBy: { displayName: 'Sam Okafor' },
        agent: { displayName: 'support-bot' },
      },
    ]);
    const uses = `query ($id: ID!) { standingRuleUses(ruleId: $id) { edges { node { callId digest } } } }`;
    const { standingRuleUses } = await sam.graphql(uses, { id: grantedRule.id });
    expect(standingRuleUses.edges).toEqual([{ node: { callId: 'mail', digest: second.calls[0].digest } }]);

    const revoke = `mutation ($input: RevokeStandingRuleInput!) { revokeStandingRule(input: $input) {
      rule { revokedBy { displayName } } } }`;
    const input = { ruleId: grantedRule.id };
    const lee = await system.person('lee@demo.test');
    const bot = system.agent('demo');
    const olga = await system.person('olga@other.test');
    for (const [who, code] of [
      [olga, 'NOT_FOUND'],
      [bot, 'FORBIDDEN'],
    ] as const)
      await expect(who.graphql(revoke, { input })).rejects.toMatchObject({ code });
    expect(await rules(olga)).toEqual([]);
    // Lee supervises the group that was asked.
    await lee.graphql(revoke, { input });
    expect((await ask(turn([similar()]))).calls[0]).toMatchObject({ verdict: 'pending', rule_id: null });
    expect(await rules(sam, { ended: true })).toHaveLength(1);
  });

  test('what is cancelled is denied, and says why', async () => {
    const args = turn([email('c@x.test')]);
    const { task_id: taskId } = await ask(args);
    const ada = await system.person('ada@demo.test');
    await run(ada, 'cancelTask', { taskId, reason: 'The case is closed' });
    expect(await ask(args)).toMatchObject({
      done: true,
      calls: [
        { verdict: 'denied', message: expect.stringContaining('The case is closed'), decided_by: null },
      ],
    });
  });

  test('a program cannot decide, not even with a key for it, and a stale picture is refused', async () => {
    const { task_id: taskId } = await ask(turn([email('d@x.test')]));
    const bot = system.agent('demo');
    const decisions = { mail: { verdict: 'allow' } };
    await expect(decide(taskId as string, decisions, bot)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const stale = { digest: 'a'.repeat(64), decisions };
    await expect(complete(sam, taskId as string, stale, { claim: true })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'tool_approval.calls_changed',
    });
    await expect(createTask(bot, { title: 'Fake', type: 'tool-approval' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test.each([
    ['no name of the turn', { idempotency_key: undefined }, /\/idempotency_key: /],
    ['two calls of one name', { calls: [email('a'), email('b')] }, /\/calls\/1\/call_id: /],
    ['too long a name', { calls: [email('a', { call_id: 'x'.repeat(101) })] }, /\/calls\/0\/call_id: /],
    ['a list of arguments', { calls: [email('a', { arguments: ['a'] })] }, /\/calls\/0\/arguments: /],
    [
      '21 calls',
      { calls: Array.from({ length: 21 }, (_, n) => email('a', { call_id: `${n}` })) },
      /\/calls: /,
    ],
    ['nobody to ask', { assign_to: { group: 'nobody' } }, /no group "nobody"/],
  ])('refuses %s, with what to change', async (_, more, message) => {
    const args = JSON.parse(JSON.stringify({ ...turn([email('a@x.test')]), ...more })) as Json;
    await expect(ask(args)).rejects.toThrow(message);
    await expect(ask(args)).rejects.toThrow(/^BAD_USER_INPUT: /);
  });
});
