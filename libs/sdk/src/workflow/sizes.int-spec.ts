import type { WorkflowFailedError } from '@temporalio/client';
import { TestBench } from '../../test/test-bench';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());

const end = async (what: string) => {
  const handle = await bench.start('oversized', { what });
  const failure = await handle.result().then(
    () => Promise.reject(new Error('The workflow did not fail')),
    (error: WorkflowFailedError) => error.cause,
  );
  return { failure, closing: bench.closingOf(handle) };
};

describe('what Temporal would try again for ever fails the run, as it is recorded', () => {
  it.each([
    ['result', 'payload.too_large', /^The result holds 3145730 bytes; at most 2096128 are allowed/],
    ['multi-byte result', 'payload.too_large', /^The result holds 3145730 bytes/],
    ['arguments of an activity', 'payload.too_large', /^The input of "ownActivity" holds 3145730 bytes/],
    ['arguments together', 'payload.too_large', /^The input of "ownActivity" holds 3000004 bytes/],
    ['input of a child', 'payload.too_large', /^The input of "oversized" holds 3145739 bytes/],
    ['input of the next run', 'payload.too_large', /^The input of the next run holds 3145739 bytes/],
    ['big result', 'workflow.invalid_output', /\/list\/1\/n: Has more digits than a number keeps exactly/],
    ['result that is no JSON', 'workflow.invalid_output', /^The output of "oversized" is no JSON value/],
  ])('%s', async (what, type, message) => {
    const { failure, closing } = await end(what);
    expect(failure).toMatchObject({ type, message: expect.stringMatching(message), nonRetryable: true });
    expect(closing).toMatchObject([
      { status: 'failed', error: { type, message: expect.stringMatching(message) } },
    ]);
  });

  it('a failure whose message and details are too large, by what fits of them', async () => {
    const { failure, closing } = await end('failure');
    expect(failure).toMatchObject({ type: 'shop.large' });
    expect(closing).toMatchObject([{ status: 'failed', error: { type: 'shop.large' } }]);
    expect(closing[0]?.error?.message.length).toBeLessThan(20_000);
  });
});

it('code can catch it and go on', async () => {
  const handle = await bench.start('oversized', { what: 'caught' });
  expect(await handle.result()).toBe('payload.too_large');
});

it('a task that is too large is refused, also where it is an ordinary activity that makes it', async () => {
  await bench.work('users', { server: false });
  const handle = await bench.start('oversized', { what: 'task' }, 'users');
  await expect(handle.result()).rejects.toMatchObject({
    cause: { type: 'payload.too_large', message: expect.stringContaining('The input of "createTask"') },
  });
});
