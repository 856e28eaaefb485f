import EmailReplyParser from 'email-reply-parser';

/** What somebody replied: what stands above the quoted mail, and the decision that its first line is. */
export interface ReplyText {
  text: string;
  decision: 'approve' | 'reject' | null;
  /** What follows the decision. */
  reason: string;
}

const APPROVED = 'approve|approved|freigeben|freigegeben|genehmigt';
const REJECTED = 'reject|rejected|ablehnen|abgelehnt';
const DECISIONS = new RegExp(`^\\W*(?:(${APPROVED})|${REJECTED})\\s*(?:[.!]|[:,–-]\\s*(.*))?$`, 'iu');

/**
 * A decision is one only where the first line holds the word and nothing else, or the word, a colon and a reason.
 * @param ours what every mail of ours holds, and so every quote of one, such as the host of its links
 */
export function replyText(plain: string, ours: string): ReplyText {
  const text = ownWords(plain.replaceAll('\r\n', '\n').trim(), ours);
  const [first = '', ...rest] = text.split('\n');
  const found = DECISIONS.exec(first.trim());
  if (found === null) return { text, decision: null, reason: '' };
  const [, approved, beside = ''] = found;
  const decision = approved === undefined ? 'reject' : 'approve';
  return { text, decision, reason: [beside, ...rest].join('\n').trim() };
}

/** Nobody writes more lines by themselves that look like the head of a quote. */
const MOST_HEADS = 5;

/** The parser takes any "… wrote:" for the head of a quote; what follows is one only where it is a mail of ours. */
function ownWords(plain: string, ours: string, heads = MOST_HEADS): string {
  const text = new EmailReplyParser().parseReply(plain).trim();
  if (heads === 0 || !plain.startsWith(text)) return text;
  const [head = '', ...below] = plain.slice(text.length).trim().split('\n');
  const after = below.join('\n').trim();
  if (!head.trim().endsWith(':') || after === '' || isQuote(after, ours)) return text;
  return `${plain.slice(0, -after.length)}${ownWords(after, ours, heads - 1)}`.trim();
}

function isQuote(after: string, ours: string): boolean {
  const own = new EmailReplyParser().parseReply(after).trim();
  return own === '' || own.includes(ours) || own.startsWith('>');
}
