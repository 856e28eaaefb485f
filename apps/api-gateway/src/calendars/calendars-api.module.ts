import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { CalendarsResolver } from './calendars.resolver';

const RESOLVERS = [CalendarsResolver];

@Module({ imports: [TenancyModule], providers: RESOLVERS })
export class CalendarsApiModule {
  static readonly resolvers = RESOLVERS;
}
