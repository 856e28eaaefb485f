import { CalendarsResolver } from '../calendars/calendars.resolver';
import { ConversationFieldsResolver } from '../conversations/conversation-fields.resolver';
import { ConversationsResolver } from '../conversations/conversations.resolver';
import { TaskConversationResolver } from '../conversations/task-conversation.resolver';
import { AbsencesResolver } from '../directory/absences.resolver';
import { DirectorySearchResolver } from '../directory/directory-search.resolver';
import { GroupSettingsResolver } from '../directory/group-settings.resolver';
import { TenantSettingsResolver } from '../directory/tenant-settings.resolver';
import { UserSettingsResolver } from '../directory/user-settings.resolver';
import { AttachmentsResolver } from '../tasks/attachments/attachments.resolver';
import { CommentFieldsResolver } from '../tasks/comments/comment-fields.resolver';
import { CommentsResolver } from '../tasks/comments/comments.resolver';
import { DraftsResolver } from '../tasks/drafts/drafts.resolver';
import { TaskApprovalFieldsResolver } from '../tasks/task-approval-fields.resolver';
import { TaskApprovalsResolver } from '../tasks/task-approvals.resolver';
import { TaskControlResolver } from '../tasks/task-control.resolver';
import { TaskCountsResolver } from '../tasks/task-counts.resolver';
import { TaskEventResolver } from '../tasks/task-event.resolver';
import { TaskFieldsResolver } from '../tasks/task-fields.resolver';
import { TaskHandoverResolver } from '../tasks/task-handover.resolver';
import { TaskStepResolver } from '../tasks/task-step.resolver';
import { TaskUpdatesResolver } from '../tasks/task-updates.resolver';
import { TasksResolver } from '../tasks/tasks.resolver';
import { StandingRulesResolver } from '../tasks/tool-approvals/standing-rules.resolver';
import { ToolApprovalsResolver, ToolCallsResolver } from '../tasks/tool-approvals/tool-approvals.resolver';
import { ViewerResolver } from '../viewer/viewer.resolver';
import { WorkflowControlResolver } from '../workflows/workflow-control.resolver';
import { WorkflowsResolver } from '../workflows/workflows.resolver';

/** Everything that the schema is made of. */
export const RESOLVERS = [
  CalendarsResolver,
  ConversationFieldsResolver,
  ConversationsResolver,
  TaskConversationResolver,
  AbsencesResolver,
  DirectorySearchResolver,
  GroupSettingsResolver,
  TenantSettingsResolver,
  UserSettingsResolver,
  AttachmentsResolver,
  CommentFieldsResolver,
  CommentsResolver,
  DraftsResolver,
  TaskApprovalFieldsResolver,
  TaskApprovalsResolver,
  TaskControlResolver,
  TaskCountsResolver,
  TaskEventResolver,
  TaskFieldsResolver,
  TaskHandoverResolver,
  TaskStepResolver,
  TasksResolver,
  StandingRulesResolver,
  ToolApprovalsResolver,
  ToolCallsResolver,
  TaskUpdatesResolver,
  ViewerResolver,
  WorkflowControlResolver,
  WorkflowsResolver,
];
