import { createTask, eventually, startSystem, startWorkflow, type TestSystem } from '../harness';
import { describeInBrowser } from '../harness/browser/test-browser';
import { signedIn } from '../harness/browser/sign-in';
import { bundleFixtures, OWN_QUEUE, startOwnWorker } from '../harness/own-worker';

describeInBrowser('A workflow that stands still, in a browser', (browser) => {
  let system: TestSystem;
  const reconciler = () => system.temporal.schedule.getHandle('orkestra-reconcile');
  beforeAll(async () => {
    system = await startSystem();
    // It looks around when the test says so, and not before.
    await eventually(() =>
      reconciler()
        .pause()
        .then(() => true),
    );
  });
  afterAll(() => system?.stop());

  const lookAround = () => reconciler().trigger();

  test('who decided sees that no worker goes on with it, and that one does again', async () => {
    const bot = system.agent('demo');
    // A queue of one's own, for which nobody works yet.
    await system.rows(`UPDATE workflow_definitions SET task_queue = $1 WHERE name = 'handed-on'`, [
      OWN_QUEUE,
    ]);
    const workflowId = await startWorkflow(bot, 'handed-on', { title: 'Asked when somebody works' });
    const taskId = await createTask(bot, {
      title: 'Asked before',
      assignTo: { group: 'support-l1' },
      form: { answer: { type: 'text' } },
    });
    await system.rows('UPDATE tasks SET workflow_id = $1 WHERE id = $2', [
      `${system.tenantId('demo')}/${workflowId}`,
      taskId,
    ]);
    const page = await signedIn(browser, system, 'sam@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByRole('button', { name: 'Claim and complete' }).click();
    await page.locator('#main').getByText('Workflow is running').waitFor();

    await lookAround();
    const problem = page.getByRole('group', { name: 'Workflow problem' });
    await problem.getByText(`No worker polls the queue "${OWN_QUEUE}"`).waitFor();
    await page.locator('#main').getByText('Workflow stands still').waitFor();
    await page.reload();
    await problem.getByText(`No worker polls the queue "${OWN_QUEUE}"`).waitFor();

    const worker = await startOwnWorker(system.namespace, await bundleFixtures());
    await eventually(async () => {
      await lookAround();
      return (await problem.count()) === 0;
    });
    await page.locator('#main').getByText('Workflow is running').waitFor();
    await worker.stop();
  });
});
