import EmailReplyParser from 'email-reply-parser';

/** What somebody replied: what stands above the quoted mail, and the decision that its first line is. */
export interface ReplyText {
  text: string;
  decision: 'approve' | 'reject' | null;
  /** What follows the decision. */
  reason: string;
}

const DECISIONS = /^\W*(approve|approved|reject|rejected)\s*(?:[.!]|[:,–-]\s*(.*))?$/iu;

/** A decision is one only where the first line holds the word and nothing else, or the word, a colon and a reason. */
export function replyText(plain: string): ReplyText {
  const text = new EmailReplyParser().parseReply(plain).trim();
  const [first = '', ...rest] = text.split('\n');
  const [, word, beside = ''] = DECISIONS.exec(first.trim()) ?? [];
  if (word === undefined) return { text, decision: null, reason: '' };
  const decision = word.toLowerCase().startsWith('a') ? 'approve' : 'reject';
  return { text, decision, reason: [beside, ...rest].join('\n').trim() };
}
