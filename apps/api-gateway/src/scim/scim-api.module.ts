import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { ScimConnectionsResolver } from './connections/scim-connections.resolver';
import { ScimTokenStrategy } from './protocol/scim-token.strategy';
import { ScimAnswers } from './scim-answers.service';
import { ScimDiscoveryController } from './scim-discovery.controller';
import { ScimGroupsController } from './scim-groups.controller';
import { ScimResources } from './protocol/scim-resources.presenter';
import { ScimSearch } from './scim-search.service';
import { ScimUsersController } from './scim-users.controller';

const RESOLVERS = [ScimConnectionsResolver];

@Module({
  imports: [TenancyModule],
  controllers: [ScimUsersController, ScimGroupsController, ScimDiscoveryController],
  providers: [...RESOLVERS, ScimAnswers, ScimResources, ScimSearch, ScimTokenStrategy],
})
export class ScimApiModule {
  static readonly resolvers = RESOLVERS;
}
