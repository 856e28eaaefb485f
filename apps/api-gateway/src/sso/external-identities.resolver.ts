import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ExternalIdentities, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  ExternalIdentity,
  UnlinkExternalIdentityInput,
  UnlinkExternalIdentityPayload,
} from './external-identity.type';

@Resolver()
export class ExternalIdentitiesResolver {
  constructor(private readonly identities: ExternalIdentities) {}

  @Query(() => [ExternalIdentity], {
    description:
      'By which accounts of directories somebody comes in; one at most of each. For tenant admins.',
  })
  async externalIdentities(
    @Ctx() ctx: TenantContext,
    @Args('user', { type: () => String, description: 'E-mail address or id.' }) user: string,
  ): Promise<ExternalIdentity[]> {
    return this.identities.list(ctx, user);
  }

  @Mutation(() => UnlinkExternalIdentityPayload, {
    description:
      'Its sessions end. Whom the directory sends next with the account is treated as at a first sign-in. For tenant admins; an owner’s for owners.',
  })
  async unlinkExternalIdentity(
    @Ctx() ctx: TenantContext,
    @Args('input') { user, connectionId }: UnlinkExternalIdentityInput,
  ): Promise<UnlinkExternalIdentityPayload> {
    return { ended: await this.identities.unlink(ctx, user, connectionId) };
  }
}
