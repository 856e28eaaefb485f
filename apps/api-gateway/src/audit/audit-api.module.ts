import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AuditChainResolver } from './audit-chain.resolver';
import { AuditEventsResolver } from './audit-events.resolver';
import { AuditExportController } from './audit-export.controller';
import { EvidenceKeysController } from './evidence-keys.controller';

const RESOLVERS = [AuditEventsResolver, AuditChainResolver];

@Module({
  imports: [TenancyModule],
  controllers: [AuditExportController, EvidenceKeysController],
  providers: RESOLVERS,
})
export class AuditApiModule {
  static readonly resolvers = RESOLVERS;
}
