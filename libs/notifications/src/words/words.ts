import type { NotificationKind } from '../events/notification-kind';

/** Everything that a message says of itself in one language. */
export interface Words {
  /** What happened, without the task: its title stands beside it. Null for Orkestra itself. */
  sentences: Readonly<Record<NotificationKind, (who: string | null) => string>>;
  /** A sentence that came true so many times, two or more. */
  times: (sentence: string, count: string) => string;
  /** The subject of a message about several things. */
  several: (count: string) => string;
  hello: (name: string) => string;
  due: (when: string) => string;
  /** That so many things are not listed. */
  more: (count: string) => string;
  /** By which a task is answered right from the message. */
  answers: Readonly<Record<'approve' | 'reject' | 'complete', string>>;
  /** Beside such links. */
  answersInYourName: string;
  openTask: string;
  openApp: string;
  workspace: (name: string) => string;
  settings: string;
  unsubscribe: string;
}
