import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { CatalogueService } from './catalogue.service';
import { DecisionDeliveryService } from './decision-delivery.service';
import { WorkflowControlService } from './workflow-control.service';
import { WorkflowHistoryService } from './history/workflow-history.service';
import { WorkflowStarter } from './workflow-starter';
import { WorkflowsService } from './workflows.service';

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
