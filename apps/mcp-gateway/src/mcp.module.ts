import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '@orkestra/workflows';
import { DirectoryTools } from './directory/directory.tools';
import { IdentityTools } from './identity/identity.tools';
import { McpServers } from './server/mcp-servers';
import { RunningCalls } from './server/running-calls';
import { ToolCatalogue } from './server/tool-catalogue';
import { TaskControlTools } from './tasks/task-control.tools';
import { TaskDecisionTools } from './tasks/task-decision.tools';
import { TaskPresenter } from './tasks/task-presenter';
import { TaskQuestions } from './tasks/task-questions';
import { TasksTools } from './tasks/tasks.tools';
import { WorkflowControlTools } from './workflows/workflow-control.tools';
import { WorkflowListsTools } from './workflows/workflow-lists.tools';
import { WorkflowPresenter } from './workflows/workflow-presenter';
import { WorkflowsTools } from './workflows/workflows.tools';

/** The tools, whatever transport they are reached by. Needs the global CoreModule. */
@Module({
  imports: [TenancyModule, TasksModule, WorkflowsModule],
  providers: [
    DirectoryTools,
    IdentityTools,
    McpServers,
    RunningCalls,
    TaskControlTools,
    TaskDecisionTools,
    TaskPresenter,
    TaskQuestions,
    TasksTools,
    ToolCatalogue,
    WorkflowControlTools,
    WorkflowListsTools,
    WorkflowPresenter,
    WorkflowsTools,
  ],
  exports: [McpServers, RunningCalls, TenancyModule, ToolCatalogue],
})
export class McpModule {}
