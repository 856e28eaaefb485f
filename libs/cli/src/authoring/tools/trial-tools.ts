import { z } from 'zod';
import type { Event } from '../developer/developer';
import { ToolError } from '../workspace/workspace.errors';
import { type Tool, tool } from './tool';
import type { Trial } from './trial';

interface Watcher {
  tell(event: Event): void;
  /** @throws TalkEndedError where the developer does not allow it */
  mayRun(): Promise<void>;
}

/** Trying what is proposed. */
export function trialTools(trial: Trial, watcher: Watcher): Tool[] {
  return [
    tool({
      name: 'check',
      description:
        "Checks the types of the project with your proposal by its own tsconfig.json. Says each error's file and line.",
      input: z.object({}),
      run: async () => {
        const problems = await trial.check();
        watcher.tell(
          problems.length === 0
            ? { type: 'tool', tool: 'check', ok: true, text: 'The types fit.' }
            : { type: 'tool', tool: 'check', ok: false, text: `Does not compile: ${problems[0] ?? ''}` },
        );
        if (problems.length > 0) throw new ToolError(problems.join('\n'));
        return 'The types fit.';
      },
    }),
    tool({
      name: 'run_test',
      description:
        "Runs one test file of the proposal (node:test with @orkestra/sdk/testing) on Temporal's test server, without network keys and within a time limit.",
      input: z.object({ path: z.string().describe('Such as src/refund.test.ts') }),
      run: async ({ path }) => {
        const { isGreen, passed, failed, seconds, output } = await trial.test(path, () => watcher.mayRun());
        const text = `${path}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`;
        watcher.tell({ type: 'tool', tool: 'run_test', ok: isGreen, text });
        if (!isGreen) throw new ToolError(output);
        return output;
      },
    }),
  ];
}
