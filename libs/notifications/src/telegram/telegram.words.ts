import { oneLine } from '@orkestra/core';
import type { ChannelMessage, MessageItem } from '../channels/notification-channel';
import { dueWords, sentenceOf } from '../email/email.words';

/** Characters of a message once its markup is read (Bot API, sendMessage); UTF-16, as JavaScript counts. */
export const MOST_CHARACTERS = 4_096;

const LONGEST_TITLE = 300;
const MOST_ITEMS = 20;

/** As HTML of the Bot API: nothing that people wrote is markup. */
export function textOf({ items, tenant }: ChannelMessage): string {
  const [first] = items;
  const at = escaped(cut(tenant.name, 100));
  if (items.length === 1 && first !== undefined) return `${linesOf(first)}\n<i>${at}</i>`;
  const shown = items.slice(0, MOST_ITEMS);
  const lines = shown.map((item) => `• ${escaped(cut(`${sentenceOf(item)}${about(item)}`, 180))}`);
  const more = items.length > shown.length ? [`… and ${items.length - shown.length} more`] : [];
  return [`<b>${items.length} notifications</b>`, ...lines, ...more, `<i>${at}</i>`].join('\n');
}

function linesOf(item: MessageItem): string {
  const lines = [`<b>${escaped(cut(sentenceOf(item), LONGEST_TITLE))}</b>`];
  const subject = item.task?.title ?? item.workflowKey;
  if (subject != null) lines.push(escaped(cut(subject, LONGEST_TITLE)));
  if (item.task?.dueAt) lines.push(dueWords(item.task.dueAt));
  return lines.join('\n');
}

function about({ task, workflowKey }: MessageItem): string {
  const subject = task?.title ?? workflowKey;
  return subject == null ? '' : `: ${subject}`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function cut(text: string, longest: number): string {
  const line = [...oneLine(text)];
  return line.length <= longest ? line.join('') : `${line.slice(0, longest - 1).join('')}…`;
}
