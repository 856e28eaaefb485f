import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { CalendarsResolver } from './calendars.resolver';

@Module({ imports: [TenancyModule], providers: [CalendarsResolver] })
export class CalendarsApiModule {}
