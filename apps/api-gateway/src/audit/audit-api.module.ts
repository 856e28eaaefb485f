import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AuditEventsResolver } from './audit-events.resolver';

const RESOLVERS = [AuditEventsResolver];

@Module({ imports: [TenancyModule], providers: RESOLVERS })
export class AuditApiModule {
  static readonly resolvers = RESOLVERS;
}
