import { Injectable } from '@nestjs/common';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import { InvalidChatInstallationError } from '../chat/chat.errors';
import { textOf } from '../chat/text-of';
import { OwnAddresses } from '../chat/own-addresses.service';
import { ChatConnections, type ChatConnectionView } from '../chat/chat-connections.service';
import { SlackApi } from './slack-api.service';
import { notice } from './slack-blocks';
import { SlackFault } from './slack-fault';
import { SlackPosts } from './slack-posts.service';

export interface NewSlackConnection {
  /** `xoxb-…` */
  botToken: string;
  signingSecret: string;
  /** `xapp-…`, where Slack cannot reach Orkestra. */
  appToken?: string | undefined;
}

/** Connects a tenant's own Slack app, for its admins. */
@Injectable()
export class SlackConnections {
  constructor(
    private readonly api: SlackApi,
    private readonly connections: ChatConnections,
    private readonly posts: SlackPosts,
    private readonly own: OwnAddresses,
  ) {}

  /** Asks Slack whose token it is before anything is kept. @throws InvalidChatInstallationError, NoSecretsKeyError */
  async connect(ctx: TenantContext, given: NewSlackConnection): Promise<ChatConnectionView> {
    requireScope(ctx, 'settings:write');
    const { botToken, signingSecret, appToken } = given;
    const said = await this.ask(botToken, 'auth.test', 'the bot token');
    if (textOf(said, 'bot_id') === '')
      throw new InvalidChatInstallationError('the token is not that of a bot, which begins with xoxb-.');
    if (appToken !== undefined) await this.ask(appToken, 'apps.connections.open', 'the app-level token');
    return this.connections.save(ctx, {
      channel: 'slack',
      teamId: textOf(said, 'team_id'),
      teamName: textOf(said, 'team'),
      config: { botUserId: textOf(said, 'user_id'), socketMode: appToken !== undefined },
      secrets: { botToken, signingSecret, ...(appToken === undefined ? {} : { appToken }) },
    });
  }

  /** To the admin's own account. @throws AccountNotLinkedError, ChatNotConnectedError, InvalidChatInstallationError */
  async test(ctx: TenantContext): Promise<void> {
    const { accountId } = await this.own.find(ctx, 'slack');
    const body = { channel: accountId, ...notice('This is a test. Orkestra reaches you here.') };
    const answer = await this.posts.call(ctx.tenantId, 'chat.postMessage', body);
    if ('outcome' in answer) throw new InvalidChatInstallationError(answer.problem);
  }

  private async ask(token: string, method: string, what: string): Promise<Record<string, unknown>> {
    try {
      return await this.api.call(token, method);
    } catch (error) {
      throw new InvalidChatInstallationError(`Slack does not take ${what} (${SlackFault.of(error).code}).`);
    }
  }
}
