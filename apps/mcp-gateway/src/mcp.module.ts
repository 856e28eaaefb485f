import { Module } from '@nestjs/common';
import { ConversationsModule } from '@orkestra/conversations';
import { TaskConversations, TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { WorkflowsModule } from '@orkestra/workflows';
import { ApprovalsTools } from './approvals/approvals.tools';
import { ConversationPresenter } from './conversations/conversation.presenter';
import { ConversationsResources } from './conversations/conversations.resources';
import { ConversationsTools } from './conversations/conversations.tools';
import { DirectoryTools } from './directory/directory.tools';
import { IdentityTools } from './identity/identity.tools';
import { OrkestraPrompts } from './prompts/orkestra.prompts';
import { PromptCatalogue } from './prompts/prompt-catalogue.service';
import { RunningCalls } from './protocol/running-calls.service';
import { ResourceCatalogue } from './resources/resource-catalogue.service';
import { ResourceUpdates } from './resources/resource-updates.service';
import { McpServers } from './server/mcp-servers.service';
import { PromptHandlers } from './server/prompt-handlers.service';
import { ResourceHandlers } from './server/resource-handlers.service';
import { ToolCatalogue } from './server/tool-catalogue.service';
import { TaskControlTools } from './tasks/task-control.tools';
import { TaskDecisionTools } from './tasks/task-decision.tools';
import { TaskQuestions } from './tasks/task-questions.service';
import { TaskPresenter } from './tasks/task.presenter';
import { TasksResources } from './tasks/tasks.resources';
import { TasksTools } from './tasks/tasks.tools';
import { TenantResources } from './tenant/tenant.resources';
import { WorkflowControlTools } from './workflows/workflow-control.tools';
import { WorkflowListsTools } from './workflows/workflow-lists.tools';
import { WorkflowPresenter } from './workflows/workflow.presenter';
import { WorkflowsResources } from './workflows/workflows.resources';
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
    ConversationsResources,
    ConversationsTools,
    ApprovalsTools,
    DirectoryTools,
    IdentityTools,
    McpServers,
    OrkestraPrompts,
    PromptCatalogue,
    PromptHandlers,
    ResourceCatalogue,
    ResourceHandlers,
    ResourceUpdates,
    RunningCalls,
    TaskControlTools,
    TaskDecisionTools,
    TaskPresenter,
    TasksResources,
    TaskQuestions,
    TasksTools,
    TenantResources,
    ToolCatalogue,
    WorkflowControlTools,
    WorkflowListsTools,
    WorkflowPresenter,
    WorkflowsResources,
    WorkflowsTools,
  ],
  exports: [McpServers, ResourceUpdates, RunningCalls, TenancyModule, ToolCatalogue],
})
export class McpModule {}
