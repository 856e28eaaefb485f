/** The programs for chats that a tenant can connect. */
export const CHAT_CHANNELS = ['slack', 'teams'] as const;
export type ChatChannel = (typeof CHAT_CHANNELS)[number];

/** Somebody's account there: it says who clicked, and nothing about who that is in Orkestra. */
export interface ChatAccount {
  channel: ChatChannel;
  teamId: string;
  accountId: string;
}

/** A tenant's installation, with its secrets in the clear: never logged, never shown. */
export interface ChatInstallation<Config = Record<string, unknown>, Secrets = Record<string, string>> {
  tenantId: string;
  channel: ChatChannel;
  teamId: string;
  teamName: string;
  config: Config;
  secrets: Secrets;
}
