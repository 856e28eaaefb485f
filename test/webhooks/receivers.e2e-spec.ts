import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { freePort } from '../harness/servers/ports';
import { chosenLanguages, GuideProgram } from './guide-programs';
import { WebhookAdmin } from './webhook-admin';

describe.each(chosenLanguages())('The program of the guide in %s', (language) => {
  let system: TestSystem;
  let admin: WebhookAdmin;
  let program: GuideProgram | undefined;
  beforeAll(async () => {
    system = await startSystem({
      processes: ['gateway', 'worker'],
      env: { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1' },
    });
    admin = await WebhookAdmin.of(system);
  });
  afterAll(async () => {
    await program?.stop();
    await system?.stop();
  });

  test('takes what Orkestra has signed, also while a secret takes over, and nothing else', async () => {
    const url = `http://127.0.0.1:${await freePort()}/hooks`;
    const { id, secret } = await admin.create({ url, eventTypes: ['task.created'] });
    const port = Number(new URL(url).port);
    program = await GuideProgram.start(language, secret, port);
    expect(await admin.test(id)).toMatchObject({ status: 204, problem: null });

    await createTask(system.agent('demo'), { title: 'Refund for Zoë', assignTo: { group: 'support-l1' } });
    const isThere = async () => (await admin.deliveries(id)).every(({ status }) => status === 'SENT');
    await eventually(async () => (await admin.deliveries(id)).length === 2 && (await isThere()));
    const [created] = await admin.deliveries(id);
    expect(program.lines.filter((line) => line.includes('task.created'))).toEqual([
      expect.stringContaining(created?.id ?? ''),
    ]);

    const next = await admin.rotate(id, 24);
    expect(await admin.test(id)).toMatchObject({ status: 204 });
    await admin.rotate(id, 0);
    expect(await admin.test(id)).toMatchObject({ status: 401, problem: 'It answered 401.' });
    expect(next).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  });
});
