import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { TaskFieldsResolver } from './task-fields.resolver';
import { TaskUpdates } from './task-updates';
import { TaskUpdatesResolver } from './task-updates.resolver';
import { TasksResolver } from './tasks.resolver';

@Module({
  imports: [TenancyModule, TasksModule],
  providers: [TaskFieldsResolver, TasksResolver, TaskUpdates, TaskUpdatesResolver],
})
export class TasksApiModule {}
