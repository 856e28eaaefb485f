import { eventually } from '../../../../test/harness';
import { type CountShared, RequestCounter } from './request-counter';

let now = 0;
let total = 0;
let told: number[] = [];
const share: CountShared = (_subject, points) => {
  told.push(points);
  total += points;
  return Promise.resolve({ total, endsInMs: 60_000 - now });
};

beforeEach(() => {
  now = 0;
  total = 0;
  told = [];
});

const counterOf = (store: CountShared) => new RequestCounter(store, () => now);

/** How many of the requests were let through. */
async function send(counter: RequestCounter, requests: number, most = 100): Promise<number> {
  let through = 0;
  for (let n = 0; n < requests; n += 1) {
    if (counter.waitOf('a', most) > 0) continue;
    counter.add('a', most);
    through += 1;
    await counter.settled();
  }
  return through;
}

it('lets through what is allowed, and tells the store after every twentieth part', async () => {
  expect(await send(counterOf(share), 150)).toBe(100);
  expect(told).toEqual(Array(20).fill(5));
});

it('says how long to wait, and begins anew after it', async () => {
  const counter = counterOf(share);
  await send(counter, 100);
  now = 20_000;
  expect(counter.waitOf('a', 100)).toBe(40_000);
  expect(counter.waitOf('b', 100)).toBe(0);
  now = 60_000;
  expect(counter.waitOf('a', 100)).toBe(0);
});

it('lets each of several processes through at most one step more', async () => {
  const processes = [counterOf(share), counterOf(share), counterOf(share)];
  let through = 0;
  for (let n = 0; n < 200; n += 1) for (const process of processes) through += await send(process, 1);
  expect(through).toBeGreaterThanOrEqual(100);
  expect(through).toBeLessThanOrEqual(100 + 3 * 5);
});

it('tells a small limit at once', async () => {
  const [one, other] = [counterOf(share), counterOf(share)];
  expect(await send(one, 3, 3)).toBe(3);
  expect(await send(other, 3, 3)).toBe(1);
});

it('counts for itself where the store fails, without asking it for each request', async () => {
  let asked = 0;
  const broken = counterOf(() => {
    asked += 1;
    return Promise.reject(new Error('gone'));
  });
  expect(await send(broken, 150)).toBe(100);
  expect(asked).toBe(20);
});

it('counts what comes while the store is being told', async () => {
  const answers: (() => void)[] = [];
  const slow: CountShared = (subject, points) =>
    new Promise((resolve) => answers.push(() => resolve(share(subject, points))));
  const counter = counterOf(slow);
  for (let n = 0; n < 12; n += 1) counter.add('a', 100);
  answers.shift()?.();
  await eventually(() => answers.length === 1);
  expect(counter.waitOf('a', 12)).toBeGreaterThan(0);
  answers.shift()?.();
  await counter.settled();
  expect(told).toEqual([5, 7]);
});

it('does not grow without end', () => {
  const counter = counterOf(share);
  for (let n = 0; n < 25_000; n += 1) counter.add(`subject ${n}`, 1_000_000);
  expect((counter as unknown as { counts: Map<string, unknown> }).counts.size).toBeLessThanOrEqual(10_000);
});
