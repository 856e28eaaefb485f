/** What Slack makes an app of. @param origin where people open Orkestra; null where Slack cannot reach it */
export function slackManifest(origin: string | null): string {
  const url = origin === null ? {} : { request_url: `${origin}/slack/interactions` };
  const command = {
    command: '/orkestra',
    description: 'Connect your account with Orkestra',
    should_escape: false,
  };
  return JSON.stringify(
    {
      display_information: { name: 'Orkestra', description: 'Asks people, and takes their answers' },
      features: {
        app_home: {
          home_tab_enabled: false,
          messages_tab_enabled: true,
          messages_tab_read_only_enabled: true,
        },
        bot_user: { display_name: 'Orkestra', always_online: true },
        slash_commands: [origin === null ? command : { ...command, url: `${origin}/slack/interactions` }],
      },
      oauth_config: { scopes: { bot: ['chat:write', 'commands'] } },
      settings: {
        interactivity: { is_enabled: true, ...url },
        org_deploy_enabled: false,
        socket_mode_enabled: origin === null,
        token_rotation_enabled: false,
      },
    },
    null,
    2,
  );
}

/** What Teams makes an app of, beside two pictures. @param appId of the bot */
export function teamsManifest(origin: string, appId: string): string {
  return JSON.stringify(
    {
      $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.schema.json',
      manifestVersion: '1.17',
      version: '1.0.0',
      id: appId,
      developer: { name: 'Orkestra', websiteUrl: origin, privacyUrl: origin, termsOfUseUrl: origin },
      name: { short: 'Orkestra', full: 'Orkestra' },
      description: {
        short: 'Asks people, and takes their answers',
        full: 'Orkestra tells you what waits for you, and takes your answer where you are.',
      },
      icons: { color: 'color.png', outline: 'outline.png' },
      accentColor: '#1c7ed6',
      bots: [{ botId: appId, scopes: ['personal'], supportsFiles: false, isNotificationOnly: false }],
      permissions: ['identity', 'messageTeamMembers'],
      validDomains: [new URL(origin).host],
    },
    null,
    2,
  );
}
