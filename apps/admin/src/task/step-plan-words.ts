import type { TaskStepAction } from '../generated/graphql';

export interface PlannedStep {
  action: TaskStepAction;
  ifUnclaimed: boolean;
  /** Name of the person or group that it is about. */
  to: string | null;
}

/** A step that is still to come: "Escalates to Support, second line". */
export function stepWords({ action, ifUnclaimed, to }: PlannedStep): string {
  const words = actionWords(action, to);
  return ifUnclaimed ? `If nobody has claimed it: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

function actionWords(action: TaskStepAction, to: string | null): string {
  switch (action) {
    case 'NOTIFY':
      return to === null ? 'Reminds' : `Reminds ${to}`;
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
