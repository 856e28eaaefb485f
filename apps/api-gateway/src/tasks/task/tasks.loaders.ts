import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@orkestra/core';
import {
  type ApprovalVersion,
  AttachmentsService,
  type AttachmentView,
  CommentsService,
  type CommentView,
  type DeliveryStatus,
  DraftsService,
  type DraftView,
  StandingRulesService,
  type StandingRuleView,
  type TaskDecisionView,
  TaskDetailsService,
  type TaskEventView,
  type TaskPayloads,
  type TaskSight,
  type TaskStepView,
  TaskViewsService,
  ToolApprovalsService,
  type ToolRequestView,
  type Voter,
  type VoteView,
} from '@orkestra/tasks';
import type { Caller } from '../../graphql/caller';
import { batched, type Loader, type LoadersFactory } from '../../graphql/loader';
import { pageLoader, type PageLoader } from '../../graphql/page-loader';

export interface TaskLoaders {
  payloads: Loader<TaskPayloads>;
  decisions: Loader<TaskDecisionView>;
  deliveries: Loader<DeliveryStatus>;
  steps: Loader<TaskStepView[]>;
  approvals: Loader<ApprovalVersion>;
  earlierApprovals: Loader<ApprovalVersion[]>;
  votes: Loader<VoteView[]>;
  /** Who may vote on a task now. */
  voters: Loader<Voter[]>;
  attachments: Loader<AttachmentView[]>;
  comments: PageLoader<PageRequest, Page<CommentView>>;
  events: PageLoader<PageRequest, Page<TaskEventView>>;
  /** The caller's own. */
  drafts: Loader<DraftView>;
  toolRequests: Loader<ToolRequestView>;
  standingRules: Loader<StandingRuleView>;
  /** Of others only for those who see the whole tenant. */
  sights: Loader<TaskSight[]>;
}

@Injectable()
export class TaskLoadersFactory implements LoadersFactory<TaskLoaders> {
  constructor(
    private readonly details: TaskDetailsService,
    private readonly attachments: AttachmentsService,
    private readonly comments: CommentsService,
    private readonly drafts: DraftsService,
    private readonly toolApprovals: ToolApprovalsService,
    private readonly rules: StandingRulesService,
    private readonly views: TaskViewsService,
  ) {}

  for(caller: Caller): TaskLoaders {
    return {
      payloads: batched((ids) => this.details.payloads(caller.ctx, ids)),
      decisions: batched((ids) => this.details.decisions(caller.ctx, ids)),
      deliveries: batched((ids) => this.details.deliveries(caller.ctx, ids)),
      steps: batched((ids) => this.details.steps(caller.ctx, ids)),
      approvals: batched((ids) => this.details.approvals(caller.ctx, ids)),
      earlierApprovals: batched((ids) => this.details.earlierApprovals(caller.ctx, ids)),
      votes: batched((ids) => this.details.votes(caller.ctx, ids)),
      voters: batched((ids) => this.details.voters(caller.ctx, ids)),
      attachments: batched((ids) => this.attachments.list(caller.ctx, ids)),
      comments: pageLoader((ids, page) => this.comments.list(caller.ctx, ids, page)),
      events: pageLoader((ids, page) => this.details.events(caller.ctx, ids, page)),
      drafts: batched((ids) => this.drafts.find(caller.ctx, ids)),
      toolRequests: batched((ids) => this.toolApprovals.ofTasks(caller.ctx, ids)),
      standingRules: batched((ids) => this.rules.find(caller.ctx, ids)),
      sights: batched((ids) => this.views.of(caller.ctx, ids)),
    };
  }
}
