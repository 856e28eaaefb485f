import type { AnswerOutcome, Ended } from '@orkestra/notifications';

/** What came of an answer, for the person who gave it. */
export interface Told {
  title: string;
  text: string;
  status: number;
}

const ENDED: Readonly<Record<string, string>> = {
  approved: 'approved',
  rejected: 'rejected',
  completed: 'done',
  cancelled: 'cancelled',
  expired: 'expired',
  changes_requested: 'sent back for changes',
};

/** @param about the title of the task */
export function toldOf(outcome: AnswerOutcome, about: string): Told {
  switch (outcome.kind) {
    case 'done':
      return { title: 'Thank you', text: `Your answer counts: ${about}.`, status: 200 };
    case 'already_decided':
      return { title: 'It is decided already', text: endedText(outcome.ended), status: 409 };
    case 'changed':
      return { title: 'It has changed', text: CHANGED, status: 409 };
    case 'not_allowed':
      return { title: 'You cannot answer this', text: outcome.message, status: 403 };
    case 'invalid':
      return { title: 'Something is missing', text: outcome.message, status: 422 };
    case 'gone':
      return { title: 'There is nothing to answer', text: GONE, status: 404 };
    case 'inactive':
      return { title: 'You cannot answer this', text: outcome.message, status: 403 };
  }
}

const CHANGED = 'The task is not the same any more as when this was sent. Sign in to see it as it is now.';
const GONE = 'There is no such task, or it is not yours to see any more.';

function endedText({ what, by, at, own }: Ended): string {
  const when = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const who = own ? ' by you' : by === null ? '' : ` by ${by}`;
  return `It was ${ENDED[what] ?? what}${who}, ${when}.`;
}
