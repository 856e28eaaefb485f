import { UseGuards } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SsoDomains, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { FreshProofGuard } from '../auth/fresh-proof.guard';
import { shownDomain } from './shown-connection';
import { SsoDomain } from './sso-connection.type';
import { SsoDomainPayload } from './sso-payloads.type';
import { BindSsoDomainInput, SsoDomainInput } from './sso.input';

/** E-mail domains of the workspace. */
@Resolver()
export class SsoDomainsResolver {
  constructor(private readonly domains: SsoDomains) {}

  @Query(() => [SsoDomain], { description: 'By name; at most 100. For tenant admins.' })
  async ssoDomains(@Ctx() ctx: TenantContext): Promise<SsoDomain[]> {
    return (await this.domains.list(ctx)).map(shownDomain);
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoDomainPayload, {
    description: 'Counts once it is verified. One that is there already is given back. For tenant admins.',
  })
  async addSsoDomain(
    @Ctx() ctx: TenantContext,
    @Args('input') { domain }: SsoDomainInput,
  ): Promise<SsoDomainPayload> {
    return { domain: shownDomain(await this.domains.add(ctx, domain)) };
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoDomainPayload, {
    description: 'Has a connection speak for the addresses at the domain. For tenant admins.',
  })
  async bindSsoDomain(
    @Ctx() ctx: TenantContext,
    @Args('input') { domain, connectionId }: BindSsoDomainInput,
  ): Promise<SsoDomainPayload> {
    return { domain: shownDomain(await this.domains.bind(ctx, domain, connectionId ?? null)) };
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoDomainPayload, { description: 'Looks for the TXT record. For tenant admins.' })
  async verifySsoDomain(
    @Ctx() ctx: TenantContext,
    @Args('input') { domain }: SsoDomainInput,
  ): Promise<SsoDomainPayload> {
    return { domain: shownDomain(await this.domains.verify(ctx, domain)) };
  }

  @UseGuards(FreshProofGuard)
  @Mutation(() => SsoDomainPayload, {
    description: 'Who has come in stays; nobody new comes in by an address there. For tenant admins.',
  })
  async removeSsoDomain(
    @Ctx() ctx: TenantContext,
    @Args('input') { domain }: SsoDomainInput,
  ): Promise<SsoDomainPayload> {
    return { domain: shownDomain(await this.domains.remove(ctx, domain)) };
  }
}
