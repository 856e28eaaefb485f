import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { AttachmentsController } from './attachments/attachments.controller';
import { AttachmentsResolver } from './attachments/attachments.resolver';
import { CommentFieldsResolver } from './comments/comment-fields.resolver';
import { CommentsResolver } from './comments/comments.resolver';
import { DraftsResolver } from './drafts/drafts.resolver';
import { TaskApprovalFieldsResolver } from './approvals/task-approval-fields.resolver';
import { TaskApprovalsResolver } from './approvals/task-approvals.resolver';
import { TaskControlResolver } from './control/task-control.resolver';
import { TaskCountsResolver } from './list/task-counts.resolver';
import { TaskEventResolver } from './history/task-event.resolver';
import { TaskFieldsResolver } from './task-fields.resolver';
import { TaskHandoverResolver } from './control/task-handover.resolver';
import { TaskStepResolver } from './sla/task-step.resolver';
import { TaskUpdates } from './updates/task-updates.service';
import { TaskUpdatesResolver } from './updates/task-updates.resolver';
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
