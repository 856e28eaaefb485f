import { CalendarsResolver } from '../calendars/calendars.resolver';
import { ConversationFieldsResolver } from '../conversations/conversation-fields.resolver';
import { ConversationsResolver } from '../conversations/conversations.resolver';
import { TaskConversationResolver } from '../conversations/task-conversation.resolver';
import { AbsencesResolver } from '../people/absences.resolver';
import { DirectorySearchResolver } from '../people/directory-search.resolver';
import { GroupSettingsResolver } from '../settings/group-settings.resolver';
import { TenantSettingsResolver } from '../settings/tenant-settings.resolver';
import { UserSettingsResolver } from '../settings/user-settings.resolver';
import { AttachmentsResolver } from '../tasks/attachments/attachments.resolver';
import { CommentFieldsResolver } from '../tasks/comments/comment-fields.resolver';
import { CommentsResolver } from '../tasks/comments/comments.resolver';
import { DraftsResolver } from '../tasks/drafts/drafts.resolver';
import { TaskApprovalFieldsResolver } from '../tasks/approvals/task-approval-fields.resolver';
import { TaskApprovalsResolver } from '../tasks/approvals/task-approvals.resolver';
import { TaskControlResolver } from '../tasks/control/task-control.resolver';
import { TaskCountsResolver } from '../tasks/list/task-counts.resolver';
import { TaskEventResolver } from '../tasks/history/task-event.resolver';
import { TaskFieldsResolver } from '../tasks/task-fields.resolver';
import { TaskHandoverResolver } from '../tasks/control/task-handover.resolver';
import { TaskStepResolver } from '../tasks/sla/task-step.resolver';
import { TaskUpdatesResolver } from '../tasks/updates/task-updates.resolver';
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
