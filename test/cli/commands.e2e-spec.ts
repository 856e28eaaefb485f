import { ended, type Json, signalsIn, startSystem, taskOf, type TestSystem } from '../harness';
import { createTask } from '../harness/system/task-mutations';
import { freePort } from '../harness/servers/ports';
import { doctorCases } from './doctor-cases';
import { OrkestraProgram } from './orkestra-program';

/** What a terminal must not get. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

let system: TestSystem;
let orkestra: OrkestraProgram;
let local: Record<string, string>;

beforeAll(async () => {
  system = await startSystem();
  orkestra = new OrkestraProgram({
    ORKESTRA_URL: system.url('gateway'),
    ORKESTRA_API_KEY: system.apiKey('demo'),
    TZ: 'Asia/Kolkata',
  });
  local = orkestra.localStack(system, ['sam@demo.test', 'lee@demo.test']);
});
afterAll(async () => {
  await system?.stop();
  orkestra?.remove();
});

const lines = (text: string) => text.split('\n').slice(0, -1);
const sam = (...args: string[]) =>
  orkestra.text([...args, '--as', 'sam@demo.test'], { ...local, ORKESTRA_API_KEY: '' });

/** A workflow that waits for a task. */
async function waiting(title: string, type = 'one-task'): Promise<{ workflowId: string; taskId: string }> {
  const workflowId = (await orkestra.text(['workflows', 'start', type, '--set', `title=${title}`])).trim();
  const task = await taskOf(system.agent('demo'), workflowId);
  return { workflowId, taskId: task.id as string };
}

describe('orkestra workflows', () => {
  test('types lists what can be started', async () => {
    const types = lines(await orkestra.text(['workflows', 'types', '--json'])).map(
      (line) => JSON.parse(line) as Json,
    );
    expect(types.map(({ name }) => name as string)).toEqual(
      expect.arrayContaining(['one-task', 'customer-support']),
    );
  });

  test('start with one key twice is one execution, and signals count once for each operation id', async () => {
    const start = ['workflows', 'start', 'counted-signals', '--key', 'counted'];
    expect(await orkestra.text(start)).toBe('counted\n');
    expect(await orkestra.json(start)).toMatchObject({ id: 'counted', type: 'counted-signals' });
    const add = ['workflows', 'signal', 'counted', 'add', '--set', 'amount=1.5', '--operation-id', 'first'];
    await orkestra.text(add);
    await orkestra.text(add);
    await orkestra.text(['workflows', 'signal', 'counted', 'stop']);
    expect((await ended(system.agent('demo'), 'counted')).result).toEqual({ added: [{ amount: 1.5 }] });
    const shown = await orkestra.text(['workflows', 'show', 'counted']);
    expect(shown).toMatch(/status +COMPLETED/);
    expect(shown).toMatch(/started +20\d\d-\d\d-\d\d \d\d:\d\d \+05:30 by support-bot/);
  });

  test('cancel asks an execution to end; list finds it by type and status', async () => {
    const { workflowId } = await waiting('To be cancelled');
    expect(await orkestra.text(['workflows', 'cancel', workflowId, '--reason', 'no need'])).toContain(
      'asked to end',
    );
    expect((await ended(system.agent('demo'), workflowId)).status).toBe('CANCELLED');
    const list = ['workflows', 'list', '--type', 'one-task', '--status', 'cancelled'];
    const rows = lines(await orkestra.text([...list, '--json'])).map((line) => JSON.parse(line) as Json);
    expect(rows.map(({ id }) => id as string)).toEqual([workflowId]);
    expect(await orkestra.text(list)).toContain(workflowId);
  });

  test('what is wrong ends with a sentence and its own exit code', async () => {
    const unknown = await orkestra.run(['workflows', 'show', 'nobody', '--json']);
    expect(unknown).toMatchObject({ code: 3, out: '' });
    expect(JSON.parse(unknown.err)).toMatchObject({ error: { message: expect.any(String) } });
    expect(await orkestra.run(['workflows', 'start', 'no-such-type'])).toMatchObject({
      code: expect.any(Number),
    });
    const rounded = ['workflows', 'start', 'echo', '--set', 'id=12345678901234567890'];
    expect(await orkestra.run(rounded)).toMatchObject({
      code: 2,
      err: expect.stringContaining('/id has more digits'),
    });
    expect((await orkestra.run(['workflows', 'list', '--status', 'odd'])).err).toContain(
      '--status takes starting',
    );
  });
});

