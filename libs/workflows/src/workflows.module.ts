import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { CatalogueService } from './catalogue/catalogue.service';
import { WorkflowControlService } from './control/workflow-control.service';
import { DecisionDeliveryService } from './delivery/decision-delivery.service';
import { WorkflowStarter } from './executions/workflow-starter.service';
import { WorkflowsService } from './executions/workflows.service';
import { WorkflowHistoryService } from './history/workflow-history.service';

const SERVICES = [
  CatalogueService,
  DecisionDeliveryService,
  WorkflowControlService,
  WorkflowHistoryService,
  WorkflowStarter,
  WorkflowsService,
];

@Module({ imports: [TenancyModule, TasksModule], providers: SERVICES, exports: SERVICES })
export class WorkflowsModule {}
