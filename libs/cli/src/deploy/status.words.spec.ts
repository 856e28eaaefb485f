import type { BuildStatus, DeploymentStatus } from './status';
import { statusText } from './status.words';

const since = new Date('2026-11-28T09:12:33Z');
const build = (of: Partial<BuildStatus>): BuildStatus => ({
  ...{ buildId: 'b1', state: 'current', since, pinned: 0, upgrading: 0, needed: true, executions: [], ...of },
});
const status = (of: Partial<DeploymentStatus>): DeploymentStatus => ({
  ...{
    name: 'my-bot',
    builds: [],
    current: 'b1',
    ramping: undefined,
    buildsLeftOut: 0,
    withoutVersion: 0,
    ...of,
  },
});

it('names what needs an old build, and says what is left out', () => {
  const execution = { workflowId: 't/r7', runId: 'r', workflow: 'review', startedAt: since };
  const waitsFor = [{ title: 'Review the lease', taskId: 'a', since }];
  const old = build({
    ...{ buildId: 'b0', state: 'draining', pinned: 3, upgrading: 1 },
    executions: [
      { ...execution, waitsFor },
      { ...execution, workflowId: 't/r8', waitsFor: [] },
    ],
  });
  const text = statusText(
    status({ builds: [build({ pinned: 9 }), old], buildsLeftOut: 2, withoutVersion: 1 }),
  );
  expect(text.split('\n')).toEqual([
    'my-bot',
    '  b1  current since 2026-11-28 09:12 UTC, open: 9 pinned',
    '  b0  draining since 2026-11-28 09:12 UTC, open: 3 pinned, 1 that upgrade',
    '    t/r7 (review) waits for "Review the lease" since 2026-11-28 09:12 UTC',
    '    t/r8 (review) runs since 2026-11-28 09:12 UTC, waits for no task',
    '    and 1 more (--limit)',
    '  2 older builds left out',
    '  1 open execution without a version; the current build takes them',
  ]);
});

it.each([
  ['drained', 'its workers can be switched off'],
  ['draining', 'Temporal confirms that it is drained within minutes'],
  ['inactive', 'not in use yet'],
] as const)('says of a %s build that nothing needs: %s', (state, words) => {
  expect(statusText(status({ builds: [build({ state, needed: false })] }))).toContain(words);
});
