import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { DirectorySearchResolver } from './directory-search.resolver';

@Module({ imports: [TenancyModule], providers: [DirectorySearchResolver] })
export class DirectoryApiModule {}
