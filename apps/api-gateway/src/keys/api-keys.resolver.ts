import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutNulls } from '@orkestra/core';
import {
  ALL_SCOPES,
  ApiKeysService,
  type ApiKeyUse,
  type ApiKeyView,
  KeyChangesService,
  PERMISSIONS,
  type TenantContext,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import {
  ApiKeyFilterInput,
  CreateApiKeyInput,
  RevokeApiKeyInput,
  RotateApiKeyInput,
  UpdateApiKeyInput,
} from './api-key.input';
import { ApiKey, ApiKeyConnection, ApiKeyScope, ApiKeyUseConnection } from './api-key.type';
import {
  CreateApiKeyPayload,
  RevokeApiKeyPayload,
  RotateApiKeyPayload,
  UpdateApiKeyPayload,
} from './key-payloads.type';

/** Keys of programs and agents. */
@Resolver()
export class ApiKeysResolver {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly changes: KeyChangesService,
  ) {}

  @Query(() => ApiKeyConnection, {
    description: 'The keys of the workspace, newest first. For tenant admins.',
  })
  async apiKeys(
    @Ctx() ctx: TenantContext,
    // Optional rather than `| null`, which would hide the class from whatever checks the argument.
    @Args('filter', { type: () => ApiKeyFilterInput, nullable: true }) filter?: ApiKeyFilterInput,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ApiKeyView>> {
    return toConnection(await this.keys.list(ctx, withoutNulls(filter ?? {}), { first, after }), { after });
  }

  @Query(() => ApiKey, { description: 'One key of the workspace. For tenant admins.' })
  async apiKey(
    @Ctx() ctx: TenantContext,
    @Args('keyId', { type: () => ID }) keyId: string,
  ): Promise<ApiKeyView> {
    return this.keys.get(ctx, keyId);
  }

  @Query(() => ApiKeyUseConnection, {
    description:
      'From where a key was used in the last 90 days, the latest day first; up to a minute late. For tenant admins.',
  })
  async apiKeyUses(
    @Ctx() ctx: TenantContext,
    @Args('keyId', { type: () => ID }) keyId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ApiKeyUse>> {
    return toConnection(await this.keys.uses(ctx, keyId, { first, after }), { after });
  }

  @Query(() => [ApiKeyScope], { description: 'What a key may be allowed to do.' })
  apiKeyScopes(): ApiKeyScope[] {
    return ALL_SCOPES.map((name) => ({ name, meaning: PERMISSIONS[name].meaning }));
  }

  @Mutation(() => CreateApiKeyPayload, {
    description: 'Makes a key and shows it this once. For tenant admins.',
  })
  async createApiKey(
    @Ctx() ctx: TenantContext,
    @Args('input') input: CreateApiKeyInput,
  ): Promise<{ apiKey: ApiKeyView; secret: string }> {
    const { id, key } = await this.keys.create(ctx, withoutNulls(input));
    return { apiKey: await this.keys.get(ctx, id), secret: key };
  }

  @Mutation(() => RotateApiKeyPayload, {
    description:
      'Gives a key a successor with a new secret and the same rights, and shows it this once. For tenant admins.',
  })
  async rotateApiKey(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RotateApiKeyInput,
  ): Promise<{ apiKey: ApiKeyView; secret: string; replaced: ApiKeyView }> {
    const { keyId, ...rotation } = withoutNulls(input);
    const { id, key } = await this.changes.rotate(ctx, keyId, rotation);
    const [apiKey, replaced] = [await this.keys.get(ctx, id), await this.keys.get(ctx, keyId)];
    return { apiKey, secret: key, replaced };
  }

  @Mutation(() => UpdateApiKeyPayload, {
    description: 'Changes what may be changed of a key, from the next request on. For tenant admins.',
  })
  async updateApiKey(
    @Ctx() ctx: TenantContext,
    @Args('input') input: UpdateApiKeyInput,
  ): Promise<{ apiKey: ApiKeyView }> {
    const { keyId, name, allowedNetworks, requestsPerMinute = null, onBehalfOf = null } = input;
    await this.changes.update(ctx, keyId, { name, allowedNetworks, requestsPerMinute, onBehalfOf });
    return { apiKey: await this.keys.get(ctx, keyId) };
  }

  @Mutation(() => RevokeApiKeyPayload, {
    description: 'Ends a key for good, from the next request on. For tenant admins.',
  })
  async revokeApiKey(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RevokeApiKeyInput,
  ): Promise<{ apiKey: ApiKeyView }> {
    await this.keys.revoke(ctx, input.keyId);
    return { apiKey: await this.keys.get(ctx, input.keyId) };
  }
}
