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
    // Whatever the feed's standing would have the page read again is read before this arrives, in order.
    await page.reload();
    await page.getByRole('list', { name: 'Tasks' }).or(page.getByText('Nothing to claim')).first().waitFor();
    await page.getByText('Live', { exact: true }).first().waitFor({ state: 'attached' });
    const atStart = [...sent];
    await createTask(system.agent('demo'), { title: 'After the start', assignTo: { group: 'support-l1' } });
    await page.getByRole('link', { name: 'After the start' }).waitFor();
    process.stdout.write(
      `Sent by a cold start: ${atStart.join(' ')}; after that ${sent.slice(atStart.length).join(' ')}\n`,
    );
    expect(atStart).toEqual([...new Set(atStart)]);
    expect(atStart).toEqual(expect.arrayContaining(['Viewer', 'InboxTasks', 'TaskCounts']));
    // The list is read again for the task that came: once.
    expect(sent.filter((name) => name === 'InboxTasks')).toHaveLength(2);
  });
});
