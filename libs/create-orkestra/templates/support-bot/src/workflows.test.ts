import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { startTestEnvironment, type TestEnvironment } from '@orkestra/sdk/testing';
import * as activities from './activities';
import { support } from './workflows';

let env: TestEnvironment;

before(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('./workflows'),
    activities,
    people: { 'support-l1': ['sam'] },
  });
});
after(() => env?.close());
afterEach(() => env.reset());

test('the bot answers what it knows', async () => {
  const { handledBy } = await env.run(support, { question: 'How long does delivery take?' });
  assert.equal(handledBy, 'bot');
  assert.equal(env.tasks.length, 0);
});

test('a person answers the rest', async () => {
  env.humans.answer('Customer needs help', { answer: 'Call us' }, { by: 'sam', after: '20m' });
  const { answer } = await env.run(support, { question: 'My parcel is wet, what now?' });
  assert.equal(answer, 'Call us');
});
