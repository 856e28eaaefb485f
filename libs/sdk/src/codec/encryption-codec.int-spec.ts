import { randomBytes } from 'node:crypto';
import { resolveTemporalTestServer } from '../../../../test/harness/servers/temporal-test-server';
import { impatient, support } from '../../test/support.workflows';
import { startTestEnvironment, type TestEnvironment } from '../testing/index';
import { dataConverterFrom } from '.';

let env: TestEnvironment;
beforeAll(async () => {
  const key = randomBytes(32).toString('base64');
  env = await startTestEnvironment({
    workflowsPath: require.resolve('../../test/support.workflows.ts'),
    activities: { draftAnswer: (question: string) => Promise.resolve(`Draft for ${question}`) },
    people: { 'support-l1': ['sam', 'mallory'] },
    dataConverter: dataConverterFrom({ TEMPORAL_CODEC: 'on', TEMPORAL_CODEC_KEY: key }),
    testServer: await resolveTemporalTestServer(),
  });
});
afterAll(() => env?.close());
afterEach(() => env.reset());

it('lets a workflow ask, and get its answer, while time is skipped', async () => {
  env.humans.answer(/needs help/, { answer: 'Yes' });
  expect(await env.run(support, { question: 'Why?' })).toEqual({
    answer: 'Yes',
    tone: 'friendly',
    by: 'sam',
  });
  expect(env.tasks[0]?.spec.context).toEqual({ draft: 'Draft for Why?' });
});

it('lets timers end what nobody answers', async () => {
  env.humans.ignore(/needs help/);
  expect(await env.run(impatient, undefined)).toBe('nobody in a day');
});
