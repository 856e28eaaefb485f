import type { TenantContext } from '@orkestra/tenancy';
import { testContext } from '../../../tenancy/src/testing';
import { codeOf, Office } from '../../../../test/harness/office';
import { ALLOW, email, ToolDesk } from '../../../../test/harness/tool-calls';
import { StandingRulesService } from './standing-rules.service';

let office: Office;
let desk: ToolDesk;
let rules: StandingRulesService;

beforeEach(async () => {
  office = await Office.open();
  desk = new ToolDesk(office);
  rules = office.app.get(StandingRulesService);
});
afterEach(() => office?.close());

type Call = Parameters<typeof email>[0];

const to = (address: string, more: object = {}) => ({
  arguments: { to: address, subject: 'Another', body: 'Another text', ...more },
});
const KIM = 'kim@customer.test';

/** What becomes of a call when nobody is there to decide. */
const verdictOf = async (call: Call, by?: TenantContext) =>
  (await desk.ask([email(call)], by && { by })).calls[0]?.verdict;

const listed = async (ctx: TenantContext, filter = {}) =>
  (await rules.list(ctx, filter, {})).items.map(({ id }) => id);

describe('a rule', () => {
  it('allows similar calls without a task, names who granted it, and each use can be read', async () => {
    const ruleId = await desk.grant(['to']);
    const { sam } = office.people;
    const asked = await desk.ask([email({ ...to(KIM), callId: 'x' }), email({ ...to(KIM), callId: 'y' })]);
    expect(asked.taskId).toBeNull();
    const decidedBy = { kind: 'user', id: sam.principal.id, displayName: 'Sam' };
    expect(asked.calls).toMatchObject([
      { verdict: 'allowed', ruleId, decidedBy },
      { verdict: 'allowed', ruleId, decidedBy },
    ]);
    expect((await rules.list(sam, {}, {})).items).toMatchObject([
      {
        id: ruleId,
        agent: { id: office.bot.principal.id, displayName: 'bot' },
        tool: 'send_email',
        argumentNames: ['to'],
        arguments: { to: KIM },
        risk: 'medium',
        grantedBy: decidedBy,
        useCount: 2,
        lastUsedAt: office.clock.now(),
      },
    ]);
    const first = await rules.uses(sam, ruleId, { first: 1 });
    const rest = await rules.uses(sam, ruleId, { after: first.endCursor });
    expect([...first.items, ...rest.items]).toMatchObject([
      { requestId: asked.requestId, callId: 'y', digest: asked.calls[1]?.digest },
      { requestId: asked.requestId, callId: 'x', digest: asked.calls[0]?.digest },
    ]);
  });

  it('asks only about the rest of a turn', async () => {
    await desk.grant(['to']);
    const asked = await desk.ask([email(to(KIM)), email({ ...to('lee@customer.test'), callId: 'open' })]);
    expect(asked.calls.map(({ verdict }) => verdict)).toEqual(['allowed', 'pending']);
    await desk.decide(asked.taskId, { open: ALLOW });
    const { calls } = await desk.service.verdicts(office.bot, asked.requestId);
    expect(calls.map(({ verdict }) => verdict)).toEqual(['allowed', 'allowed']);
  });

  it.each<[string, string[], Call, string]>([
    ['another value of a chosen argument', ['to'], to('lee@customer.test'), 'pending'],
    ['a chosen argument in another case', ['to'], to(KIM.toUpperCase()), 'pending'],
    ['a chosen argument in a list', ['to'], to([KIM] as never), 'pending'],
    ['a chosen argument that is missing', ['to'], { arguments: { subject: 'x' } }, 'pending'],
    ['one of two chosen arguments', ['to', 'subject'], to(KIM), 'pending'],
    ['more arguments than before', ['to'], to(KIM, { cc: 'x@y.test' }), 'allowed'],
    ['another tool', ['to'], { ...to(KIM), tool: 'send_letter' }, 'pending'],
    ['a higher risk', ['to'], { ...to(KIM), risk: 'high' }, 'pending'],
    ['a lower risk', ['to'], { ...to(KIM), risk: 'low' }, 'allowed'],
    ['a critical call', ['to'], { ...to(KIM), risk: 'critical' }, 'pending'],
    ['another reason', ['to'], { ...to(KIM), reason: 'Another' }, 'allowed'],
    ['exactly the same, where none was chosen', [], {}, 'allowed'],
    ['anything else, where none was chosen', [], to(KIM), 'pending'],
    [
      'one argument more, where none was chosen',
      [],
      { arguments: { ...email().arguments, cc: null } },
      'pending',
    ],
  ])('for %s', async (_, by, call, verdict) => {
    await desk.grant(by);
    expect(await verdictOf(call)).toBe(verdict);
  });

  it('is for the agent that asked, in its tenant', async () => {
    await desk.grant(['to']);
    expect(await verdictOf(to(KIM), office.tool)).toBe('pending');
    expect(await verdictOf(to(KIM), office.bot)).toBe('allowed');
    // The same id in another tenant is another agent.
    const elsewhere = testContext({ tenantId: office.olga.tenantId, principal: office.bot.principal });
    const asked = await desk.ask([email(to(KIM))], { by: elsewhere });
    expect(asked.calls[0]?.verdict).toBe('pending');
    expect(await listed(office.olga)).toEqual([]);
  });

  it('ends at its time', async () => {
    await desk.grant(['to'], {}, 1);
    office.clock.pass(3_599_000);
    expect(await verdictOf(to(KIM))).toBe('allowed');
    office.clock.pass(1_000);
    expect(await verdictOf(to(KIM))).toBe('pending');
    expect(await listed(office.people.sam)).toEqual([]);
    expect(await listed(office.people.sam, { ended: true })).toHaveLength(1);
  });

  it('may last for 90 days and not a second longer', async () => {
    expect(await desk.grant(['to'], {}, 90 * 24)).not.toBe('');
    const { taskId } = await desk.ask([email(to('lee@customer.test'))]);
    const longer = { ...ALLOW, allow_similar: desk.similar(['to'], 90 * 24 + 1 / 3_600) };
    expect(await codeOf(desk.decide(taskId, longer))).toBe('task.invalid_data');
  });

  it('is never granted with a critical call, nor to a person', async () => {
    const similar = { ...ALLOW, allow_similar: desk.similar(['to']) };
    const critical = await desk.ask([email({ risk: 'critical' })]);
    expect(await codeOf(desk.decide(critical.taskId, similar))).toBe('task.invalid_data');
    const ofLee = await desk.ask([email()], { by: office.people.lee });
    expect(await codeOf(desk.decide(ofLee.taskId, similar))).toBe('task.invalid_data');
    expect(await office.rows('SELECT FROM standing_rules')).toEqual([]);
  });

  it('counts every use, also when many turns come at once', async () => {
    const ruleId = await desk.grant(['to']);
    await Promise.all(Array.from({ length: 12 }, () => desk.ask([email(to(KIM))])));
    await Promise.all([
      desk.ask([email(to(KIM))], { key: 'twin' }),
      desk.ask([email(to(KIM))], { key: 'twin' }),
    ]);
    const [rule] = (await rules.list(office.people.sam, {}, {})).items;
    expect(rule).toMatchObject({ id: ruleId, useCount: 13 });
  });
});

