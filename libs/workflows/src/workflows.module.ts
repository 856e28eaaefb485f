import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { CatalogueService } from './catalogue/catalogue.service';
import { WorkflowRestartService } from './control/workflow-restart.service';
import { WorkflowControlService } from './control/workflow-control.service';
import { DecisionDeliveryService } from './delivery/decision-delivery.service';
import { ExecutionAccess } from './executions/execution-access.service';
import { ExecutionHolding } from './executions/execution-holding.service';
import { OpenExecutions } from './executions/open-executions.service';
import { TemporalExecutions } from './executions/temporal-executions.service';
import { WorkflowStarter } from './executions/workflow-starter.service';
import { WorkflowsService } from './executions/workflows.service';
import { WorkflowProblems } from './problems/problem.store';
import { WorkflowHistoryService } from './history/workflow-history.service';

const SERVICES = [
  CatalogueService,
  DecisionDeliveryService,
  OpenExecutions,
  TemporalExecutions,
  WorkflowControlService,
  WorkflowHistoryService,
  WorkflowProblems,
  WorkflowRestartService,
  WorkflowStarter,
  WorkflowsService,
];

@Module({
  imports: [TenancyModule, TasksModule],
  providers: [...SERVICES, ExecutionAccess, ExecutionHolding],
  exports: SERVICES,
})
export class WorkflowsModule {}
