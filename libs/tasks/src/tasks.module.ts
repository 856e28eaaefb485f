import { Module } from '@nestjs/common';
import { TenancyModule } from '@orkestra/tenancy';
import { ApprovalsService } from './approvals/approvals.service';
import { AttachmentHolding } from './attachments/attachment-holding.service';
import { AttachmentsService } from './attachments/attachments.service';
import { FileStore } from './attachments/file-store.service';
import { storageProvider } from './attachments/storage.provider';
import { BulkService } from './bulk/bulk.service';
import { CommentsService } from './comments/comments.service';
import { DraftsService } from './drafts/drafts.service';
import { DeadLettersService } from './delivery/dead-letters.service';
import { EveryDeadLetter } from './delivery/every-dead-letter.service';
import { Outbox } from './delivery/outbox.service';
import { TaskTimersService } from './sla/task-timers.service';
import { TimeLimits } from './sla/time-limits.service';
import { TaskClaimsService } from './commands/task-claims.service';
import { TaskCommands } from './commands/task-commands.service';
import { TaskControlService } from './control/task-control.service';
import { TaskConversations } from './list/task-conversations.service';
import { TaskCounts } from './list/task-counts.service';
import { TaskCreator } from './creation/task-creator.service';
import { TaskDetailsService } from './details/task-details.service';
import { TaskHandoverService } from './control/task-handover.service';
import { TaskSearch } from './list/task-search.service';
import { TaskWorkflows } from './list/task-workflows.service';
import { GroupEnding } from './leaving/group-ending.service';
import { LeftBehind } from './leaving/left-behind.service';
import { TaskLeaving } from './leaving/task-leaving.service';
import { OutboxSweepService } from './sweep/outbox-sweep.service';
import { SearchWordsService } from './sweep/search-words.service';
import { TaskSweepService } from './sweep/task-sweep.service';
import { WorkflowTasksService } from './sweep/workflow-tasks.service';
import { ReceiptsService } from './receipts/receipts.service';
import { TaskViewsService } from './views/task-views.service';
import { TasksService } from './tasks.service';
import { StandingRulesService } from './tool-approvals/standing-rules.service';
import { ToolApprovalsService } from './tool-approvals/tool-approvals.service';
import { RevealService } from './reveal/reveal.service';
import { TaskSecrets } from './secrets/task-secrets.service';

const services = [
  TasksService,
  TaskControlService,
  TaskHandoverService,
  ApprovalsService,
  TaskTimersService,
  TaskSweepService,
  SearchWordsService,
  WorkflowTasksService,
  OutboxSweepService,
  LeftBehind,
  BulkService,
  TaskDetailsService,
  CommentsService,
  DraftsService,
  AttachmentsService,
  ReceiptsService,
  RevealService,
  DeadLettersService,
  EveryDeadLetter,
  Outbox,
  TaskConversations,
  TaskCounts,
  TaskSearch,
  TaskWorkflows,
  ToolApprovalsService,
  StandingRulesService,
  TaskViewsService,
];

@Module({
  imports: [TenancyModule],
  providers: [
    ...services,
    TaskCommands,
    TaskSecrets,
    TaskClaimsService,
    TaskCreator,
    TimeLimits,
    TaskLeaving,
    GroupEnding,
    AttachmentHolding,
    FileStore,
    storageProvider,
  ],
  exports: services,
})
export class TasksModule {}
