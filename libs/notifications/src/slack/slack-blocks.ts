import { writeButtonValue } from '../chat/button-value';
import { type CardAction, CHAT_LANGUAGE, type TaskCard } from '../chat/task-card';
import type { ChannelMessage } from '../channels/notification-channel';
import { builtInSubject } from '../templates/template-variables';
import { wordsOf } from '../words/language';
import { dateOf, numberOf, sentenceOf } from '../words/sentence';

/** Limits of Block Kit. @see https://docs.slack.dev/reference/block-kit/blocks */
const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;
const LONGEST_CONTEXT = 2_000;
/** Of a digest; a message has 50 blocks at most. */
const MOST_ITEMS = 40;

type Block = Record<string, unknown> & { type: string };

/** Blocks, and what a notification of the phone shows in their place. */
export interface SlackMessage {
  text: string;
  blocks: Block[];
}

export const SLACK_ACTIONS = {
  approve: 'orkestra.approve',
  reject: 'orkestra.reject',
  claim: 'orkestra.claim',
} as const;
export const REASON_MODAL = 'orkestra.reason';
export const REASON_BLOCK = 'reason';

const LABELS: Readonly<Record<CardAction, string>> = {
  approve: 'Approve',
  reject: 'Reject …',
  claim: 'Claim',
};

/** Whatever people wrote is plain text: it can name nobody, link nowhere and call nobody. */
export function blocksOf(card: TaskCard): SlackMessage {
  const { sentence, title, tenantName, dueAt, payload, standing, actions, url } = card;
  const facts = [
    sentence,
    ...(dueAt === null ? [] : [wordsOf(CHAT_LANGUAGE).due(dateOf(dueAt, CHAT_LANGUAGE, 'UTC'))]),
    tenantName,
  ].join(' · ');
  const blocks: Block[] = [
    { type: 'header', text: plain(title ?? 'A task', LONGEST_HEADER) },
    context(facts),
    ...(payload === null ? [] : [section(payload)]),
    ...(standing === null ? [] : [section(standing)]),
  ];
  if (title !== null) {
    const value = writeButtonValue(card.value);
    const buttons = actions.map((action) => buttonOf(action, value));
    blocks.push({ type: 'actions', block_id: 'orkestra', elements: [...buttons, openButton(url)] });
  }
  return { text: escaped(`${title ?? 'A task'} · ${standing ?? sentence}`), blocks };
}

/** Several things at once, or what is no task: to read and to open. */
export function digestBlocks(message: ChannelMessage): SlackMessage {
  const { language } = message.recipient;
  const shown = message.items.slice(0, MOST_ITEMS);
  const more = message.items.length - shown.length;
  const blocks: Block[] = [
    { type: 'header', text: plain(builtInSubject(message), LONGEST_HEADER) },
    ...shown.map((item) => ({
      ...section(
        [item.task?.title ?? item.workflowKey ?? '', sentenceOf(item, language)]
          .filter((part) => part !== '')
          .join('\n'),
      ),
      accessory: openButton(item.url),
    })),
    ...(more > 0 ? [context(wordsOf(language).more(numberOf(more, language)))] : []),
  ];
  return { text: escaped(builtInSubject(message)), blocks };
}

/** Asks why. @param metadata comes back with the answer */
export function reasonModal(title: string, metadata: string): Record<string, unknown> {
  return {
    type: 'modal',
    callback_id: REASON_MODAL,
    private_metadata: metadata,
    title: { type: 'plain_text', text: 'Reject' },
    submit: { type: 'plain_text', text: 'Reject' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      section(title),
      {
        type: 'input',
        block_id: REASON_BLOCK,
        label: { type: 'plain_text', text: 'Why? Whoever asked for it reads this.' },
        element: {
          type: 'plain_text_input',
          action_id: REASON_BLOCK,
          multiline: true,
          min_length: 1,
          max_length: 2_000,
        },
      },
    ],
  };
}

/** A sentence for one pair of eyes, and perhaps a page to go to. */
export function notice(text: string, link?: { label: string; url: string }): SlackMessage {
  const button =
    link === undefined ? [] : [{ type: 'actions', elements: [linkButton(link.label, link.url)] }];
  return { text: escaped(text), blocks: [section(text), ...button] };
}

function buttonOf(action: CardAction, value: string): Record<string, unknown> {
  const style = action === 'approve' ? { style: 'primary' } : action === 'reject' ? { style: 'danger' } : {};
  return {
    type: 'button',
    action_id: SLACK_ACTIONS[action],
    text: plain(LABELS[action], 75),
    value,
    ...style,
  };
}

function openButton(url: string): Record<string, unknown> {
  return linkButton('Open', url);
}

function linkButton(label: string, url: string): Record<string, unknown> {
  return { type: 'button', action_id: 'orkestra.open', text: plain(label, 75), url };
}

function section(text: string): Block {
  return { type: 'section', text: plain(text, LONGEST_SECTION) };
}

function context(text: string): Block {
  return { type: 'context', elements: [plain(text, LONGEST_CONTEXT)] };
}

/** Counted as Slack counts: in UTF-16. */
function plain(text: string, longest: number): Record<string, unknown> {
  const cut = text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  return { type: 'plain_text', text: cut, emoji: false };
}

/** The text beside the blocks is markup, whatever the blocks are. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').slice(0, 2_000);
}
