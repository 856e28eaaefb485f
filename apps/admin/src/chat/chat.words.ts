import type { ChatChannel } from '../generated/graphql';

export const CHAT_NAMES: Readonly<Record<ChatChannel, string>> = { SLACK: 'Slack', TEAMS: 'Microsoft Teams' };

/** What a person does there to connect their account. */
export const HOW_TO_CONNECT: Readonly<Record<ChatChannel, string>> = {
  SLACK: 'Write /orkestra in Slack, and follow the link that the bot gives you.',
  TEAMS: 'Open the app Orkestra in Teams, write it something, and follow the link that it gives you.',
};
