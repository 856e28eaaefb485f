import type { TaskView } from '@orkestra/tasks';
import type { AnswerOutcome, Ended } from '../answers/answer';

const ENDINGS: Readonly<Record<string, string>> = {
  approved: 'Approved',
  rejected: 'Rejected',
  completed: 'Completed',
  cancelled: 'Cancelled',
  expired: 'Expired: nobody decided in time',
  changes_requested: 'Changes requested',
};

/** How it ended, whoever ended it and wherever. */
export function endingOf({ what, by, at, own }: Ended): string {
  const who = own ? ' by you' : by === null ? '' : ` by ${by}`;
  return `${ENDINGS[what] ?? 'Decided'}${who} · ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Why there is less to click than somebody expects; null where there is nothing to say. */
export function standingOf(
  { assigneeId, waitingFor, status }: Pick<TaskView, 'assigneeId' | 'waitingFor' | 'status'>,
  personId: string,
  isTooLong: boolean,
): string | null {
  if (waitingFor !== null) return 'Waiting for an answer to what was asked.';
  if (status === 'SUSPENDED') return 'Suspended for now.';
  if (assigneeId !== null && assigneeId !== personId) return 'Somebody else has it now.';
  if (isTooLong) return 'There is more to see than fits here: open it to decide.';
  return assigneeId === personId ? 'You have it.' : null;
}

/** What came of a click, for whoever clicked. */
export function outcomeWords(outcome: AnswerOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return outcome.repeated ? 'That was done already; nothing was done twice.' : 'Done.';
    case 'already_decided':
      return `You are too late: ${endingOf(outcome.ended)}.`;
    case 'changed':
      return `It has changed since it was shown here, and nothing was decided. ${outcome.message}`;
    case 'gone':
      return 'There is no such task, or you may not see it any more.';
    case 'not_allowed':
    case 'invalid':
    case 'inactive':
      return `Nothing was done. ${outcome.message}`;
  }
}

export const NOT_LINKED =
  'Orkestra does not know yet who you are. Connect your account once, then click again:';
export const FAILED =
  'Orkestra could not do this just now, and nothing is known to be done. Click again in a moment.';
