import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type ApiClient,
  complete,
  ended,
  eventually,
  type Json,
  listTasks,
  readTaskPage,
  run,
  startSystem,
  startWorkflow,
  type TestSystem,
} from '../harness';

const FOLDER = mkdtempSync(join(tmpdir(), 'orkestra-review-'));
const KEY_FILE = join(FOLDER, 'key');
const EXAMPLE = resolve(__dirname, '../../examples/document-review');
const CONTENT = 'Chapter 1: what an office is';
const NAME = 'Händbuch.txt';
const MEMBERS = { editors: 'lee', legal: 'max', finance: 'lee', directors: 'ada' };
const FILES = 'query ($id: ID!) { task(id: $id) { attachments { name url } } }';

describe('The example document-review', () => {
  let system: TestSystem;
  let people: Record<string, ApiClient>;

  beforeAll(async () => {
    system = await startSystem({
      env: {
        WORKFLOW_PROJECTS: EXAMPLE,
        ATTACHMENTS_DIR: join(FOLDER, 'files'),
        DOCUMENT_REVIEW_KEY_FILE: KEY_FILE,
      },
    });
    writeFileSync(KEY_FILE, `${system.apiKey('demo')}\n`);
    const signIn = async (name: string) => [name, await system.person(`${name}@demo.test`)] as const;
    people = Object.fromEntries(await Promise.all(['ada', 'sam', 'lee', 'max'].map(signIn)));
    for (const [group, name] of Object.entries(MEMBERS)) await makeGroup(group, name);
  });
  afterAll(async () => {
    await system?.stop();
    rmSync(FOLDER, { recursive: true });
  });

  const by = (name: string): ApiClient => people[name] as ApiClient;
  const makeGroup = async (key: string, member: string) => {
    const [user] = await system.rows('SELECT id FROM users WHERE email = $1', [`${member}@demo.test`]);
    const create = 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { group { key } } }';
    await by('ada').graphql(create, { input: { key, name: key } });
    const put = `mutation ($input: ChangeGroupMembersInput!) { changeGroupMembers(input: $input) { group { key } } }`;
    await by('ada').graphql(put, { input: { group: key, put: [{ personId: user?.id, role: 'MEMBER' }] } });
  };
  const taskFor = (name: string, title: string): Promise<Json> =>
    eventually(async () => (await listTasks(by(name), {})).find((task) => task.title === title));
  /** What somebody finds beside a task, once there is a file. */
  const fileBeside = async (name: string, id: string) => {
    const found = await eventually(async () => {
      const { task } = await by(name).graphql(FILES, { id });
      return (task.attachments as Json[])[0];
    });
    const download = await by(name).request(found.url as string);
    return { name: found.name as string, content: await download.text() };
  };
  const upload = async (title: string): Promise<string> => {
    const { id } = await taskFor('sam', title);
    const body = new FormData();
    body.append('file', new Blob([CONTENT], { type: 'text/plain' }), NAME);
    const response = await by('sam').request(`/api/v1/tasks/${id}/attachments`, { method: 'POST', body });
    const attachment = (await response.json()) as Json;
    await complete(by('sam'), id as string, { file: attachment.id, note: 'First words' });
    return attachment.url as string;
  };
  const review = async (group: keyof typeof MEMBERS) => {
    const name = MEMBERS[group];
    const { id } = await taskFor(name, `Review "Handbook", version 1, for ${group}`);
    const file = await fileBeside(name, id as string);
    await complete(by(name), id as string, { verdict: 'fine' }, { claim: true });
    return file;
  };

  test('a file that the author uploads is read by each reviewer, beside a task of their own', async () => {
    const input = { title: 'Handbook', author: 'sam@demo.test' };
    const workflowId = await startWorkflow(system.agent('demo'), 'document-review', input);
    const url = await upload('Upload "Handbook", version 1');
    // The lawyer may not see the author's task, so neither what is attached to it.
    expect((await by('max').request(url)).status).toBe(404);

    const file = { name: NAME, content: CONTENT };
    expect(await review('editors')).toEqual(file);
    expect(await Promise.all([review('legal'), review('finance')])).toEqual([file, file]);

    const { id } = await taskFor('ada', 'Release "Handbook"?');
    expect(await fileBeside('ada', id as string)).toEqual(file);
    const { payloadDigest } = (await readTaskPage(by('ada'), id as string)).approval as Json;
    await run(by('ada'), 'approveTask', { taskId: id, payloadDigest });
    expect(await ended(by('ada'), workflowId)).toMatchObject({
      status: 'COMPLETED',
      result: { status: 'approved', version: 1, reviewedBy: ['Lee Tanaka', 'Max Novak', 'Lee Tanaka'] },
    });
  });
});
