import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { CatalogueService } from './catalogue.service';
import { DecisionDeliveryService } from './decision-delivery.service';
import { WorkflowStarter } from './workflow-starter';
import { WorkflowsService } from './workflows.service';

const SERVICES = [WorkflowsService, CatalogueService, DecisionDeliveryService, WorkflowStarter];

@Module({ imports: [TenancyModule, TasksModule], providers: SERVICES, exports: SERVICES })
export class WorkflowsModule {}
