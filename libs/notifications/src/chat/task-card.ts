import { withoutDeceiving } from '@orkestra/core';
import type { AnswerLook } from '../answers/answer';
import { sentenceOf } from '../words/sentence';
import type { ChatMessage } from './chat-message';
import type { ButtonValue } from './button-value';
import { endingOf, standingOf } from './chat.words';

/** What can be clicked beside opening the task. */
export const CARD_ACTIONS = ['approve', 'reject', 'claim'] as const;
export type CardAction = (typeof CARD_ACTIONS)[number];

/** What a message shows of a task, for each channel to put into its own shape. All of it is plain text. */
export interface TaskCard {
  /** What the buttons carry. */
  value: ButtonValue;
  sentence: string;
  /** Null where the person may not see the task any more. */
  title: string | null;
  tenantName: string;
  dueAt: Date | null;
  /** What is to be approved, whole; null where there is nothing, or too much to show. */
  payload: string | null;
  /** How things stand where nothing is asked of the person. */
  standing: string | null;
  actions: CardAction[];
  url: string;
  /** Nothing about it changes any more. */
  done: boolean;
}

/** Of cards, whose other words are of one language as well. */
export const CHAT_LANGUAGE = 'en';

/** Longer ones are approved in the app, where they are shown whole. */
const LONGEST_PAYLOAD = 2_500;
const MOST_LINES = 80;

/** What is decided in a chat was shown there as a whole: what is too long is decided in the app. */
export function cardOf(message: ChatMessage, look: AnswerLook, publicUrl: string): TaskCard {
  const { tenantId, id, tenantName, item, taskId, personId } = message;
  const card = {
    value: { tenantId, id, payloadDigest: null },
    sentence: sentenceOf(item, CHAT_LANGUAGE),
    tenantName,
    url: `${publicUrl}/tasks/${taskId}`,
    payload: null,
    actions: [],
    dueAt: null,
  };
  if (look.kind === 'gone' || look.kind === 'inactive')
    return {
      ...card,
      title: null,
      standing: 'This does not concern you any more.',
      done: look.kind === 'inactive',
    };
  const { task } = look;
  const title = withoutDeceiving(task.title);
  if (look.kind === 'already_decided')
    return { ...card, title, standing: endingOf(look.ended), done: task.closedAt !== null };
  const payload = payloadText(look.payload);
  const isWhole = payload !== null && isShownWhole(payload);
  const offered = CARD_ACTIONS.filter((action) => look.allowed.includes(action));
  return {
    ...card,
    title,
    dueAt: task.dueAt,
    payload: isWhole ? payload : null,
    value: { tenantId, id, payloadDigest: isWhole ? look.payloadDigest : null },
    standing: standingOf(task, personId, task.approval && !isWhole),
    actions: isWhole ? offered : offered.filter((action) => action === 'claim'),
    done: false,
  };
}

function payloadText(payload: unknown): string | null {
  if (payload === null || payload === undefined) return null;
  return typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2);
}

/** Neither cut off nor with characters that hide or turn others. */
function isShownWhole(payload: string): boolean {
  const lines = payload.split('\n');
  return (
    payload.length <= LONGEST_PAYLOAD &&
    lines.length <= MOST_LINES &&
    lines.every((line) => withoutDeceiving(line) === line)
  );
}
