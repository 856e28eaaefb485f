import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { AbsencesResolver } from './absences.resolver';
import { DirectorySearchResolver } from './directory-search.resolver';
import { DeparturesResolver } from './departures.resolver';
import { PeopleLoadersFactory } from './people.loaders';
import { PeopleResolver } from './people.resolver';

const RESOLVERS = [AbsencesResolver, DeparturesResolver, DirectorySearchResolver, PeopleResolver];

@Module({
  imports: [TenancyModule],
  providers: [...RESOLVERS, PeopleLoadersFactory],
  exports: [PeopleLoadersFactory],
})
export class PeopleApiModule {
  static readonly resolvers = RESOLVERS;
  static readonly loaders = PeopleLoadersFactory;
}
