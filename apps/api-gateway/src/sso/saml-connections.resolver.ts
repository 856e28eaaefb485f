import { UseGuards } from '@nestjs/common';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Config } from '@orkestra/core';
import { readCertificate, SamlConnections, type SamlKeyView, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { FreshProofGuard } from '../auth/fresh-proof.guard';
import { CreateSamlConnectionInput, SamlMetadataInput, UpdateSamlConnectionInput } from './saml.input';
import { SamlKey, SamlKeysPayload, SamlMetadataPayload } from './saml-settings.type';
import { shownConnection } from './shown-connection';
import { SsoConnection } from './sso-connection.type';
import { SsoConnectionPayload } from './sso-payloads.type';
import { SsoConnectionInput } from './sso.input';
import type { FieldContext } from '../graphql/graphql-context';

/** SAML 2.0 connections. */
@Resolver(() => SsoConnection)
export class SamlConnectionsResolver {
  constructor(
    private readonly connections: SamlConnections,
    private readonly config: Config,
  ) {}

  @ResolveField(() => [SamlKey], {
    description: 'Our key pairs of a SAML connection; the first is in use, another is to take its place.',
  })
  async samlKeys({ id, kind }: SsoConnection, _args: unknown, { ctx }: FieldContext): Promise<SamlKey[]> {
    return kind === 'saml' ? (await this.connections.keysOf(ctx, id)).map(shownKey) : [];
  }

  @Mutation(() => SamlMetadataPayload, {
    description: 'What would be taken from metadata; nothing is saved. For tenant admins.',
  })
  async readSamlMetadata(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SamlMetadataInput,
  ): Promise<SamlMetadataPayload> {
    const { certificates, ...read } = await this.connections.read(ctx, input);
    return { metadata: { ...read, certificates: certificates.map(readCertificate) } };
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoConnectionPayload, { description: 'Turned off until it was tried. For tenant admins.' })
  async createSamlConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { mapping, ...given }: CreateSamlConnectionInput,
  ): Promise<SsoConnectionPayload> {
    return this.payload(await this.connections.create(ctx, { ...given, mapping: mapping ?? {} }));
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoConnectionPayload, {
    description:
      'Counts from the next sign-in on. What somebody changes who is no owner lets no owner in until an owner saves it. For tenant admins.',
  })
  async updateSamlConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId, ...changes }: UpdateSamlConnectionInput,
  ): Promise<SsoConnectionPayload> {
    return this.payload(await this.connections.update(ctx, connectionId, changes));
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SamlKeysPayload, {
    description:
      'Adds a key pair beside the one in use: our metadata names both until the provider has read it. For tenant admins.',
  })
  async beginSamlKeyRollover(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId }: SsoConnectionInput,
  ): Promise<SamlKeysPayload> {
    return { keys: (await this.connections.beginKeyRollover(ctx, connectionId)).map(shownKey) };
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SamlKeysPayload, {
    description: 'Has the newer key pair take the place of the other, which is deleted. For tenant admins.',
  })
  async finishSamlKeyRollover(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId }: SsoConnectionInput,
  ): Promise<SamlKeysPayload> {
    return { keys: (await this.connections.finishKeyRollover(ctx, connectionId)).map(shownKey) };
  }

  private payload(connection: Parameters<typeof shownConnection>[0]): SsoConnectionPayload {
    return { connection: shownConnection(connection, this.config.PUBLIC_URL) };
  }
}

function shownKey({ certificate, ...key }: SamlKeyView): SamlKey {
  return { ...key, certificate: readCertificate(certificate) };
}
