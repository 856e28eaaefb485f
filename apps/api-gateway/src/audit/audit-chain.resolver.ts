import { Query, Resolver } from '@nestjs/graphql';
import { AuditSeals, type ChainState, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { AuditChain } from './audit-chain.type';

@Resolver(() => AuditChain)
export class AuditChainResolver {
  constructor(private readonly seals: AuditSeals) {}

  @Query(() => AuditChain, {
    description: 'How far the audit log is sealed. For owners, admins and auditors.',
  })
  async auditChain(@Ctx() ctx: TenantContext): Promise<ChainState> {
    return this.seals.state(ctx);
  }
}
