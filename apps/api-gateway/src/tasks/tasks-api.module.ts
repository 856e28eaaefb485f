import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { AttachmentsController } from './attachments/attachments.controller';
import { AttachmentsResolver } from './attachments/attachments.resolver';
import { CommentFieldsResolver } from './comments/comment-fields.resolver';
import { CommentsResolver } from './comments/comments.resolver';
import { DraftsResolver } from './drafts/drafts.resolver';
import { TaskApprovalFieldsResolver } from './task-approval-fields.resolver';
import { TaskApprovalsResolver } from './task-approvals.resolver';
import { TaskControlResolver } from './task-control.resolver';
import { TaskCountsResolver } from './task-counts.resolver';
import { TaskEventResolver } from './task-event.resolver';
import { TaskFieldsResolver } from './task-fields.resolver';
import { TaskHandoverResolver } from './task-handover.resolver';
import { TaskStepResolver } from './task-step.resolver';
import { TaskUpdates } from './task-updates';
import { TaskUpdatesResolver } from './task-updates.resolver';
import { TasksResolver } from './tasks.resolver';
import { StandingRulesResolver } from './tool-approvals/standing-rules.resolver';
import { ToolApprovalsResolver, ToolCallsResolver } from './tool-approvals/tool-approvals.resolver';

@Module({
  imports: [TenancyModule, TasksModule],
  controllers: [AttachmentsController],
  providers: [
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
    TaskUpdates,
    TaskUpdatesResolver,
    StandingRulesResolver,
    ToolApprovalsResolver,
    ToolCallsResolver,
  ],
})
export class TasksApiModule {}
