import { UseGuards } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Config } from '@orkestra/core';
import { SsoConnections, SsoTests, type SsoTestView, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { FreshProofGuard } from '../auth/fresh-proof.guard';
import { shownConnection } from './shown-connection';
import { SsoConnection } from './sso-connection.type';
import { SsoConnectionPayload } from './sso-payloads.type';
import { SsoTest, TestSsoConnectionPayload } from './sso-test.type';
import {
  CreateOidcConnectionInput,
  SetSsoConnectionEnabledInput,
  SsoConnectionInput,
  UpdateOidcConnectionInput,
} from './sso.input';

/** Directories by which people sign in. */
@Resolver()
export class SsoConnectionsResolver {
  constructor(
    private readonly connections: SsoConnections,
    private readonly tests: SsoTests,
    private readonly config: Config,
  ) {}

  @Query(() => [SsoConnection], { description: 'By name; at most 20. For tenant admins.' })
  async ssoConnections(@Ctx() ctx: TenantContext): Promise<SsoConnection[]> {
    const all = await this.connections.list(ctx);
    return all.map((connection) => shownConnection(connection, this.config.PUBLIC_URL));
  }

  @Query(() => SsoTest, { description: 'A test that oneself has started, for a day. For tenant admins.' })
  async ssoTest(@Ctx() ctx: TenantContext, @Args('id', { type: () => ID }) id: string): Promise<SsoTest> {
    return this.shownTest(await this.tests.get(ctx, id));
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoConnectionPayload, { description: 'Turned off until it was tried. For tenant admins.' })
  async createOidcConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { name, oidc, clientSecret, mapping, provisions }: CreateOidcConnectionInput,
  ): Promise<SsoConnectionPayload> {
    const secret = clientSecret === '' ? undefined : clientSecret;
    const given = { kind: 'oidc', name, config: oidc, mapping: mapping ?? {}, provisions, secret } as const;
    return this.payload(await this.connections.create(ctx, given));
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoConnectionPayload, {
    description:
      'Counts from the next sign-in on. What somebody changes who is no owner lets no owner in until an owner saves it. For tenant admins.',
  })
  async updateOidcConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId, name, oidc, clientSecret, mapping, provisions }: UpdateOidcConnectionInput,
  ): Promise<SsoConnectionPayload> {
    const secret = clientSecret === '' ? null : clientSecret;
    const changes = { name, config: oidc, mapping, provisions, secret };
    return this.payload(await this.connections.update(ctx, connectionId, changes));
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoConnectionPayload, {
    description: 'Turning it off ends the sessions that began by it. For tenant admins.',
  })
  async setSsoConnectionEnabled(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId, enabled }: SetSsoConnectionEnabledInput,
  ): Promise<SsoConnectionPayload> {
    return this.payload(await this.connections.enable(ctx, connectionId, enabled));
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoConnectionPayload, { description: 'People stay; its sessions end. For tenant admins.' })
  async deleteSsoConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId }: SsoConnectionInput,
  ): Promise<SsoConnectionPayload> {
    return this.payload(await this.connections.delete(ctx, connectionId));
  }

  @Mutation(() => TestSsoConnectionPayload, {
    description:
      'Begins a round trip that signs nobody in; `ssoTest` says what came of it. For tenant admins.',
  })
  async testSsoConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId }: SsoConnectionInput,
  ): Promise<TestSsoConnectionPayload> {
    return { test: this.shownTest(await this.tests.start(ctx, connectionId)) };
  }

  private payload(connection: Parameters<typeof shownConnection>[0]): SsoConnectionPayload {
    return { connection: shownConnection(connection, this.config.PUBLIC_URL) };
  }

  private shownTest(test: SsoTestView): SsoTest {
    return { ...test, url: `${this.config.PUBLIC_URL}/api/v1/auth/sso/test/${test.id}` };
  }
}
