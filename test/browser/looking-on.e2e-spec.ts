import { createTask, startSystem, type TestSystem } from '../harness';
import { signedIn } from '../harness/browser/sign-in';
import { accessibilityProblems, describeInBrowser } from '../harness/browser/test-browser';

describeInBrowser('Looking on in a browser', (browser) => {
  let system: TestSystem;
  let taskId: string;
  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    taskId = await createTask(system.agent('demo'), {
      title: 'To be looked at',
      form: { answer: { type: 'text' } },
      assignTo: { group: 'support-l1' },
    });
  });
  afterAll(() => system?.stop());

  /** Pages that are open go on, whatever the role is. */
  const become = async (email: string, role: string) => {
    await system.rows('UPDATE users SET role = $2 WHERE email = $1', [email, role]);
    await system.rows(
      'UPDATE sessions s SET epoch = u.session_epoch FROM users u WHERE u.id = s.user_id AND u.email = $1',
      [email],
    );
  };

  test('a viewer reads a task and is offered nothing to do; as an operator they are', async () => {
    await become('lee@demo.test', 'viewer');
    const page = await signedIn(browser, system, 'lee@demo.test');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    // A supervisor of the group by name, who leads nothing as a viewer.
    expect(await page.getByRole('link', { name: 'Team', exact: true }).count()).toBe(0);
    const task = async () => {
      await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
      await page.getByRole('heading', { level: 1, name: 'To be looked at' }).waitFor();
      await page.getByRole('heading', { name: 'Comments' }).waitFor();
    };
    await task();
    expect(await accessibilityProblems(page)).toEqual([]);
    const writing = ['Claim', 'Assign', 'Cancel task', 'Attach files', 'Comment', 'Claim and complete'];
    for (const name of writing) expect([name, await button(name).count()]).toEqual([name, 0]);
    expect(await page.getByLabel('New comment').count()).toBe(0);
    await page.goto(`${system.url('gateway')}/out-of-office`);
    await page.getByText('No absence is planned.').waitFor();
    expect(await button('Plan an absence').count()).toBe(0);
    await page.getByRole('button', { name: /Account of/ }).click();
    await page.getByText('Viewer, reads only').waitFor();

    await become('lee@demo.test', 'operator');
    await task();
    await button('Claim').first().waitFor();
    await button('Attach files').waitFor();
    await page.getByLabel('New comment').waitFor();
  });

  test('an auditor sees the work of groups that they are not in', async () => {
    await become('max@demo.test', 'operator');
    const page = await signedIn(browser, system, 'max@demo.test');
    await page.goto(`${system.url('gateway')}/tasks/${taskId}`);
    await page.getByRole('heading', { name: /not found/i }).waitFor();
    await become('max@demo.test', 'auditor');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'To be looked at' }).waitFor();
    expect(await page.getByRole('button', { name: 'Claim', exact: true }).count()).toBe(0);
  });
});
