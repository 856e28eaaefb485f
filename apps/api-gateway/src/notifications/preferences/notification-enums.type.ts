import { registerEnumType } from '@nestjs/graphql';
import {
  CONNECT_WAYS,
  type ConnectWay,
  DELIVERY_MODES,
  DELIVERY_STATUSES,
  type DeliveryMode,
  NOTIFICATION_KINDS,
  type NotificationDeliveryStatus,
  type NotificationKind,
  SUBJECT_KINDS,
  type SubjectKind,
} from '@orkestra/notifications';

/** The words of a list as GraphQL writes them: in capitals. */
function enumOf<Word extends string>(words: readonly Word[]): Record<string, Word> {
  return Object.fromEntries(words.map((word) => [word.toUpperCase(), word]));
}

export const NotificationKindEnum: Record<string, NotificationKind> = enumOf(NOTIFICATION_KINDS);
export const NotificationModeEnum: Record<string, DeliveryMode> = enumOf(DELIVERY_MODES);
export const NotificationDeliveryStatusEnum: Record<string, NotificationDeliveryStatus> =
  enumOf(DELIVERY_STATUSES);
export const NotificationSubjectEnum: Record<string, SubjectKind> = enumOf(SUBJECT_KINDS);

export const NotificationConnectWayEnum: Record<string, ConnectWay> = enumOf(CONNECT_WAYS);

registerEnumType(NotificationConnectWayEnum, {
  name: 'NotificationConnectWay',
  description: 'How people connect an account of a channel.',
  valuesMap: {
    SEND_CODE: { description: 'They send a code from the account.' },
    RECEIVE_CODE: { description: 'They name the account and type in the code that is sent to it.' },
  },
});

registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What people are told of.',
  valuesMap: {
    APPROVAL_ASKED: { description: 'Somebody wants their approval.' },
    ASSIGNED: { description: 'They were given a task.' },
    MENTIONED: { description: 'Somebody named them in a comment.' },
    WARNED: { description: 'A step of a task’s escalation chain names them.' },
    BREACHED: { description: 'A task is overdue that they hold, or whose group they supervise.' },
    ESCALATED: { description: 'A task was escalated to them.' },
    CHANGES_REQUESTED: { description: 'What they asked for came back with a question.' },
    COMMENTED: { description: 'Somebody commented on a task of theirs.' },
    MESSAGE: { description: 'There is a message in the conversation of a task that they hold.' },
    COMPLETED: { description: 'What they asked for is decided.' },
    CANCELLED: { description: 'A task of theirs was cancelled.' },
    EXPIRED: { description: 'A task of theirs has expired.' },
    CREATED: { description: 'There is a new task in one of their queues.' },
    CLAIMED: { description: 'Somebody took what they asked for.' },
    WORKFLOW_FAILED: { description: 'A workflow that they started has failed.' },
    DELIVERY_FAILING: { description: 'A workflow cannot be told of a decision. For tenant admins.' },
    WEBHOOK_DISABLED: { description: 'A webhook endpoint was switched off. For tenant admins.' },
  },
});
registerEnumType(NotificationModeEnum, {
  name: 'NotificationMode',
  description: 'Not at all, each by itself, or together once an hour or once a day.',
});
registerEnumType(NotificationDeliveryStatusEnum, {
  name: 'NotificationDeliveryStatus',
  description: '`DROPPED` is what did not concern the person any more, `DEAD` what was given up.',
});
registerEnumType(NotificationSubjectEnum, {
  name: 'NotificationSubject',
  description: 'What an exception is about. Of several that fit, the first in this order counts.',
});
