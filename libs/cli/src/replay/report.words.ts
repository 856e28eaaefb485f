import type { Misfit } from './explain';
import type { Sample } from './open-histories';
import type { ReplayReport } from './report';

/** The report for people. */
export function reportText({ buildId, samples, pinned, unknown, misfit }: ReplayReport): string {
  const replayed = samples.reduce((sum, sample) => sum + sample.replayed, 0);
  const why = misfit === undefined ? ' (--limit)' : '';
  const lines = samples.filter(({ open }) => open > 0).map((sample) => sampleText(sample, why));
  if (pinned > 0) lines.push(`  ${pinned} pinned to builds of their own, not replayed (--pinned)`);
  for (const { workflow, workflowId } of unknown)
    lines.push(`  ${workflow} is open (${workflowId}), and the build does not have it`);
  if (misfit !== undefined)
    return [`Build ${buildId} does not fit what is open.`, ...lines, ...misfitLines(misfit)].join('\n');
  if (unknown.length > 0) return [`Build ${buildId} lacks workflows that are open.`, ...lines].join('\n');
  if (replayed === 0) return [`Nothing is open that build ${buildId} would go on with.`, ...lines].join('\n');
  return [`Build ${buildId} fits: ${replayed} replayed.`, ...lines].join('\n');
}

function sampleText({ workflow, open, replayed }: Sample, why: string): string {
  return replayed < open ? `  ${workflow}: ${replayed} of ${open}${why}` : `  ${workflow}: ${replayed}`;
}

function misfitLines({ workflow, workflowId, runId, file, reason, event, stood }: Misfit): string[] {
  return [
    '',
    `Workflow   ${workflow}`,
    `Execution  ${workflowId}${runId === undefined ? '' : `, run ${runId}`}${file === undefined ? '' : `, of ${file}`}`,
    ...(event === undefined ? [] : [`Event      ${event.id} ${event.type}`]),
    `Reason     ${reason}`,
    ...stood.map(({ file: source, line, column }) => `The new code stood at ${source}:${line}:${column}`),
    '',
    'What is open began with other code. Keep that path behind patched(), or pin the workflow to its build.',
  ];
}
