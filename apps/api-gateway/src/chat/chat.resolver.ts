import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  ChatAccounts,
  ChatConnections,
  type ChatConnectionView,
  type LinkView,
  type OfferedChat,
  SlackConnections,
  TeamsConnections,
} from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  ConnectedChat,
  ChatConnectionPayload,
  ChatConnectionsPayload,
  ChatLink,
  LinkChatAccountPayload,
  OfferedChatProgram,
} from './chat-connection.type';
import { ChatChannelInput, ConnectSlackInput, ConnectTeamsInput, LinkChatAccountInput } from './chat.input';

@Resolver()
export class ChatResolver {
  constructor(
    private readonly connections: ChatConnections,
    private readonly slack: SlackConnections,
    private readonly teams: TeamsConnections,
    private readonly accounts: ChatAccounts,
  ) {}

  @Query(() => [ConnectedChat], { description: 'What the workspace has connected. For tenant admins.' })
  async chatConnections(@Ctx() ctx: TenantContext): Promise<ChatConnectionView[]> {
    return this.connections.list(ctx);
  }

  @Query(() => [OfferedChatProgram], {
    description: 'What the viewer’s workspace has connected, and they may.',
  })
  async offeredChats(@Ctx() ctx: TenantContext): Promise<OfferedChat[]> {
    return this.accounts.offered(ctx);
  }

  @Query(() => ChatLink, {
    description: 'What the link of a bot would connect to the viewer. Changes nothing.',
  })
  async chatLink(
    @Ctx() ctx: TenantContext,
    @Args('token', { type: () => String }) token: string,
  ): Promise<LinkView> {
    return this.accounts.look(ctx, token);
  }

  @Mutation(() => ChatConnectionPayload, {
    description: 'Connects the workspace’s Slack app, or gives it new secrets. For tenant admins.',
  })
  async connectSlack(
    @Ctx() ctx: TenantContext,
    @Args('input') { appToken, ...given }: ConnectSlackInput,
  ): Promise<ChatConnectionPayload> {
    return { chatConnection: await this.slack.connect(ctx, { ...given, appToken: appToken ?? undefined }) };
  }

  @Mutation(() => ChatConnectionPayload, {
    description:
      'Connects the workspace’s bot of Microsoft Teams, or gives it a new secret. For tenant admins.',
  })
  async connectTeams(
    @Ctx() ctx: TenantContext,
    @Args('input') { appId, organisationId, clientSecret }: ConnectTeamsInput,
  ): Promise<ChatConnectionPayload> {
    const credentials = { teamId: organisationId, appId, clientSecret };
    return { chatConnection: await this.teams.connect(ctx, credentials) };
  }

  @Mutation(() => ChatConnectionsPayload, {
    description: 'The accounts that people have connected go with it. For tenant admins.',
  })
  async disconnectChat(
    @Ctx() ctx: TenantContext,
    @Args('input') { channel }: ChatChannelInput,
  ): Promise<ChatConnectionsPayload> {
    await this.connections.disconnect(ctx, channel);
    return { chatConnections: await this.connections.list(ctx) };
  }

  @Mutation(() => ChatConnectionsPayload, {
    description: 'Sends a message to the viewer’s own account. For tenant admins.',
  })
  async testChat(
    @Ctx() ctx: TenantContext,
    @Args('input') { channel }: ChatChannelInput,
  ): Promise<ChatConnectionsPayload> {
    await (channel === 'slack' ? this.slack : this.teams).test(ctx);
    return { chatConnections: await this.connections.list(ctx) };
  }

  @Mutation(() => LinkChatAccountPayload, {
    description: 'Whoever has that account acts as the viewer from there. Once for each link.',
  })
  async linkChatAccount(
    @Ctx() ctx: TenantContext,
    @Args('input') { token }: LinkChatAccountInput,
  ): Promise<LinkChatAccountPayload> {
    return { notificationAddress: await this.accounts.link(ctx, token) };
  }
}
