import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  AccountPasswords,
  AccountService,
  type AccountView,
  PasswordLinks,
  StepUp,
  type TenantContext,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  ChangePasswordInput,
  IssuePasswordLinkInput,
  ProveIdentityInput,
  ResetFactorsInput,
} from './account.input';
import {
  Account,
  AccountPayload,
  PasswordLinkPayload,
  RecoveryCodesPayload,
  ResetFactorsPayload,
} from './account.type';

@Resolver(() => Account)
export class AccountResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly passwords: AccountPasswords,
    private readonly links: PasswordLinks,
    private readonly stepUp: StepUp,
  ) {}

  @Query(() => Account, { description: 'For a person who has signed in.' })
  async account(@Ctx() ctx: TenantContext): Promise<AccountView> {
    return this.accounts.describe(ctx);
  }

  @Mutation(() => AccountPayload, { description: 'Ends all other sessions of the viewer.' })
  async changePassword(
    @Ctx() ctx: TenantContext,
    @Args('input') { password, currentPassword }: ChangePasswordInput,
  ): Promise<{ account: AccountView }> {
    await this.passwords.change(ctx, password, currentPassword);
    return { account: await this.accounts.describe(ctx) };
  }

  @Mutation(() => AccountPayload, {
    description:
      'After `account.step_up_needed`: for ten minutes the viewer may change how they sign in without being asked again.',
  })
  async proveIdentity(
    @Ctx() ctx: TenantContext,
    @Args('input') { currentPassword }: ProveIdentityInput,
  ): Promise<{ account: AccountView }> {
    await this.stepUp.prove(ctx, currentPassword);
    return { account: await this.accounts.describe(ctx) };
  }

  @Mutation(() => RecoveryCodesPayload)
  async renewRecoveryCodes(
    @Ctx() ctx: TenantContext,
  ): Promise<{ account: AccountView; recoveryCodes: string[] }> {
    const recoveryCodes = await this.accounts.renewRecoveryCodes(ctx);
    return { account: await this.accounts.describe(ctx), recoveryCodes };
  }

  @Mutation(() => PasswordLinkPayload, {
    description: 'A link by which a person sets a new password, for a day. For tenant admins.',
  })
  async issuePasswordLink(
    @Ctx() ctx: TenantContext,
    @Args('input') { user }: IssuePasswordLinkInput,
  ): Promise<PasswordLinkPayload> {
    return this.links.issue(ctx, user);
  }

  @Mutation(() => ResetFactorsPayload, {
    description: 'Takes all second factors from a person who has lost them. For tenant admins.',
  })
  async resetFactors(
    @Ctx() ctx: TenantContext,
    @Args('input') { user }: ResetFactorsInput,
  ): Promise<ResetFactorsPayload> {
    await this.accounts.resetFactors(ctx, user);
    return { user };
  }
}