describe('orkestra tasks', () => {
  test('list goes through pages, filters, and writes a line of JSON for each', async () => {
    const agent = system.agent('demo');
    const titles = Array.from({ length: 25 }, (_, index) => `Paged ${index}`);
    for (const title of titles)
      await createTask(agent, { title, type: 'paged', assignTo: { group: 'support-l2' } });
    const list = ['tasks', 'list', '--type', 'paged', '--order', 'created-asc', '--json'];
    const first = await orkestra.run([...list, '--limit', '10']);
    const [cursor = ''] = /--after (\S+)/.exec(first.err)?.slice(1) ?? [];
    const rest = await orkestra.run([...list, '--all', '--after', cursor]);
    const found = [...lines(first.out), ...lines(rest.out)].map(
      (line) => (JSON.parse(line) as Json).title as string,
    );
    expect(found).toEqual(titles);
    expect(rest.err).toBe('');
    const table = await orkestra.text(['tasks', 'list', '--type', 'paged', '--limit', '2']);
    expect(lines(table)).toHaveLength(3);
    expect(table).toMatch(/^ID +STATUS +PRIORITY +DUE +WHO +TITLE\n[0-9a-f-]{36} {2}READY/);
    expect((await orkestra.run(['tasks', 'list', '--type', 'nothing'])).err).toBe('There are none.\n');
  });

  test('a key may not claim, and is told who may', async () => {
    const { taskId } = await waiting('For people');
    const refused = await orkestra.run(['tasks', 'claim', taskId]);
    expect(refused).toMatchObject({ code: 4, out: '' });
    expect(refused.err).toContain('Only a person may claim');
    expect(refused.err).toContain(`${system.url('gateway')}/tasks/${taskId}`);
    expect(refused.err).toContain('--as EMAIL');
    const elsewhere = await orkestra.run(['tasks', 'claim', taskId, '--as', 'sam@demo.test']);
    expect(elsewhere).toMatchObject({ code: 2, err: expect.stringContaining('on the stack of npm start') });
  });

  test('a person of the demo claims, releases and completes, and the workflow goes on once', async () => {
    const { workflowId, taskId } = await waiting('By the terminal');
    expect(await sam('tasks', 'claim', taskId)).toBe('"By the terminal" is held by sam@demo.test now.\n');
    expect(await sam('tasks', 'list', '--mine')).toContain(taskId);
    expect(await sam('tasks', 'release', taskId)).toContain('is free again, for (support-l1)');
    const complete = [
      'tasks',
      'complete',
      taskId,
      '--claim',
      '--input',
      '-',
      '--set',
      'score=4',
      '--operation-id',
      'once',
    ];
    const as = { ...local, ORKESTRA_API_KEY: '' };
    const both = ['--as', 'sam@demo.test'];
    await orkestra.text([...complete, ...both], as, '{"answer": "Yes", "score": 1}');
    await orkestra.text([...complete, ...both], as, '{"answer": "Yes", "score": 1}');
    const { result } = await ended(system.agent('demo'), workflowId);
    expect(result).toEqual({ answer: 'Yes', score: 4, by: 'Sam Okafor' });
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(1);
    const shown = await orkestra.text(['tasks', 'show', taskId]);
    expect(shown).toMatch(/status +COMPLETED/);
    expect(shown).toContain('"answer": "Yes"');
    const again = await orkestra.run(['tasks', 'complete', taskId, ...both], as);
    expect(again).toMatchObject({ code: 4, err: expect.stringContaining('already completed') });
  });

  test('an answer that the form refuses is told by its fields', async () => {
    const { taskId } = await waiting('With a form');
    const wrong = await orkestra.run(
      ['tasks', 'complete', taskId, '--claim', '--set', 'score=9', '--as', 'sam@demo.test'],
      { ...local, ORKESTRA_API_KEY: '' },
    );
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/\/answer: /);
    expect(wrong.err).toMatch(/\/score: /);
  });

  test('an approval is decided by the digest of what was shown', async () => {
    const started = ['workflows', 'start', 'approved-offer', '--input', '-'];
    const workflowId = (await orkestra.text(started, {}, '{"title": "An offer", "amount": 100}')).trim();
    const { id } = await taskOf(system.agent('demo'), workflowId);
    const as = { ...local, ORKESTRA_API_KEY: '' };
    const approve = ['tasks', 'approve', id as string, '--as', 'sam@demo.test'];
    expect(await orkestra.run(approve, as)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--digest'),
    });
    expect(await orkestra.run([...approve, '--digest', '0'.repeat(64)], as)).toMatchObject({ code: 4 });
    const { approval } = await orkestra.json(['tasks', 'show', id as string]);
    const right = [...approve, '--digest', approval.payloadDigest as string, '--reason', 'cheap'];
    expect(await orkestra.text(right, as)).toBe('"An offer" is approved.\n');
    expect((await ended(system.agent('demo'), workflowId)).result).toMatchObject({
      approved: true,
      reason: 'cheap',
    });
  });

  test('what others wrote does not control the terminal', async () => {
    const hostile = 'Pay \u001b[2J\u202egnp.exe\u0007';
    const id = await createTask(system.agent('demo'), {
      title: 'Plain',
      description: hostile,
      context: { [hostile]: `${hostile}\u009b31m` },
      assignTo: { group: 'support-l1' },
    });
    for (const more of [[], ['--json']])
      expect(await orkestra.text(['tasks', 'show', id, ...more])).not.toMatch(CONTROL);
    expect((await orkestra.json(['tasks', 'show', id])).description).toContain('gnp.exe');
  });

  test('a wrong key, another address and a gateway that is away are told apart', async () => {
    const list = ['tasks', 'list', '--limit', '1'];
    const wrongKey = await orkestra.run(list, {
      ORKESTRA_API_KEY: `ork_${'0'.repeat(12)}_${'a'.repeat(43)}`,
    });
    expect(wrongKey).toMatchObject({ code: 2, out: '', err: expect.stringContaining('ORKESTRA_API_KEY') });
    expect(wrongKey.err).not.toContain('a'.repeat(43));
    const away = await orkestra.run(list, { ORKESTRA_URL: `http://127.0.0.1:${await freePort()}` });
    expect(away).toMatchObject({ code: 1, err: expect.stringContaining('ECONNREFUSED') });
    expect(await orkestra.run(list, { ORKESTRA_API_KEY: '' })).toMatchObject({ code: 2 });
    expect(await orkestra.run(list, { ORKESTRA_URL: '', ORKESTRA_API_KEY: '' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no gateway'),
    });
  });

  test('whoever reads may stop reading', async () => {
    const { status, stderr } = await orkestra.shell('tasks list --all --json | head -n 1 | wc -l');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

doctorCases(() => ({ system, orkestra, local }));
