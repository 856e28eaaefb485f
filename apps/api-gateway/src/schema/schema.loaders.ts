import { Injectable } from '@nestjs/common';
import type { Page, PageRequest } from '@orkestra/core';
import {
  ConversationsService,
  type ConversationView,
  type MessagePage,
  type MessagePageRequest,
} from '@orkestra/conversations';
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
  type TaskPayloads,
  type TaskStepView,
  ToolApprovalsService,
  type ToolRequestView,
  type Voter,
  type VoteView,
} from '@orkestra/tasks';
import { type DirectoryGroup, DirectoryService, type DirectoryUser } from '@orkestra/tenancy';
import { type ExecutionView, WorkflowsService } from '@orkestra/workflows';
import DataLoader from 'dataloader';
import type { Caller } from '../graphql/caller';
import { pageLoader, type PageLoader } from '../graphql/page-loader';

/** The look-ups of one request or one subscription, gathered into a query for each kind. */
export interface Loaders {
  users: Loader<DirectoryUser>;
  groups: Loader<DirectoryGroup>;
  /** Names of people and service principals. */
  names: Loader<string>;
  payloads: Loader<TaskPayloads>;
  decisions: Loader<TaskDecisionView>;
  deliveries: Loader<DeliveryStatus>;
  executions: Loader<ExecutionView>;
  steps: Loader<TaskStepView[]>;
  approvals: Loader<ApprovalVersion>;
  earlierApprovals: Loader<ApprovalVersion[]>;
  votes: Loader<VoteView[]>;
  /** Who may vote on a task now. */
  voters: Loader<Voter[]>;
  attachments: Loader<AttachmentView[]>;
  comments: PageLoader<PageRequest, Page<CommentView>>;
  conversations: Loader<ConversationView>;
  messages: PageLoader<MessagePageRequest, MessagePage>;
  /** The caller's own. */
  drafts: Loader<DraftView>;
  toolRequests: Loader<ToolRequestView>;
  standingRules: Loader<StandingRuleView>;
}

type Loader<T> = DataLoader<string, T | null>;

@Injectable()
export class LoadersFactory {
  constructor(
    private readonly directory: DirectoryService,
    private readonly details: TaskDetailsService,
    private readonly workflows: WorkflowsService,
    private readonly attachments: AttachmentsService,
    private readonly comments: CommentsService,
    private readonly drafts: DraftsService,
    private readonly conversations: ConversationsService,
    private readonly toolApprovals: ToolApprovalsService,
    private readonly rules: StandingRulesService,
  ) {}

  /** @param caller whose context counts when the look-up happens, not when the loaders are made */
  for(caller: Caller): Loaders {
    return {
      users: batched(async (ids) => byId(await this.directory.findUsers(caller.ctx, ids))),
      groups: batched(async (ids) => byId(await this.directory.findGroups(caller.ctx, ids))),
      names: batched((ids) => this.directory.displayNames(caller.ctx, ids)),
      payloads: batched((ids) => this.details.payloads(caller.ctx, ids)),
      decisions: batched((ids) => this.details.decisions(caller.ctx, ids)),
      deliveries: batched((ids) => this.details.deliveries(caller.ctx, ids)),
      executions: batched((ids) => this.workflows.find(caller.ctx, ids)),
      steps: batched((ids) => this.details.steps(caller.ctx, ids)),
      approvals: batched((ids) => this.details.approvals(caller.ctx, ids)),
      earlierApprovals: batched((ids) => this.details.earlierApprovals(caller.ctx, ids)),
      votes: batched((ids) => this.details.votes(caller.ctx, ids)),
      voters: batched((ids) => this.details.voters(caller.ctx, ids)),
      attachments: batched((ids) => this.attachments.list(caller.ctx, ids)),
      comments: pageLoader((ids, page) => this.comments.list(caller.ctx, ids, page)),
      conversations: batched((ids) => this.conversations.find(caller.ctx, ids)),
      messages: pageLoader((ids, page) => this.conversations.messages(caller.ctx, ids, page)),
      drafts: batched((ids) => this.drafts.find(caller.ctx, ids)),
      toolRequests: batched((ids) => this.toolApprovals.ofTasks(caller.ctx, ids)),
      standingRules: batched((ids) => this.rules.find(caller.ctx, ids)),
    };
  }
}

function batched<T>(find: (ids: string[]) => Promise<ReadonlyMap<string, T>>): Loader<T> {
  const load = async (ids: readonly string[]) => {
    const found = await find([...new Set(ids)]);
    return ids.map((id) => found.get(id) ?? null);
  };
  // Without a cache, so that a subscription never shows what was true at its start.
  return new DataLoader<string, T | null>(load, { cache: false });
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
