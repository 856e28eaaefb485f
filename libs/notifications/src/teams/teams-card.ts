import type { ChannelMessage } from '../channels/notification-channel';
import { writeButtonValue } from '../chat/button-value';
import { CHAT_LANGUAGE, type TaskCard } from '../chat/task-card';
import { builtInSubject } from '../templates/template-variables';
import { wordsOf } from '../words/language';
import { dateOf, numberOf, sentenceOf } from '../words/sentence';

/** Of a digest; a message of Teams has 28 KB at most. */
const MOST_ITEMS = 30;
const LONGEST_TEXT = 500;

type Element = Record<string, unknown> & { type: string };

/** What Teams shows: a card, and a line for the list of chats. */
export interface TeamsContent {
  summary: string;
  card: Element;
}

/**
 * An Adaptive Card of version 1.4. Whatever people wrote stands in text runs, where nothing is markup.
 * @see https://adaptivecards.io/explorer
 * @param said to whoever has just clicked
 */
export function adaptiveCard(card: TaskCard, said: string | null = null): TeamsContent {
  const { sentence, title, tenantName, dueAt, payload, standing, url } = card;
  const facts = [
    sentence,
    ...(dueAt === null ? [] : [wordsOf(CHAT_LANGUAGE).due(dateOf(dueAt, CHAT_LANGUAGE, 'UTC'))]),
    tenantName,
  ].join(' · ');
  const body = [
    ...(said === null ? [] : [line(said, { color: 'Attention' })]),
    line(title ?? 'A task', { weight: 'Bolder', size: 'Medium' }),
    line(facts, { isSubtle: true }),
    ...(payload === null ? [] : payload.split('\n').map((text) => line(text, { fontType: 'Monospace' }))),
    ...(standing === null ? [] : [line(standing, { weight: 'Bolder' })]),
  ];
  const actions = title === null ? [] : [...buttonsOf(card), openButton(url)];
  return { summary: cut(`${title ?? 'A task'} · ${standing ?? sentence}`), card: cardWith(body, actions) };
}

/** Several things at once, or what is no task: to read and to open. */
export function digestCard(message: ChannelMessage, url: string): TeamsContent {
  const { language } = message.recipient;
  const shown = message.items.slice(0, MOST_ITEMS);
  const more = message.items.length - shown.length;
  const body = [
    line(builtInSubject(message), { weight: 'Bolder', size: 'Medium' }),
    ...shown.flatMap((item) => [
      line(item.task?.title ?? item.workflowKey ?? '–', { weight: 'Bolder' }),
      line(sentenceOf(item, language), { isSubtle: true }),
    ]),
    ...(more > 0 ? [line(wordsOf(language).more(numberOf(more, language)))] : []),
  ];
  return {
    summary: cut(builtInSubject(message)),
    card: cardWith(body, [openButton(message.items.length === 1 ? (shown[0]?.url ?? url) : url)]),
  };
}

/** A sentence, and perhaps a page to go to. */
export function noticeCard(text: string, link?: { label: string; url: string }): TeamsContent {
  const actions = link === undefined ? [] : [{ type: 'Action.OpenUrl', title: link.label, url: link.url }];
  return { summary: cut(text), card: cardWith([line(text)], actions) };
}

function buttonsOf({ actions, value: given }: TaskCard): Element[] {
  const value = writeButtonValue(given);
  const execute = (verb: string, title: string, more: object = {}) => ({
    ...{ type: 'Action.Execute', verb, title, data: { value } },
    ...more,
  });
  return actions.map((action) => {
    if (action === 'approve') return execute('approve', 'Approve', { style: 'positive' });
    if (action === 'claim') return execute('claim', 'Claim');
    return {
      type: 'Action.ShowCard',
      title: 'Reject …',
      card: cardWith([REASON], [execute('reject', 'Reject', { style: 'destructive' })]),
    };
  });
}

const REASON: Element = {
  type: 'Input.Text',
  id: 'reason',
  label: 'Why? Whoever asked for it reads this.',
  isMultiline: true,
  isRequired: true,
  errorMessage: 'Say why.',
  maxLength: 2_000,
};

function openButton(url: string): Element {
  return { type: 'Action.OpenUrl', title: 'Open', url };
}

function cardWith(body: Element[], actions: Element[]): Element {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
}

function line(text: string, looks: object = {}): Element {
  const shown = text.length <= 3_000 ? text : `${text.slice(0, 2_999)}…`;
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: shown === '' ? ' ' : shown, ...looks }],
  };
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}
