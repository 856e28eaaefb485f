import type { TaskStepAction } from '../generated/graphql';

export interface PlannedStep {
  action: TaskStepAction;
  ifUnclaimed: boolean;
  /** Name of the person or group that it is about. */
  to: string | null;
  /** Several people vote on the task, so nobody is given it. */
  isVote?: boolean;
}

/** A step that is still to come: "Escalates to Support, second line". */
export function comingStepWords({ action, ifUnclaimed, to, isVote = false }: PlannedStep): string {
  const words = isVote && to !== null ? voteWords(action, to) : actionWords(action, to);
  return ifUnclaimed ? `If nobody has claimed it: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

/** What several people vote on stays with them; who would get it is told. */
function voteWords(action: TaskStepAction, to: string): string {
  if (action === 'REASSIGN') return `Is noted for ${to} in the history`;
  return action === 'ESCALATE' ? `Escalates, and is noted for ${to} in the history` : actionWords(action, to);
}

function actionWords(action: TaskStepAction, to: string | null): string {
  switch (action) {
    case 'NOTIFY':
      return to === null ? 'A reminder in the history' : `A reminder for ${to} in the history`;
    case 'REASSIGN':
      return to === null ? 'Goes to somebody else' : `Goes to ${to}`;
    case 'ESCALATE':
      return to === null ? 'Escalates' : `Escalates to ${to}`;
    case 'EXPIRE':
      return 'Ends';
    case 'BREACH':
      return 'Is overdue';
  }
}
