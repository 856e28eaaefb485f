import { Module } from '@nestjs/common';
import { ConversationsModule } from '@orkestra/conversations';
import { TaskConversations, TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '@orkestra/workflows';
import { ConversationPresenter } from './conversations/conversation-presenter';
import { ConversationsTools } from './conversations/conversations.tools';
import { ApprovalsTools } from './approvals/approvals.tools';
import { IdentityTools } from './identity/identity.tools';
import { McpServers } from './server/mcp-servers';
import { RunningCalls } from './server/running-calls';
import { ToolCatalogue } from './server/tool-catalogue';
import { TaskPresenter } from './tasks/task-presenter';
import { TasksTools } from './tasks/tasks.tools';
import { WorkflowPresenter } from './workflows/workflow-presenter';
import { WorkflowsTools } from './workflows/workflows.tools';

/** The tools, whatever transport they are reached by. Needs the global CoreModule. */
@Module({
  imports: [
    TenancyModule,
    TasksModule,
    WorkflowsModule,
    ConversationsModule.seenBy(TaskConversations, [TasksModule]),
  ],
  providers: [
    ConversationPresenter,
    ConversationsTools,
    ApprovalsTools,
    IdentityTools,
    McpServers,
    RunningCalls,
    TaskPresenter,
    TasksTools,
    ToolCatalogue,
    WorkflowPresenter,
    WorkflowsTools,
  ],
  exports: [McpServers, RunningCalls, TenancyModule, ToolCatalogue],
})
export class McpModule {}
