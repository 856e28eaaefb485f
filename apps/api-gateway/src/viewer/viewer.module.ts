import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { ViewerResolver } from './viewer.resolver';
import { ViewerService } from './viewer.service';

const RESOLVERS = [ViewerResolver];

@Module({
  imports: [TenancyModule],
  providers: [...RESOLVERS, ViewerService],
  exports: [ViewerService],
})
export class ViewerModule {
  static readonly resolvers = RESOLVERS;
}
