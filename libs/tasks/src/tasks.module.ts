import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { Outbox } from './outbox';
import { TaskDetailsService } from './task-details.service';
import { TasksService } from './tasks.service';

@Module({
  imports: [TenancyModule],
  providers: [TasksService, TaskDetailsService, Outbox],
  exports: [TasksService, TaskDetailsService, Outbox],
})
export class TasksModule {}
