/** What keeps an execution from going on. */
export type ProblemCode = 'no_worker' | RecordedProblem;

/** Those that stand in the execution's own row. */
export type RecordedProblem = 'code_failing' | 'long_history' | 'signals_exhausted';

export interface WorkflowProblem {
  code: ProblemCode;
  /** What is wrong, and what helps. */
  message: string;
  since: Date;
}

interface Found {
  closedAt: Date | null;
  taskQueue: string;
  unpolledSince: Date | null;
  problem: RecordedProblem | null;
  problemDetail: string | null;
  problemSince: Date | null;
}

const MESSAGES: Record<RecordedProblem, (detail: string | null) => string> = {
  code_failing: (cause) => CAUSES[cause ?? ''] ?? `Its code fails each time that it is run${named(cause)}.`,
  long_history: () =>
    'Its history has grown long. Temporal takes 10,000 signals, so as many decisions, for one run: it should soon ' +
    'continue as new.',
  signals_exhausted: () =>
    'This run has had the 10,000 signals that Temporal takes for one run, so no decision reaches it any more. ' +
    'Cancel it, or reset it in Temporal.',
};

/** Temporal's names for why a step of a workflow's code failed. */
const CAUSES: Record<string, string> = {
  NonDeterministicError:
    'Its code has changed in a way that does not fit what the run did before, so the run cannot go on. ' +
    'Deploy the code that it began with, or cancel it.',
  PayloadsTooLarge:
    'It gives back, or hands on, more data than Temporal takes. Repair its code and deploy it.',
};

/** What is wrong with an execution as its row has it; null when nothing is, or when it has ended. */
export function problemOf(row: Found): WorkflowProblem | null {
  if (row.closedAt !== null) return null;
  if (row.unpolledSince !== null) {
    const message = `No worker polls the queue "${row.taskQueue}", so nothing goes on. Start the worker that hosts it.`;
    return { code: 'no_worker', message, since: row.unpolledSince };
  }
  if (row.problem === null || row.problemSince === null) return null;
  return { code: row.problem, message: MESSAGES[row.problem](row.problemDetail), since: row.problemSince };
}

/** Whether the workflow's own code cannot act now: it would not hear of a cancellation either. */
export function standsStill(problem: WorkflowProblem | null): boolean {
  return problem?.code === 'no_worker' || problem?.code === 'code_failing';
}

function named(cause: string | null): string {
  return cause === null ? '' : ` (${cause})`;
}
