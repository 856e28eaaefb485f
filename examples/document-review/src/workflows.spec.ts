import type { TestEnvironment } from '@orkestra/sdk/testing';
import { startTestEnvironment } from '@orkestra/sdk/testing';
import { resolveTemporalTestServer } from '../../../test/harness/servers/temporal-test-server';
import type * as activities from './activities';
import { documentReview } from './workflows';

const [VERSION, RELEASE] = ['document-version', 'document-release'];
const INPUT = { title: 'Handbook', author: 'ann' };
const FINE = { verdict: 'fine' };
let env: TestEnvironment;
const attachments: Parameters<typeof activities.attachFile>[0][] = [];

beforeAll(async () => {
  env = await startTestEnvironment({
    workflowsPath: require.resolve('./workflows'),
    activities: {
      attachFile: (asked: (typeof attachments)[number]) => Promise.resolve(void attachments.push(asked)),
    },
    people: { authors: ['ann'], editors: ['ed'], legal: ['lea'], finance: ['finn'], directors: ['dora'] },
    testServer: await resolveTemporalTestServer(),
  });
}, 120_000);
afterAll(() => env.close());
afterEach(() => {
  expect(env.humans.unused).toEqual([]);
  env.reset();
  attachments.length = 0;
});

const upload = (file: string) => env.humans.answer(VERSION, { file, note: 'As discussed' }, { by: 'ann' });
const reviewBy = (group: string, data: object, after = '1d') =>
  env.humans.answer(new RegExp(`^Review .* for ${group}$`), { ...data }, { after });
const titles = () => env.tasks.map(({ title }) => title);
/** Which file lies beside which task. */
const files = () =>
  attachments
    .map(({ taskId, version }) => [
      env.tasks.find((task) => task.taskId === taskId)?.title,
      version.attachmentId,
    ])
    .sort();

it('passes an editor, then two at the same time, then the last one', async () => {
  upload('file-1');
  reviewBy('editors', FINE);
  reviewBy('legal', FINE, '2d');
  reviewBy('finance', FINE, '2d');
  env.humans.approve(RELEASE, { by: 'dora' });
  expect(await env.run(documentReview, INPUT)).toEqual({
    status: 'approved',
    version: 1,
    reviewedBy: ['ed', 'lea', 'finn'],
  });
  // One day for the editor, and two for both of the others together.
  const [upload1, release] = [env.tasks[0], env.tasks.at(-1)].map(
    (task) => task?.events[0]?.at.getTime() ?? 0,
  );
  expect(Math.round(((release ?? 0) - (upload1 ?? 0)) / 86_400_000)).toBe(3);
  expect(files()).toEqual([
    ['Release "Handbook"?', 'file-1'],
    ['Review "Handbook", version 1, for editors', 'file-1'],
    ['Review "Handbook", version 1, for finance', 'file-1'],
    ['Review "Handbook", version 1, for legal', 'file-1'],
  ]);
});

it('goes back to the author before anybody else sees it, when the editor wants a change', async () => {
  upload('file-1');
  reviewBy('editors', { verdict: 'change', comment: 'No table of contents' });
  upload('file-2');
  for (const group of ['editors', 'legal', 'finance']) reviewBy(group, FINE);
  env.humans.approve(RELEASE);
  expect(await env.run(documentReview, INPUT)).toMatchObject({ version: 2 });
  expect(titles().slice(0, 4)).toEqual([
    'Upload "Handbook", version 1',
    'Review "Handbook", version 1, for editors',
    'Upload "Handbook", version 2',
    'Review "Handbook", version 2, for editors',
  ]);
  expect(env.tasks[2]?.spec.description).toBe('ed (editors): No table of contents');
});

it('brings the author what both reviewers want, at once', async () => {
  upload('file-1');
  reviewBy('editors', FINE);
  reviewBy('legal', { verdict: 'change', comment: 'Name the law' });
  reviewBy('finance', { verdict: 'change', comment: 'What does it cost?' }, '2d');
  upload('file-2');
  for (const group of ['editors', 'legal', 'finance']) reviewBy(group, FINE);
  env.humans.reject(RELEASE, { reason: 'Not this year' });
  expect(await env.run(documentReview, INPUT)).toMatchObject({ status: 'rejected', version: 2 });
  const second = env.tasks.find(({ title }) => title === 'Upload "Handbook", version 2');
  expect(second?.spec.description).toBe('lea (legal): Name the law\nfinn (finance): What does it cost?');
});

it('has a version that the last one asks for reviewed again before it is approved', async () => {
  for (const file of ['file-1', 'file-2']) {
    upload(file);
    for (const group of ['editors', 'legal', 'finance']) reviewBy(group, FINE);
  }
  env.humans.requestChanges(RELEASE, { by: 'dora', reason: 'Shorter' }).approve(RELEASE, { by: 'dora' });
  expect(await env.run(documentReview, INPUT)).toMatchObject({ status: 'approved', version: 2 });
  expect(env.tasks.find(({ title }) => title.endsWith('version 2'))?.spec.description).toBe('Shorter');
  const release = files().filter(([title]) => title?.startsWith('Release'));
  expect(release.map(([, file]) => file)).toEqual(['file-1', 'file-2']);
});

it('is not released by its author', async () => {
  env.humans.answer(VERSION, { file: 'file-1', note: 'New' }, { by: 'dora' });
  for (const group of ['editors', 'legal', 'finance']) reviewBy(group, FINE);
  env.humans.approve(RELEASE, { by: 'dora' });
  const run = env.run(documentReview, { ...INPUT, author: 'dora' });
  await expect(run).rejects.toThrow('is asked for dora, who may not decide it');
});
