import { z } from 'zod';
import type { ChatInstallation } from '../chat/chat-channel';

const teamsConfig = z.object({
  /** Of the app that is the bot. */
  appId: z.string(),
});

const teamsSecrets = z.object({ clientSecret: z.string() });

export type TeamsInstallation = ChatInstallation<z.infer<typeof teamsConfig>, z.infer<typeof teamsSecrets>>;

export function asTeams(installation: ChatInstallation): TeamsInstallation {
  const { config, secrets } = installation;
  return { ...installation, config: teamsConfig.parse(config), secrets: teamsSecrets.parse(secrets) };
}
