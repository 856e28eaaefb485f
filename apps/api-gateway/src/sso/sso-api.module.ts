import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { ExternalIdentitiesResolver } from './external-identities.resolver';
import { SamlConnectionsResolver } from './saml-connections.resolver';
import { SsoConnectionsResolver } from './sso-connections.resolver';
import { SsoDomainsResolver } from './sso-domains.resolver';

const RESOLVERS = [
  ExternalIdentitiesResolver,
  SamlConnectionsResolver,
  SsoConnectionsResolver,
  SsoDomainsResolver,
];

@Module({ imports: [TenancyModule], providers: RESOLVERS })
export class SsoApiModule {
  static readonly resolvers = RESOLVERS;
}
