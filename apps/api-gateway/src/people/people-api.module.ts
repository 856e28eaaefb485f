import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AbsencesResolver } from './absences.resolver';
import { DirectorySearchResolver } from './directory-search.resolver';
import { PeopleLoadersFactory } from './people.loaders';

const RESOLVERS = [AbsencesResolver, DirectorySearchResolver];

@Module({
  imports: [TenancyModule],
  providers: [...RESOLVERS, PeopleLoadersFactory],
  exports: [PeopleLoadersFactory],
})
export class PeopleApiModule {
  static readonly resolvers = RESOLVERS;
  static readonly loaders = PeopleLoadersFactory;
}
