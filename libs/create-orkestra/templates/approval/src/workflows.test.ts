import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startTestEnvironment, type TestEnvironment } from '@orkestra/sdk/testing';
import { expense } from './workflows';

const lunch = { employee: 'kim', amount: 120, purpose: 'Lunch with a customer' };
let env: TestEnvironment;

before(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('./workflows'),
    activities: { payOut: async () => ({ receipt: 'r-1' }) },
    people: { 'support-l2': ['lee'] },
  });
});
after(() => env?.close());
afterEach(() => env.reset());

test('what is approved is paid', async () => {
  env.humans.approve('Expense of kim', { by: 'lee', after: '3h' });
  assert.deepEqual(await env.run(expense, lunch), { paid: true, receipt: 'r-1' });
});

test('what is rejected is not, and the reason is kept', async () => {
  env.humans.reject('Expense of kim', { by: 'lee', reason: 'Too much' });
  assert.deepEqual(await env.run(expense, lunch), { paid: false, reason: 'Too much' });
});

test('nobody is asked for little', async () => {
  assert.deepEqual(await env.run(expense, { ...lunch, amount: 9 }), { paid: true, receipt: 'r-1' });
  assert.equal(env.tasks.length, 0);
});
