import { DeterminismViolationError } from '@temporalio/workflow';
import type { WorkflowBundle } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { historyOf, recordHistories, recordedHistories, versionToRecord } from '../test/histories';
import { bundleTestWorkflows } from '../test/sandbox-worker';

let workflowBundle: WorkflowBundle;
beforeAll(async () => void (workflowBundle = await bundleTestWorkflows()));

if (versionToRecord) it('records', () => recordHistories(versionToRecord as string));

describe('a run that an earlier version began', () => {
  it.each(recordedHistories())('replays: $name', async ({ history }) => {
    await Worker.runReplayHistory({ workflowBundle }, history);
  });

  it('would not replay as another workflow', async () => {
    const [recorded] = recordedHistories().filter(({ name }) => name.endsWith('local-in-turn'));
    const other = historyOf(recorded!.history.toJSON());
    other.events[0]!.workflowExecutionStartedEventAttributes!.workflowType!.name = 'about';
    await expect(Worker.runReplayHistory({ workflowBundle }, other)).rejects.toThrow(
      DeterminismViolationError,
    );
  });
});
