import { createTask, startSystem, type TestSystem } from '../harness';
import { describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';

describeInBrowser('The inbox, opened cold', (browser) => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
  });
  afterAll(() => system?.stop());

  test('sends each query once, and hears of what comes after', async () => {
    const page = await signedIn(browser, system, 'sam@demo.test');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return;
      sent.push((request.postDataJSON() as { operationName: string }).operationName);
    });
    await page.reload();
    await page.getByRole('list', { name: 'Tasks' }).or(page.getByText('Nothing to claim')).first().waitFor();
    await page.getByText('Live', { exact: true }).first().waitFor({ state: 'attached' });
    const atStart = [...sent];
    await createTask(system.agent('demo'), { title: 'After the start', assignTo: { group: 'support-l1' } });
    await page.getByRole('link', { name: 'After the start' }).waitFor();
    expect(atStart).toEqual([...new Set(atStart)]);
    expect(atStart).toEqual(expect.arrayContaining(['Viewer', 'InboxTasks', 'TaskCounts']));
    // The list is read again for the task that came: once.
    expect(sent.filter((name) => name === 'InboxTasks')).toHaveLength(2);
  });
  test('does not wait for ever for its live feed, and reads again what it was not told of', async () => {
    const page = await signedIn(browser, system, 'sam@demo.test');
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.routeWebSocket(/graphql/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => void released.then(() => server.send(message)));
    });
    await createTask(system.agent('demo'), { title: 'There before', assignTo: { group: 'support-l1' } });
    await page.reload();
    await page.getByRole('link', { name: 'There before' }).waitFor();
    await createTask(system.agent('demo'), { title: 'Told to nobody', assignTo: { group: 'support-l1' } });
    expect(await page.getByRole('link', { name: 'Told to nobody' }).count()).toBe(0);
    release();
    await page.getByRole('link', { name: 'Told to nobody' }).waitFor();
  });
});
