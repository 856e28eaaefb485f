import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { ActivityInterceptor } from './activities/activity.interceptor';
import { OrkestraActivities } from './activities/orkestra.activities';
import { NameWatch } from './publishing/name-watch.service';
import { PublishingActivities } from './publishing/publishing.activities';
import { ReconcilerModule } from './reconciler/reconciler.module';
import { WorkflowsModule } from './workflows.module';

/** What only a worker needs. */
@Module({
  imports: [TenancyModule, TasksModule, WorkflowsModule, ReconcilerModule],
  providers: [OrkestraActivities, ActivityInterceptor, NameWatch, PublishingActivities],
  exports: [OrkestraActivities, ActivityInterceptor, NameWatch, ReconcilerModule],
})
export class ActivitiesModule {}
