import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { GroupsResolver } from './groups.resolver';

const RESOLVERS = [GroupsResolver];

@Module({ imports: [TenancyModule], providers: RESOLVERS })
export class GroupsApiModule {
  static readonly resolvers = RESOLVERS;
}
