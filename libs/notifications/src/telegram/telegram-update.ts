import { isRecord } from '@orkestra/core';

/** What somebody has sent to the bot, as far as it matters. */
export interface TelegramUpdate {
  id: number;
  /** Null for what is of no interest here. */
  from: { chatId: string; isPrivate: boolean; name: string } | null;
  text: string;
  /** They have blocked the bot, or thrown it out. */
  left: boolean;
}

/** What is not shaped as the Bot API has it is left out. */
export function updatesIn(result: unknown): TelegramUpdate[] {
  if (!Array.isArray(result)) return [];
  return result.flatMap((one: unknown) => {
    if (!isRecord(one)) return [];
    const id = one['update_id'];
    if (typeof id !== 'number') return [];
    const { message, my_chat_member: member } = one;
    if (isRecord(member)) {
      const now = isRecord(member['new_chat_member']) ? member['new_chat_member']['status'] : undefined;
      const left = now === 'kicked' || now === 'left';
      return [{ id, from: senderIn(member), text: '', left }];
    }
    const text = isRecord(message) && typeof message['text'] === 'string' ? message['text'] : '';
    return [{ id, from: isRecord(message) ? senderIn(message) : null, text, left: false }];
  });
}

function senderIn({ chat, from }: Record<string, unknown>): TelegramUpdate['from'] {
  if (!isRecord(chat) || typeof chat['id'] !== 'number') return null;
  const who = isRecord(from) ? from : chat;
  const { username, first_name: first } = who;
  const name = typeof username === 'string' ? `@${username}` : typeof first === 'string' ? first : 'Telegram';
  return { chatId: String(chat['id']), isPrivate: chat['type'] === 'private', name };
}
