import { Injectable } from '@nestjs/common';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import { InvalidChatInstallationError } from '../chat/chat.errors';
import { ChatConnections, type ChatConnectionView } from '../chat/chat-connections.service';
import { OwnAddresses } from '../chat/own-addresses.service';
import { TeamsApi, type TeamsCredentials } from './teams-api.service';
import { noticeCard } from './teams-card';
import { TeamsFault } from './teams-fault';
import { TeamsPosts } from './teams-posts.service';

/** Connects a tenant's own bot of Teams, for its admins. */
@Injectable()
export class TeamsConnections {
  constructor(
    private readonly api: TeamsApi,
    private readonly connections: ChatConnections,
    private readonly posts: TeamsPosts,
    private readonly own: OwnAddresses,
  ) {}

  /** Signs in as the bot before anything is kept. @throws InvalidChatInstallationError, NoSecretsKeyError */
  async connect(ctx: TenantContext, credentials: TeamsCredentials): Promise<ChatConnectionView> {
    requireScope(ctx, 'settings:write');
    const { teamId, appId, clientSecret } = credentials;
    try {
      await this.api.tokenOf(credentials);
    } catch (error) {
      throw new InvalidChatInstallationError(
        `Microsoft does not take the ids and the secret (${TeamsFault.of(error).message}).`,
      );
    }
    return this.connections.save(ctx, {
      ...{ channel: 'teams', teamId, teamName: `Microsoft Teams, organisation ${teamId.slice(0, 8)}` },
      ...{ config: { appId }, secrets: { clientSecret } },
    });
  }

  /** To the admin's own account. @throws AccountNotLinkedError, ChatNotConnectedError, InvalidChatInstallationError */
  async test(ctx: TenantContext): Promise<void> {
    const { serviceUrl = '', conversationId = '' } = await this.own.find(ctx, 'teams');
    const text = 'This is a test. Orkestra reaches you here.';
    const answer = await this.posts.post(ctx.tenantId, { serviceUrl, conversationId }, noticeCard(text));
    if ('outcome' in answer) throw new InvalidChatInstallationError(answer.problem);
  }
}
