import { z } from 'zod';
import type { ChatInstallation } from '../chat/chat-channel';

const slackConfig = z.object({
  botUserId: z.string(),
  /** Whether the worker opens a connection by which clicks come in. */
  socketMode: z.boolean(),
});

const slackSecrets = z.object({
  botToken: z.string(),
  signingSecret: z.string(),
  /** Of the app as a whole, for socket mode. */
  appToken: z.string().optional(),
});

export type SlackInstallation = ChatInstallation<z.infer<typeof slackConfig>, z.infer<typeof slackSecrets>>;

export function asSlack(installation: ChatInstallation): SlackInstallation {
  const { config, secrets } = installation;
  return { ...installation, config: slackConfig.parse(config), secrets: slackSecrets.parse(secrets) };
}
