import type { AnswerOutcome } from '../answers/answer';

/** Why a reply does not count, as the sender's own server tells them. */
export const REPLY_REFUSALS = {
  unknown: 'This is no address of Orkestra. Open the task and answer there.',
  old: 'This address is too old, or its task is gone. Open the task in Orkestra.',
  off: 'Your workspace takes no replies by mail. Open the task in Orkestra.',
  other_sender: 'Only the person to whom the mail was sent can reply to it, from the same address.',
  unproved:
    'Your mail is not signed by your domain (DKIM, DMARC), so it is not proved who sent it. Open the task in Orkestra.',
  old_mail: 'Your mail is older than a week. Open the task in Orkestra.',
  empty: 'Your reply has no text of its own above the quoted mail.',
  often: 'You reply too often. Try again in a minute.',
} as const;

export type ReplyRefusal = keyof typeof REPLY_REFUSALS;

/** One line, without what would end it. */
export function refusalText(outcome: Exclude<AnswerOutcome, { kind: 'done' }>): string {
  switch (outcome.kind) {
    case 'already_decided':
      return `It is decided already: ${outcome.ended.what}. Your reply was not used.`;
    case 'changed':
      return 'The task has changed since the mail was written. Open it in Orkestra to see it as it is now.';
    case 'gone':
      return 'There is no such task any more, or it is not yours to see.';
    default:
      return outcome.message;
  }
}
