import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { TenantController } from './tenant.controller';
import { WorkspaceResolver } from './workspace.resolver';

const RESOLVERS = [WorkspaceResolver];

@Module({
  // The files of an export belong to tasks.
  imports: [TenancyModule, TasksModule],
  controllers: [TenantController],
  providers: RESOLVERS,
})
export class TenantsApiModule {
  static readonly resolvers = RESOLVERS;
}
