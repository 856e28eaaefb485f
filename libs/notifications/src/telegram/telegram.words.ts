import { oneLine } from '@orkestra/core';
import type { ChannelMessage, MessageItem, Recipient } from '../channels/notification-channel';
import { wordsOf } from '../words/language';
import { dateOf, numberOf, sentenceOf } from '../words/sentence';

/** Characters of a message once its markup is read (Bot API, sendMessage); UTF-16, as JavaScript counts. */
export const MOST_CHARACTERS = 4_096;

const LONGEST_TITLE = 300;
const MOST_ITEMS = 20;

/** As HTML of the Bot API: nothing that people wrote is markup. */
export function textOf({ items, tenant, recipient }: ChannelMessage): string {
  const { language } = recipient;
  const words = wordsOf(language);
  const [first] = items;
  const at = escaped(cut(tenant.name, 100));
  if (items.length === 1 && first !== undefined) return `${linesOf(first, recipient)}\n<i>${at}</i>`;
  const shown = items.slice(0, MOST_ITEMS);
  const lines = shown.map((item) => `• ${escaped(cut(`${sentenceOf(item, language)}${about(item)}`, 180))}`);
  const more =
    items.length > shown.length ? [escaped(words.more(numberOf(items.length - shown.length, language)))] : [];
  return [
    `<b>${escaped(words.several(numberOf(items.length, language)))}</b>`,
    ...lines,
    ...more,
    `<i>${at}</i>`,
  ].join('\n');
}

function linesOf(item: MessageItem, { language, timeZone }: Recipient): string {
  const lines = [`<b>${escaped(cut(sentenceOf(item, language), LONGEST_TITLE))}</b>`];
  const subject = item.task?.title ?? item.workflowKey;
  if (subject != null) lines.push(escaped(cut(subject, LONGEST_TITLE)));
  if (item.task?.dueAt)
    lines.push(escaped(wordsOf(language).due(dateOf(item.task.dueAt, language, timeZone))));
  return lines.join('\n');
}

function about({ task, workflowKey }: MessageItem): string {
  const subject = task?.title ?? workflowKey;
  return subject == null ? '' : `: ${subject}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function cut(text: string, longest: number): string {
  const line = [...oneLine(text)];
  return line.length <= longest ? line.join('') : `${line.slice(0, longest - 1).join('')}…`;
}
