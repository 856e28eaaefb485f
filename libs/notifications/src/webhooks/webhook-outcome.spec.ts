import { disablingReason, outcomeOf, retryAfterOf, type WebhookTry } from './webhook-outcome';

const NOW = new Date('2027-03-01T09:00:00Z');
const HOUR_MS = 3_600_000;
const tried = (more: Partial<WebhookTry>): WebhookTry => ({
  ...{ at: NOW, url: 'https://a.test', durationMs: 1, status: 500, body: '', problem: 'It answered 500.' },
  ...more,
});
const waitAfter = (attempts: number, random = 0.5, more: Partial<WebhookTry> = {}): number | string => {
  const outcome = outcomeOf(tried(more), attempts, NOW, random);
  return outcome.status === 'pending' ? outcome.nextAt.getTime() - NOW.getTime() : outcome.status;
};

it('tries for three days, ever less often, and no two at the same moment', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => waitAfter(attempts) as number);
  expect([...waits].sort((one, other) => one - other)).toEqual(waits);
  expect(waits.reduce((sum, wait) => sum + wait, 0) / HOUR_MS).toBeGreaterThan(72);
  expect(waitAfter(10)).toBe('dead');
  expect([waitAfter(2, 0), waitAfter(2, 1)]).toEqual([240_000, 360_000]);
});

it('waits as long as it is asked to, but no more than a day', () => {
  expect(waitAfter(1, 0.5, { retryAfterMs: 90_000 })).toBe(90_000);
  expect(waitAfter(1, 0.5, { retryAfterMs: 90 * HOUR_MS })).toBe(24 * HOUR_MS);
  expect(retryAfterOf('90', NOW)).toBe(90_000);
  expect(retryAfterOf('Mon, 01 Mar 2027 09:01:00 GMT', NOW)).toBe(60_000);
  for (const odd of [null, 'soon', '-1', 'Mon, 01 Mar 2021 09:01:00 GMT'])
    expect(retryAfterOf(odd, NOW)).toBeUndefined();
});

it('gives up at once where nobody wants it any more, and on an endpoint that fails for three days', () => {
  expect(waitAfter(1, 0.5, { status: 410 })).toBe('dead');
  expect(disablingReason(tried({ status: 410 }), NOW, NOW)).toBe('gone');
  const since = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);
  expect(disablingReason(tried({}), since(71), NOW)).toBeNull();
  expect(disablingReason(tried({}), since(72), NOW)).toBe('failing');
  expect(disablingReason(tried({ problem: null }), since(99), NOW)).toBeNull();
  expect(outcomeOf(tried({ problem: null }), 9, NOW, 0)).toEqual({ status: 'sent' });
});
