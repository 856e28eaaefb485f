/** What `ask` reads of an execution whenever something about it changes. */
export interface Execution {
  readonly id: string;
  readonly status: string;
  readonly result: unknown;
  readonly error: { readonly type: string; readonly message: string } | null;
  readonly tasks: readonly AskedTask[];
}

export interface AskedTask {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly group: { readonly name: string } | null;
  readonly assignee: { readonly displayName: string } | null;
  readonly decision: { readonly decidedBy: { readonly displayName: string } } | null;
}

export interface Place {
  /** Address of the admin app. */
  readonly admin: string;
  /** How somebody can sign in who may answer. */
  readonly signIn: string;
}

const CLOSED = ['COMPLETED', 'FAILED', 'CANCELLED', 'TERMINATED', 'TIMED_OUT', 'LOST'];

export function isClosed({ status }: Pick<Execution, 'status'>): boolean {
  return CLOSED.includes(status);
}

/** The lines to show for what happened to the tasks between two readings. */
export function newSteps(before: Execution | undefined, now: Execution, place: Place): string[] {
  return now.tasks.flatMap((task) => {
    const known = before?.tasks.find(({ id }) => id === task.id);
    return [...(known ? [] : askedLines(task, place)), ...changeLines(known, task)];
  });
}

/** The end of the story: the answer and who gave it, or what went wrong. */
export function ending({ status, result, error, tasks }: Execution): string {
  if (status !== 'COMPLETED') return `The workflow ended as ${status}${error ? `: ${error.message}` : ''}`;
  const { answer, handledBy, confidence } = (result ?? {}) as Record<string, unknown>;
  const text = typeof answer === 'string' ? answer : JSON.stringify(result, null, 2);
  const person = tasks.map(({ decision }) => decision?.decidedBy.displayName).find(Boolean);
  const sure = typeof confidence === 'number' ? `, confidence ${confidence.toFixed(2)}` : '';
  const who =
    handledBy === 'human' || (handledBy === undefined && person) ? (person ?? 'a person') : `the bot${sure}`;
  return `${text}\n\n— answered by ${who}`;
}

function askedLines({ id, title, group }: AskedTask, { admin, signIn }: Place): string[] {
  const whom = group ? `a person of "${group.name}"` : 'a person';
  return [`The bot asks ${whom}: ${title}`, `  Answer it at ${admin}/tasks/${id}`, `  ${signIn}`];
}

function changeLines(before: AskedTask | undefined, { status, assignee, decision }: AskedTask): string[] {
  const taken = assignee && assignee.displayName !== before?.assignee?.displayName && !decision;
  const changed = status !== before?.status;
  if (taken) return [`${assignee.displayName} has taken it`];
  if (changed && decision) return [`${decision.decidedBy.displayName} has decided`];
  if (changed && status === 'READY' && before) return ['The task is back in the queue'];
  return changed && ['CANCELLED', 'EXPIRED'].includes(status) ? [`The task is ${status.toLowerCase()}`] : [];
}
