import type { BuildStatus, DeploymentStatus, PinnedExecution } from './status';

/** The status for people. */
export function statusText(status: DeploymentStatus): string {
  const { name, builds, buildsLeftOut, withoutVersion } = status;
  if (builds.length === 0)
    return `No worker of ${name} has run with a version here. Start one: npx orkestra worker`;
  const lines = [name, ...builds.flatMap((build) => buildLines(build, status))];
  if (buildsLeftOut > 0) lines.push(`  ${count(buildsLeftOut, 'older build')} left out`);
  if (withoutVersion > 0)
    lines.push(
      `  ${count(withoutVersion, 'open execution')} without a version; the current build takes them`,
    );
  return lines.join('\n');
}

function buildLines(build: BuildStatus, { ramping }: DeploymentStatus): string[] {
  const { buildId, state, since, pinned, upgrading, executions } = build;
  const share = state === 'ramping' ? ` ${ramping?.percentage ?? 0} %` : '';
  const from = since === undefined ? '' : ` since ${moment(since)}`;
  const open = pinned + upgrading === 0 ? '' : `, open: ${openText(pinned, upgrading)}`;
  const more = executions.length > 0 || state !== 'current' ? pinned - executions.length : 0;
  return [
    `  ${buildId}  ${state}${share}${from}${open}${verdict(build)}`,
    ...executions.map((one) => `    ${executionText(one)}`),
    ...(more > 0 ? [`    and ${more} more (--limit)`] : []),
  ];
}

function openText(pinned: number, upgrading: number): string {
  const parts = [pinned > 0 ? `${pinned} pinned` : '', upgrading > 0 ? `${upgrading} that upgrade` : ''];
  return parts.filter((part) => part !== '').join(', ');
}

function verdict({ needed, state }: BuildStatus): string {
  if (needed) return '';
  if (state === 'inactive') return '; not in use yet';
  if (state === 'drained') return '; its workers can be switched off';
  return '; nothing open is pinned to it, Temporal confirms that it is drained within minutes';
}

function executionText({ workflow, workflowId, waitsFor, startedAt }: PinnedExecution): string {
  const waits = waitsFor.map(({ title, since }) => `"${title ?? 'a task'}" since ${moment(since)}`);
  const what =
    waits.length === 0
      ? `runs since ${moment(startedAt)}, waits for no task`
      : `waits for ${waits.join(', ')}`;
  return `${workflowId} (${workflow}) ${what}`;
}

function moment(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}
