import { FixtureGateway } from '../test/fixture-gateway';
import {
  type Approvals,
  ApprovalPendingError,
  approvals,
  ApprovalRefusedError,
  assertAllowed,
} from './index';

const refund = { id: 'c1', tool: 'refund', arguments: { order: '4711', amount: 40.5 } };
const email = { id: 'c2', tool: 'send_email', arguments: { to: 'kim@x.test' } };
const allowed = { verdict: 'allowed' as const };

describe('asking for approval', () => {
  let gateway: FixtureGateway;
  let desk: Approvals;

  beforeEach(async () => {
    gateway = new FixtureGateway();
    await gateway.start();
    desk = open();
  });
  afterEach(async () => {
    await desk.close();
    await gateway.stop();
  });

  const open = (more: Partial<Parameters<typeof approvals>[0]> = {}) =>
    approvals({ url: gateway.url, apiKey: 'good', run: 'run-1', ...more });
  const decideAll = async () =>
    gateway.decide(await gateway.asked('refund'), { refund: allowed, send_email: allowed });

  it('asks about a turn in one request and gives each call its verdict', async () => {
    const asking = desk.ask([refund, { ...email, reason: 'Asked for.', risk: 'low', similarBy: ['to'] }]);
    const asked = await gateway.asked('refund', 'send_email');
    expect(asked.calls[1]).toEqual({
      call_id: 'c2',
      tool: 'send_email',
      arguments: { to: 'kim@x.test' },
      reason: 'Asked for.',
      risk: 'low',
      similar_by: ['to'],
    });
    gateway.decide(asked, { refund: allowed, send_email: { verdict: 'denied', message: 'She has left.' } });
    expect(await asking).toMatchObject([
      { call: refund, allowed: true, decidedBy: { displayName: 'Kim' } },
      { call: { id: 'c2' }, allowed: false, message: 'She has left.' },
    ]);
    expect(gateway.requests.size).toBe(1);
  });

  it('says for whom it acts, and lets an allowed call be made only for so long', async () => {
    await desk.close();
    desk = open({ onBehalfOf: 'kim@x.test' });
    const until = (ms: number) => ({ ...allowed, valid_until: new Date(Date.now() + ms).toISOString() });
    const asking = desk.ask([refund, email]);
    const asked = await gateway.asked('refund', 'send_email');
    expect(asked).toMatchObject({ on_behalf_of: 'kim@x.test' });
    gateway.decide(asked, { refund: until(60_000), send_email: until(-1) });
    const [now, late] = await asking;
    expect(() => assertAllowed(now!, 'refund', refund.arguments)).not.toThrow();
    expect(() => assertAllowed(late!, 'send_email', email.arguments)).toThrow(/too long ago/);
  });

  it('goes on through failures of the gateway', async () => {
    const failed: unknown[] = [];
    desk = open({ onRetry: (error) => failed.push(error) });
    gateway.failures = [503, 'cut', 502];
    const asking = desk.ask([refund]);
    await decideAll();
    expect(await asking).toMatchObject([{ allowed: true }]);
    expect(failed.length).toBeGreaterThan(0);
    const again = desk.ask([refund, email]);
    gateway.decide(await gateway.asked('refund', 'send_email'), { refund: allowed, send_email: allowed });
    expect(await again).toHaveLength(2);
  });

  it('finds the request of the same turn again after a restart, but not that of another run', async () => {
    const stop = new AbortController();
    const first = desk.ask([refund], { signal: stop.signal });
    const { idempotency_key: key } = await gateway.asked('refund');
    stop.abort();
    await expect(first).rejects.toThrow(/abort/);
    const restarted = open();
    const second = restarted.ask([refund]);
    await decideAll();
    expect(await second).toMatchObject([{ allowed: true }]);
    expect([...gateway.requests.keys()]).toEqual([key]);
    // The same calls in another turn of the same run, or in another run, are asked about anew.
    const later = [restarted.ask([refund], stop), open({ run: 'run-2' }).ask([refund], { deadline: soon() })];
    await Promise.allSettled(later);
    expect(gateway.requests.size).toBeGreaterThan(1);
    await restarted.close();
  });

  it('stops at the deadline and says which task waits', async () => {
    const asking = desk.ask([refund], { deadline: soon() });
    await expect(asking).rejects.toMatchObject({ constructor: ApprovalPendingError, taskId: 't1' });
  });

  it.each([
    ['a wrong key', () => open({ apiKey: 'bad' }), 'UNAUTHENTICATED'],
    ['a refused request', () => ((gateway.refusal = 'FORBIDDEN: no.\nNext: ask.'), desk), 'FORBIDDEN'],
    ['an answer about other arguments', () => ((gateway.tampers = true), desk), 'MISMATCH'],
  ])('%s ends it at once', async (name, by, code) => {
    const asking = by().ask([refund]);
    const refused = expect(asking).rejects.toMatchObject({ constructor: ApprovalRefusedError, code });
    if (code === 'MISMATCH') await decideAll();
    await refused;
  });

  it('an allowed call runs with the arguments that were allowed and no others', async () => {
    const asking = desk.ask([refund]);
    await decideAll();
    const [verdict] = await asking;
    if (verdict === undefined) throw new Error('no verdict');
    expect(() => assertAllowed(verdict, 'refund', { amount: 40.5, order: '4711' })).not.toThrow();
    expect(() => assertAllowed(verdict, 'refund', { amount: 405, order: '4711' })).toThrow(/not those/);
    expect(() => assertAllowed(verdict, 'refund_all', refund.arguments)).toThrow(/not those/);
  });

  it('asks about many calls in groups of 20', async () => {
    const calls = Array.from({ length: 21 }, (_, n) => ({ ...email, id: `c${n}` }));
    const asking = desk.ask(calls);
    const one = gateway
      .asked('send_email')
      .then((request) => gateway.decide(request, { send_email: allowed }));
    const twenty = Array.from({ length: 20 }, () => 'send_email');
    gateway.decide(await gateway.asked(...twenty), { send_email: allowed });
    await one;
    expect((await asking).map(({ call }) => call.id)).toEqual(calls.map(({ id }) => id));
  });
});

function soon(): Date {
  return new Date(Date.now() + 300);
}
