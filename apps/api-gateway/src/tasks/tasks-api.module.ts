import { Module } from '@nestjs/common';
import { TasksModule } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { SharedReads } from '../graphql/shared-reads.service';
import { TaskApprovalFieldsResolver } from './approvals/task-approval-fields.resolver';
import { TaskApprovalsResolver } from './approvals/task-approvals.resolver';
import { AttachmentsController } from './attachments/attachments.controller';
import { AttachmentsResolver } from './attachments/attachments.resolver';
import { CommentFieldsResolver } from './comments/comment-fields.resolver';
import { CommentsResolver } from './comments/comments.resolver';
import { TaskControlResolver } from './control/task-control.resolver';
import { TaskHandoverResolver } from './control/task-handover.resolver';
import { DraftsResolver } from './drafts/drafts.resolver';
import { TaskEventResolver } from './history/task-event.resolver';
import { TaskCountsResolver } from './list/task-counts.resolver';
import { DecisionReceiptsResolver } from './records/decision-receipts.resolver';
import { RevealResolver } from './records/reveal.resolver';
import { TaskRecordsResolver } from './records/task-records.resolver';
import { TaskStepResolver } from './sla/task-step.resolver';
import { TaskFieldsResolver } from './task-fields.resolver';
import { TaskLoadersFactory } from './task/tasks.loaders';
import { TasksResolver } from './tasks.resolver';
import { StandingRulesResolver } from './tool-approvals/standing-rules.resolver';
import { ToolApprovalsResolver, ToolCallsResolver } from './tool-approvals/tool-approvals.resolver';
import { TaskUpdatesResolver } from './updates/task-updates.resolver';
import { TaskUpdates } from './updates/task-updates.service';

const RESOLVERS = [
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
  DecisionReceiptsResolver,
  RevealResolver,
  TaskRecordsResolver,
  TaskStepResolver,
  TasksResolver,
  TaskUpdatesResolver,
  StandingRulesResolver,
  ToolApprovalsResolver,
  ToolCallsResolver,
];

@Module({
  imports: [TenancyModule, TasksModule],
  controllers: [AttachmentsController],
  providers: [...RESOLVERS, SharedReads, TaskLoadersFactory, TaskUpdates],
  exports: [TaskLoadersFactory],
})
export class TasksApiModule {
  static readonly resolvers = RESOLVERS;
  static readonly loaders = TaskLoadersFactory;
}
