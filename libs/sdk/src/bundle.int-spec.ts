import { bundleTestWorkflows } from '../test/sandbox-worker';

it('what runs in the sandbox has nothing of the test kit in it', async () => {
  const { code } = await bundleTestWorkflows();
  expect(code).toContain('escalation.invalid');
  expect(code).not.toMatch(/HumanScriptError|MemoryServer|TestWorkflowEnvironment/);
});
