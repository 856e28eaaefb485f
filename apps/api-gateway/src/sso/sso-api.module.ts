import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { SsoConnectionsResolver } from './sso-connections.resolver';
import { SsoDomainsResolver } from './sso-domains.resolver';

const RESOLVERS = [SsoConnectionsResolver, SsoDomainsResolver];

@Module({ imports: [TenancyModule], providers: RESOLVERS })
export class SsoApiModule {
  static readonly resolvers = RESOLVERS;
}
