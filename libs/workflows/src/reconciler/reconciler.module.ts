import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '../workflows.module';
import { ClosedWorkflows } from './closed-workflows.service';
import { FullPass } from './full-pass.service';
import { OpenExecutions } from './open-executions.service';
import { ReconcilerState } from './reconciler-state.store';
import { ReconcilerActivities } from './reconciler.activities';
import { TemporalExecutions } from './temporal-executions.service';
import { Visibility } from './visibility.service';
import { WorkflowEnds } from './workflow-ends.service';

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
