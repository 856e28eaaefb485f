import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ApiClient, eventually, type Json, startSystem, type TestSystem } from '../harness';
import { testRun } from '../harness/run/test-run';
import { run } from '../mcp/public-tool';

let system: TestSystem;
let ada: ApiClient;
let keyFile: string;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway', 'worker'] });
  ada = await system.person('ada@demo.test');
});
afterAll(() => system?.stop());

const fileOf = (name: string) => join(testRun.folder, `${name}-${system.tenantId('demo').slice(-6)}`);

/** The command as an operator calls it; without an environment it reaches no database. */
async function orkestra(args: string[], env: Record<string, string> = {}) {
  const program = join(__dirname, '../../libs/cli/bin/orkestra.js');
  const { exitCode, stdout, stderr } = await run(process.execPath, [program, ...args, '--json'], { env });
  return { code: exitCode, ...(JSON.parse(stdout || stderr) as Json) } as Json;
}

const operatorEnv = () => ({
  DATABASE_URL: system.database.databaseUrl,
  SYSTEM_DATABASE_URL: system.database.systemDatabaseUrl,
  ORKESTRA_OPERATOR: 'robin@db-1',
});

async function download(client: ApiClient, query = ''): Promise<{ status: number; text: string }> {
  const response = await client.request(`/api/v1/audit/export${query}`);
  return { status: response.status, text: await response.text() };
}

test('the worker seals what was done, by itself', async () => {
  const chain = '{ auditChain { signs entries sealedAt checkpoint keyId unsealed } }';
  await eventually(async () => {
    const { auditChain } = await ada.graphql(chain);
    expect(auditChain).toMatchObject({ signs: true, unsealed: 0, checkpoint: expect.any(String) });
    return auditChain.entries > 0;
  });
});

test('the public keys are there for everybody, and for openssl', async () => {
  const response = await system.anonymous().request('/api/v1/evidence/keys');
  expect(response.headers.get('content-type')).toContain('application/jwk-set+json');
  const set = (await response.json()) as Json;
  expect(set['keys']).toEqual([expect.objectContaining({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' })]);
  expect(JSON.stringify(set)).not.toContain('"d"');
  keyFile = fileOf('keys.json');
  await writeFile(keyFile, JSON.stringify(set));
  const { keys } = await orkestra(['audit', 'keys'], operatorEnv());
  expect(keys).toMatchObject([{ id: set['keys'][0].kid, pem: expect.stringContaining('BEGIN PUBLIC KEY') }]);
});

test('an admin downloads the audit log, and anybody checks it without a database', async () => {
  const { status, text } = await download(ada);
  expect(status).toBe(200);
  const file = fileOf('audit.jsonl');
  await writeFile(file, text);
  const whole = await orkestra(['audit', 'verify', file, '--key', keyFile]);
  expect(whole).toMatchObject({ code: 0, ok: true, trusted: true, findings: [] });
  expect(whole['entries']).toBeGreaterThan(0);
  // That it was exported stands in the next one.
  expect((await download(ada)).text).toContain('"audit.exported"');

  const lines = text.trimEnd().split('\n');
  const at = lines.findIndex((line) => line.includes('"sign_in.succeeded"'));
  const forged = lines.map((line, index) =>
    index === at ? line.replace('sign_in.succeeded', 'sign_in.refused') : line,
  );
  await writeFile(file, `${forged.join('\n')}\n`);
  const changed = await orkestra(['audit', 'verify', file, '--key', keyFile]);
  expect(changed).toMatchObject({ code: 1, ok: false, findings: [{ line: at + 1, code: 'changed' }] });

  await writeFile(file, `${lines.slice(0, -1).join('\n')}\n`);
  expect(await orkestra(['audit', 'verify', file, '--key', keyFile])).toMatchObject({ code: 1, ok: false });
});

test('a period is asked for by its moments, which are checked', async () => {
  const since = new Date(Date.now() - 3_600_000).toISOString();
  expect((await download(ada, `?since=${since}`)).status).toBe(200);
  expect((await download(ada, '?until=2001-01-01T00:00:00Z')).status).toBe(404);
  const wrong = await download(ada, '?since=yesterday');
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('takes a day such as');
});

test('whoever may not read the audit log exports none', async () => {
  for (const client of [await system.person('sam@demo.test'), system.agent('demo')])
    expect((await download(client)).status).toBe(403);
  expect((await download(system.anonymous())).status).toBe(401);
});

test('the operator writes the same into a new file that nobody else may read', async () => {
  const file = fileOf('by-operator.jsonl');
  const args = ['audit', 'export', '--tenant', 'demo', '--out', file];
  expect(await orkestra(args, operatorEnv())).toMatchObject({ code: 0, file });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await orkestra(['audit', 'verify', file, '--key', keyFile])).toMatchObject({ code: 0, ok: true });
  expect(await orkestra(args, operatorEnv())).toMatchObject({ code: 2, error: { code: 'file' } });
  const early = [...args.slice(0, 4), '--out', fileOf('none.jsonl'), '--until', '2001-01-01'];
  expect(await orkestra(early, operatorEnv())).toMatchObject({ error: { code: 'audit.nothing_sealed' } });
  await expect(stat(fileOf('none.jsonl'))).rejects.toThrow('ENOENT');
  // Its keys are those of the servers: none of its own came in between.
  expect((await orkestra(['audit', 'keys'], operatorEnv()))['keys']).toHaveLength(1);
});

test.each([
  ['a file that is not there', ['audit', 'verify', '/nowhere'], 'file'],
  ['a private key', ['audit', 'verify', __filename, '--key', 'PRIVATE'], 'key'],
  ['a checkpoint that is none', ['audit', 'verify', __filename, '--checkpoint', 'x'], 'usage'],
  ['a receipt without a key', ['audit', 'verify-receipt', __filename], 'usage'],
])('the command says what is wrong with %s', async (_, args, code) => {
  const secret = fileOf('private.pem');
  await writeFile(secret, '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----\n');
  const ended = await orkestra(args.map((arg) => (arg === 'PRIVATE' ? secret : arg)));
  expect(ended).toMatchObject({ code: 2, error: { code } });
});

test('a decided task has a receipt that is checked offline', async () => {
  const sam = await system.person('sam@demo.test');
  const spec = { title: 'Refund', form: { ok: { type: 'boolean' } }, assignTo: { group: 'support-l1' } };
  const create = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }';
  const agent = system.agent('demo');
  const taskId = (await agent.graphql(create, { input: { spec } })).createTask.task.id as string;
  const read = 'query ($taskId: ID!) { decisionReceipt(taskId: $taskId) { envelope keyId } }';
  expect(await sam.graphql(read, { taskId })).toEqual({ decisionReceipt: null });
  const complete = 'mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { task { id } } }';
  await sam.graphql(complete, { input: { taskId, data: { ok: true }, claim: true } });
  const { decisionReceipt } = await sam.graphql(read, { taskId });
  const file = fileOf('receipt.json');
  await writeFile(file, JSON.stringify(decisionReceipt.envelope));
  const checked = await orkestra(['audit', 'verify-receipt', file, '--key', keyFile]);
  expect(checked).toMatchObject({ code: 0, ok: true, keyId: decisionReceipt.keyId });
  expect(checked['statement'].predicate).toMatchObject({ taskId, outcome: 'completed' });
  await writeFile(file, (await readFile(file, 'utf8')).replace(/"payload":"ey./, '"payload":"eyX'));
  expect(await orkestra(['audit', 'verify-receipt', file, '--key', keyFile])).toMatchObject({
    ...{ code: 1, ok: false, problem: 'signature' },
  });
});
