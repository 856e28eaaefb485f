import type { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { STARTER, TENANT, TestBench } from '../../test/test-bench';
import { eventually } from '../../../../test/harness/eventually';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());

const failureOf = async (result: Promise<unknown>) =>
  await result.then(
    () => Promise.reject(new Error('The workflow did not fail')),
    (error: WorkflowFailedError) => error.cause,
  );

describe('workflow()', () => {
  it('gives the handler its input as the schema has it', async () => {
    const handle = await bench.start('checked', { question: 'Why?' });
    expect(await handle.result()).toEqual({ question: 'Why?', limit: 5 });
    expect(bench.closingOf(handle)).toEqual([
      {
        workflowId: handle.workflowId,
        place: 'local',
        status: 'completed',
        result: { question: 'Why?', limit: 5 },
      },
    ]);
  });

  it('fails on an input that does not fit', async () => {
    const handle = await bench.start('checked', { question: 'W', limit: 'five' });
    const failure = await failureOf(handle.result());
    expect(failure).toMatchObject({ type: 'workflow.invalid_input', nonRetryable: true });
    expect((failure as ApplicationFailure).details).toEqual([
      {
        fields: [
          expect.objectContaining({ pointer: '/question' }),
          expect.objectContaining({ pointer: '/limit' }),
        ],
      },
    ]);
    expect(bench.closingOf(handle)).toMatchObject([
      { status: 'failed', error: { type: 'workflow.invalid_input' } },
    ]);
  });

  it('gives back its output as the schema has it, and fails on one that does not fit', async () => {
    const handle = await bench.start('promising', { total: 5 });
    expect(await handle.result()).toEqual({ total: 5, currency: 'EUR' });
    expect(bench.closingOf(handle)).toMatchObject([{ result: { total: 5, currency: 'EUR' } }]);
    const broken = await bench.start('promising', { total: -5 });
    expect(await failureOf(broken.result())).toMatchObject({
      type: 'workflow.invalid_output',
      message: expect.stringContaining('The output of "promising" does not fit: /total'),
    });
    expect(bench.closingOf(broken)).toMatchObject([{ status: 'failed' }]);
  });

  it('knows whose it is', async () => {
    const handle = await bench.start('about');
    expect(await handle.result()).toEqual({
      workflowId: handle.workflowId.replace(`${TENANT}/`, ''),
      tenantId: TENANT,
      correlationId: 'corr-1',
      starter: STARTER,
      year: new Date().getUTCFullYear(),
    });
  });

  it('closes as failed with what it failed with', async () => {
    const failure = await bench.start('failing', { how: 'failure' });
    expect(await failureOf(failure.result())).toMatchObject({ type: 'shop.no_stock' });
    expect(bench.closingOf(failure)).toMatchObject([
      { status: 'failed', error: { type: 'shop.no_stock', message: 'No stock left' } },
    ]);
    const activity = await bench.start('failing', { how: 'activity' });
    await failureOf(activity.result());
    expect(bench.closingOf(activity)).toMatchObject([
      { status: 'failed', error: { type: 'TypeError', message: 'The shop is closed' } },
    ]);
  });

  it('completes although its end cannot be recorded', async () => {
    const { closeExecution } = bench.store.activities;
    bench.store.activities.closeExecution = () =>
      Promise.reject(ApplicationFailure.nonRetryable('Not now', 'workflow.not_found'));
    await bench.work('careless');
    bench.store.activities.closeExecution = closeExecution;
    const handle = await bench.start('about', undefined, 'careless');
    expect(await handle.result()).toMatchObject({ tenantId: TENANT });
    expect(bench.closingOf(handle)).toEqual([]);
  });

  it.each([
    ['an unknown type', 'no-such-workflow', true, 'workflow.unknown_type'],
    ['a start without a tenant', 'about', false, 'workflow.no_tenant'],
    ['a definition called as a function', 'nested', true, 'workflow.nested_call'],
    ['a signal in the name of Orkestra', 'forger', true, 'signal.reserved'],
  ])('fails on %s', async (_what, type, memo, code) => {
    const handle = await bench.start(type, { target: 'x' }, 'orkestra', memo);
    expect(await failureOf(handle.result())).toMatchObject({ type: code, nonRetryable: true });
  });
});

describe('the interceptors', () => {
  const header = { tenantId: TENANT, correlationId: 'corr-1', starter: STARTER };

  it('give every activity the tenant and the correlation id, whatever the workflow does to its memo', async () => {
    bench.activityCalls.length = 0;
    const handle = await bench.start('parent');
    await handle.result();
    const types = bench.activityCalls.map((call) => call.type);
    expect(types).toEqual(['ownActivity', 'closeExecution', 'closeExecution']);
    expect(bench.activityCalls.map((call) => call.header)).toEqual([header, header, header]);
  });

  it('keep a child in the tenant: its memo, its search attribute, its id', async () => {
    const handle = await bench.start('parent');
    expect(await handle.result()).toMatchObject({
      child: `${TENANT}/the-child`,
      seen: { tenantId: TENANT, correlationId: 'corr-1', starter: STARTER, workflowId: 'the-child' },
    });
    const child = await bench.handle(`${TENANT}/the-child`).describe();
    expect(child.typedSearchAttributes.getAll()).toContainEqual({
      key: { name: 'OrkestraTenant', type: 'KEYWORD' },
      value: TENANT,
    });
  });

  it('keep a run that continues as new in the tenant, and close it once', async () => {
    bench.activityCalls.length = 0;
    const handle = await bench.start('successor', { left: 2 });
    expect(await handle.result()).toBe('own');
    await eventually(() => bench.closingOf(handle).length > 0);
    expect(bench.activityCalls).toEqual([
      { type: 'ownActivity', header },
      { type: 'closeExecution', header },
    ]);
  });
});