describe('revoke', () => {
  it('holds from the next request on, and leaves what was allowed before', async () => {
    const ruleId = await desk.grant(['to']);
    const before = await desk.ask([email(to(KIM))]);
    const revoked = await rules.revoke(office.people.sam, ruleId);
    expect(revoked).toMatchObject({ revokedBy: { displayName: 'Sam' }, revokedAt: office.clock.now() });
    expect(await verdictOf(to(KIM))).toBe('pending');
    expect((await desk.service.verdicts(office.bot, before.requestId)).calls[0]?.verdict).toBe('allowed');
    expect(await office.history(revoked.taskId)).toEqual(['created', 'completed', 'rule_revoked']);
  });

  it('ends every rule that allows the very same, and no other', async () => {
    const [one, two] = [await desk.ask([email()]), await desk.ask([email(to(KIM))])];
    for (const { taskId } of [one, two])
      await desk.decide(taskId, { ...ALLOW, allow_similar: desk.similar(['to']) });
    const broader = await desk.grant(['to', 'subject'], to('lee@customer.test'));
    const [first] = (await desk.shown(one.taskId)).calls;
    await rules.revoke(office.people.sam, first?.grantedRuleId ?? '');
    expect(await listed(office.people.sam)).toEqual([broader]);
    expect(await verdictOf(to(KIM))).toBe('pending');
  });

  it('is for the granter, supervisors of the group that was asked, and tenant admins', async () => {
    const { sam, lee, eva, ada, max } = office.people;
    for (const by of [sam, eva, ada]) {
      const ruleId = await desk.grant(['to']);
      expect(await listed(by)).toEqual([ruleId]);
      expect((await rules.revoke(by, ruleId)).revokedBy?.id).toBe(by.principal.id);
    }
    const ruleId = await desk.grant(['to']);
    for (const by of [lee, max, office.tool, office.olga]) {
      expect(await listed(by)).toEqual([]);
      expect(await codeOf(rules.revoke(by, ruleId))).toBe('tool_approval.rule_not_found');
      expect(await codeOf(rules.uses(by, ruleId, {}))).toBe('tool_approval.rule_not_found');
    }
    expect(await listed(office.bot)).toEqual([ruleId]);
    expect(await codeOf(rules.revoke(office.bot, ruleId))).toBe('tool_approval.revoke_forbidden');
    expect(await verdictOf(to(KIM))).toBe('allowed');
  });

  it('says the same twice, and nothing of what is no id', async () => {
    const ruleId = await desk.grant(['to']);
    const first = await rules.revoke(office.people.sam, ruleId);
    office.clock.pass(1_000);
    expect(await rules.revoke(office.people.ada, ruleId)).toEqual(first);
    expect(await codeOf(rules.revoke(office.people.sam, 'x'))).toBe('tool_approval.rule_not_found');
  });
});

describe('list', () => {
  it('comes in pages, those that hold the longest first, and by agent and tool', async () => {
    const short = await desk.grant(['to'], to('a@x.test'), 1);
    const long = await desk.grant(['to'], to('b@x.test'), 48);
    const other = await desk.grant(['to'], { ...to('c@x.test'), tool: 'call' }, 24);
    const { sam } = office.people;
    const first = await rules.list(sam, {}, { first: 2 });
    const rest = await rules.list(sam, {}, { first: 2, after: first.endCursor });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([long, other, short]);
    expect(await listed(sam, { tool: 'call' })).toEqual([other]);
    expect(await listed(sam, { agentId: office.bot.principal.id })).toHaveLength(3);
    expect(await listed(sam, { agentId: office.tool.principal.id })).toEqual([]);
    expect(await codeOf(rules.list(sam, {}, { after: 'x' }))).toBe('pagination.invalid_cursor');
  });
});
