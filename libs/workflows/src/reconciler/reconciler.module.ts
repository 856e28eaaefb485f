import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '../workflows.module';
import { ClosedWorkflows } from './closed-workflows';
import { FullPass } from './full-pass';
import { OpenExecutions } from './open-executions';
import { ReconcilerState } from './reconciler-state';
import { ReconcilerActivities } from './reconciler.activities';
import { TemporalExecutions } from './temporal-executions';
import { Visibility } from './visibility';
import { WorkflowEnds } from './workflow-ends';

@Module({
  imports: [TenancyModule, TasksModule, WorkflowsModule],
  providers: [
    ReconcilerActivities,
    ClosedWorkflows,
    FullPass,
    WorkflowEnds,
    OpenExecutions,
    TemporalExecutions,
    Visibility,
    ReconcilerState,
  ],
  exports: [ReconcilerActivities],
})
export class ReconcilerModule {}
