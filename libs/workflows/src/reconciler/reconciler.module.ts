import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '../workflows.module';
import { ClosedWorkflows } from './closed-workflows.service';
import { FullPass } from './full-pass.service';
import { ProblemWatch } from './problem-watch.service';
import { QueueWatch } from './queue-watch.service';
import { ReconcilerState } from './reconciler-state.store';
import { ReconcilerActivities } from './reconciler.activities';
import { Visibility } from './visibility.service';
import { WorkflowEnds } from './workflow-ends.service';

@Module({
  imports: [TenancyModule, TasksModule, WorkflowsModule],
  providers: [
    ReconcilerActivities,
    ClosedWorkflows,
    FullPass,
    WorkflowEnds,
    Visibility,
    QueueWatch,
    ProblemWatch,
    ReconcilerState,
  ],
  exports: [ReconcilerActivities, QueueWatch],
})
export class ReconcilerModule {}
