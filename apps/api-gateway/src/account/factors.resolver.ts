import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AccountService, PasskeysService, type TenantContext, TotpService } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { AddPasskeyInput, ConfirmTotpInput, RemovePasskeyInput, RenamePasskeyInput } from './account.input';
import { AccountPayload, BeginPasskeyPayload, BeginTotpPayload, FactorAddedPayload } from './account.type';

/** The viewer's second factors. */
@Resolver()
export class FactorsResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeysService,
  ) {}

  @Mutation(() => BeginTotpPayload, { description: 'It counts once `confirmTotp` has got a code of it.' })
  async beginTotp(@Ctx() ctx: TenantContext): Promise<BeginTotpPayload> {
    return this.totp.begin(ctx);
  }

  @Mutation(() => FactorAddedPayload)
  async confirmTotp(
    @Ctx() ctx: TenantContext,
    @Args('input') { code }: ConfirmTotpInput,
  ): Promise<FactorAddedPayload> {
    const recoveryCodes = await this.totp.confirm(ctx, code);
    return { account: await this.accounts.describe(ctx), recoveryCodes };
  }

  @Mutation(() => AccountPayload)
  async removeTotp(@Ctx() ctx: TenantContext): Promise<AccountPayload> {
    await this.totp.remove(ctx);
    return this.payload(ctx);
  }

  @Mutation(() => BeginPasskeyPayload)
  async beginPasskey(@Ctx() ctx: TenantContext): Promise<BeginPasskeyPayload> {
    return this.passkeys.begin(ctx);
  }

  @Mutation(() => FactorAddedPayload)
  async addPasskey(
    @Ctx() ctx: TenantContext,
    @Args('input') { ticket, name, response }: AddPasskeyInput,
  ): Promise<FactorAddedPayload> {
    const { recoveryCodes } = await this.passkeys.add(ctx, ticket, name, response);
    return { account: await this.accounts.describe(ctx), recoveryCodes };
  }

  @Mutation(() => AccountPayload)
  async renamePasskey(
    @Ctx() ctx: TenantContext,
    @Args('input') { passkeyId, name }: RenamePasskeyInput,
  ): Promise<AccountPayload> {
    await this.passkeys.rename(ctx, passkeyId, name);
    return this.payload(ctx);
  }

  @Mutation(() => AccountPayload)
  async removePasskey(
    @Ctx() ctx: TenantContext,
    @Args('input') { passkeyId }: RemovePasskeyInput,
  ): Promise<AccountPayload> {
    await this.passkeys.remove(ctx, passkeyId);
    return this.payload(ctx);
  }

  private async payload(ctx: TenantContext): Promise<AccountPayload> {
    return { account: await this.accounts.describe(ctx) };
  }
}
