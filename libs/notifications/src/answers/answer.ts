import type { CallerOrigin, OutsideChannel } from '@orkestra/tenancy';
import type { TaskAction, TaskView } from '@orkestra/tasks';

/** What can be answered from outside the app. */
export const ANSWER_ACTIONS = [
  'approve',
  'reject',
  'request_changes',
  'complete',
  'claim',
  'release',
  'comment',
] as const;
export type AnswerAction = (typeof ANSWER_ACTIONS)[number];

/** Where an answer came from, as the channel tells it. */
export interface AnswerOrigin extends CallerOrigin {
  channel: OutsideChannel;
  /** What the channel calls whoever acted, such as the id of a Slack user. */
  account?: string | undefined;
  /** The workspace there, such as the id of a Slack team. */
  team?: string | undefined;
  /** When they did it, as the channel says. */
  actedAt?: Date | undefined;
  /** Whether what came is proved to come from the channel, and by what: such as `v0` or `dkim=pass dmarc=pass`. */
  proof: { passed: boolean; result: string };
}

/** One click, message or form by which a person answers. */
export interface Answer {
  tenantId: string;
  personId: string;
  taskId: string;
  action: AnswerAction;
  /** Names the click: the same one again, at once or later, is done once and gets the same outcome. */
  key: string;
  /** Of a decision, why; of a comment, its text. */
  text?: string | undefined;
  /** What the form asks for: of `complete`, and of `approve` where the approval has a form. */
  data?: unknown;
  /**
   * What the person was shown. A decision on an approval needs one of them, and is refused when it is another by now. In
   * a vote each vote is a new revision: bind these by the payload.
   */
  expectedRevision?: number | undefined;
  payloadDigest?: string | undefined;
  origin: AnswerOrigin;
}

/** How a task ended, for somebody who comes late. */
export interface Ended {
  /** `completed`, `approved`, `rejected`, `cancelled` or `expired`. */
  what: string;
  /** Null where the time did it, or the person may not know. */
  by: string | null;
  at: Date;
  /** Whether it was the person themselves. */
  own: boolean;
}

/** What came of an answer, for the channel to put into words. */
export type AnswerOutcome =
  | {
      kind: 'done';
      task: TaskView;
      /** This very click was done before. */
      repeated: boolean;
    }
  | { kind: 'already_decided'; task: TaskView; ended: Ended }
  | {
      kind: 'not_allowed';
      /** As the API has it, such as `task.not_candidate`. */
      code: string;
      message: string;
      /** What the person may do instead; empty where they may not see the task. */
      allowed: TaskAction[];
    }
  | { kind: 'changed'; code: string; message: string; task: TaskView }
  /** Something is missing or wrong that the person can put right, such as the reason of a rejection. */
  | { kind: 'invalid'; code: string; message: string }
  /** There is no such task, or it is not theirs to see. */
  | { kind: 'gone' }
  /** The person has left, or the workspace is closed. */
  | { kind: 'inactive'; message: string };

/** A task as somebody outside sees it now: what a card or a page offers. */
export type AnswerLook =
  | { kind: 'open'; task: TaskView; allowed: TaskAction[]; payload: unknown; payloadDigest: string | null }
  | Extract<AnswerOutcome, { kind: 'already_decided' | 'gone' | 'inactive' }>;
