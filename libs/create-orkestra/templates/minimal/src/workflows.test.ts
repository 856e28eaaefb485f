import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestEnvironment, type TestEnvironment } from '@orkestra/sdk/testing';
import { askAPerson } from './workflows';

const told: string[] = [];
let env: TestEnvironment;

before(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('./workflows'),
    activities: { tellCustomer: async ({ answer }: { answer: string }) => void told.push(answer) },
    people: { 'support-l1': ['sam'] },
  });
});
after(() => env?.close());

test('the customer hears what the person answered, a day later', async () => {
  env.humans.answer('A customer asks', { answer: 'Yes' }, { by: 'sam', after: '1d' });
  const result = await env.run(askAPerson, { customer: 'Kim', question: 'Do you ship abroad?' });
  assert.deepEqual(result, { answer: 'Yes' });
  assert.deepEqual(told, ['Yes']);
});
