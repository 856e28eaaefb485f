import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { ViewerResolver } from './viewer.resolver';
import { ViewerService } from './viewer.service';

@Module({
  imports: [TenancyModule],
  providers: [ViewerResolver, ViewerService],
  exports: [ViewerService],
})
export class ViewerModule {}
