import { UseGuards } from '@nestjs/common';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { withoutNulls } from '@orkestra/core';
import {
  type IssuedScimToken,
  ScimConnectionsService,
  type ScimConnectionView,
  type TenantContext,
} from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { FreshProofGuard } from '../../auth/fresh-proof.guard';
import { ScimResources } from '../protocol/scim-resources.presenter';
import {
  CreateScimConnectionInput,
  EndScimConnectionInput,
  RotateScimTokenInput,
  SetScimRoleMappingsInput,
  UpdateScimConnectionInput,
} from './scim-connection.input';
import {
  CreateScimConnectionPayload,
  EndScimConnectionPayload,
  RotateScimTokenPayload,
  ScimConnection,
  SetScimRoleMappingsPayload,
  UpdateScimConnectionPayload,
} from './scim-connection.type';

/** Connections of directories, for tenant admins. */
@Resolver(() => ScimConnection)
export class ScimConnectionsResolver {
  constructor(
    private readonly service: ScimConnectionsService,
    private readonly resources: ScimResources,
  ) {}

  @Query(() => [ScimConnection], { description: 'Those that have not ended. For tenant admins.' })
  async scimConnections(@Ctx() ctx: TenantContext): Promise<ScimConnectionView[]> {
    return this.service.list(ctx);
  }

  @ResolveField(() => String)
  baseUrl(): string {
    return this.resources.baseUrl;
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => CreateScimConnectionPayload, {
    description: 'One that an owner makes looks after owners too. For tenant admins.',
  })
  async createScimConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { name }: CreateScimConnectionInput,
  ): Promise<IssuedScimToken> {
    return this.service.create(ctx, name);
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => UpdateScimConnectionPayload, { description: 'For tenant admins; an owner’s for owners.' })
  async updateScimConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId, ...changes }: UpdateScimConnectionInput,
  ): Promise<{ connection: ScimConnectionView }> {
    return { connection: await this.service.update(ctx, connectionId, withoutNulls(changes)) };
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => RotateScimTokenPayload, {
    description: 'The token in use works on for the overlap. For tenant admins; an owner’s for owners.',
  })
  async rotateScimToken(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId, overlapHours }: RotateScimTokenInput,
  ): Promise<IssuedScimToken> {
    return this.service.rotate(ctx, connectionId, overlapHours ?? undefined);
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SetScimRoleMappingsPayload, {
    description:
      'Which groups of the directory make their people what; people of none of them are operators, owners stay owners. For tenant admins; an owner’s for owners.',
  })
  async setScimRoleMappings(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId, mappings }: SetScimRoleMappingsInput,
  ): Promise<{ connection: ScimConnectionView }> {
    return { connection: await this.service.setRoleMappings(ctx, connectionId, mappings) };
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => EndScimConnectionPayload, {
    description: 'At once and for good; people and groups stay as they are. For tenant admins.',
  })
  async endScimConnection(
    @Ctx() ctx: TenantContext,
    @Args('input') { connectionId }: EndScimConnectionInput,
  ): Promise<{ connection: ScimConnectionView }> {
    return { connection: await this.service.end(ctx, connectionId) };
  }
}
