import type {
  DeliveryLogPartsFragment,
  NotificationDeliveryStatus,
  NotificationKind,
} from '../../generated/graphql';

interface StatusWords {
  label: string;
  empty: string;
}

export const DELIVERY_STATUS_WORDS: Readonly<Record<NotificationDeliveryStatus, StatusWords>> = {
  DEAD: { label: 'Given up', empty: 'Nothing was given up.' },
  PENDING: { label: 'Waiting', empty: 'Nothing waits.' },
  SENT: { label: 'Sent', empty: 'Nothing was sent.' },
  DROPPED: { label: 'Dropped', empty: 'Nothing was dropped.' },
};

/** What a line of the log tells somebody of, as others than that person say it. */
export const SUBJECT_WORDS: Readonly<Record<NotificationKind, string>> = {
  APPROVAL_ASKED: 'An approval is asked',
  ASSIGNED: 'A task is given',
  MENTIONED: 'A mention',
  WARNED: 'A task needs attention in time',
  BREACHED: 'A task is overdue',
  ESCALATED: 'A task is escalated',
  CHANGES_REQUESTED: 'A question comes back',
  COMMENTED: 'A comment',
  MESSAGE: 'A message in a conversation',
  COMPLETED: 'A decision',
  CANCELLED: 'A task is cancelled',
  EXPIRED: 'A task has expired',
  CREATED: 'A new task in a queue',
  CLAIMED: 'Somebody took a task',
  WORKFLOW_FAILED: 'A workflow has failed',
  DELIVERY_FAILING: 'A workflow cannot be told of a decision',
  WEBHOOK_DISABLED: 'A webhook endpoint is switched off',
};

/** Why the server did not send it after all: its `DropReason`. */
const DROPPED: Readonly<Record<string, string>> = {
  deactivated: 'The person has been deactivated.',
  tenant_inactive: 'The workspace was suspended.',
  read: 'It had been read in the app already.',
  not_visible: 'The person may not see the task any more, or it is gone.',
  done: 'The task was done already.',
  taken: 'Somebody else had the task by then.',
  turned_off: 'It was turned off by then, by the person or for everybody.',
  no_channel: 'This installation is not set up for the channel any more.',
  not_connected: 'The person has no account or device of this channel connected any more.',
  test_mode: 'The installation is being tried out: it writes to one address alone (NOTIFY_ONLY).',
};

/** The server refuses Orkestra's own sign-in. */
const SIGN_IN = ['530', '534', '535', '538'];

type Line = Pick<DeliveryLogPartsFragment, 'status' | 'reason' | 'attempts'>;

/** Why it is as it is; null where there is nothing to say. */
export function reasonWords({ status, reason, attempts }: Line): string | null {
  if (reason == null || reason === '') return status === 'DEAD' ? 'No reason was given.' : null;
  if (status === 'DROPPED') return DROPPED[reason] ?? reason;
  if (status === 'SENT') return reason;
  const problem = problemWords(reason);
  return status === 'PENDING' && attempts > 0 ? `Last time: ${problem}` : problem;
}

/** Mail servers speak in numbers; what others say is a sentence already. */
function problemWords(problem: string): string {
  const [, code = ''] = /^SMTP (\d{3})$/.exec(problem) ?? [];
  if (SIGN_IN.includes(code)) return `The mail server does not accept the sign-in of Orkestra (${problem}).`;
  if (code.startsWith('4')) return `The mail server does not take it for now (${problem}).`;
  if (code.startsWith('5')) return `The mail server refuses it for good (${problem}).`;
  if (/^E[A-Z]+: /.test(problem)) return `The server could not be reached (${problem}).`;
  return problem;
}

/** How often it was tried. What was dropped was not sent the last time. */
export function triesWords({ status, attempts }: Pick<Line, 'status' | 'attempts'>): string | null {
  const tries = status === 'DROPPED' ? attempts - 1 : attempts;
  if (tries <= 0) return status === 'DROPPED' ? null : 'not tried yet';
  return tries === 1 ? '1 attempt' : `${tries} attempts`;
}

/** What stands before the moment that counts: when it was settled, or is due. */
export function momentWords({ status, attempts }: Pick<Line, 'status' | 'attempts'>): string {
  if (status !== 'PENDING') return DELIVERY_STATUS_WORDS[status].label;
  return attempts === 0 ? 'Due' : 'Next try';
}
