/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment Approval on Task {\n    id\n    closedAt\n    allowedActions\n    approval {\n      round\n      waitingForRequester\n      payload\n      payloadDigest\n      votes {\n        ...Vote\n      }\n      ...VoteProgress\n    }\n  }\n": typeof types.ApprovalFragmentDoc,
    "\n  query EarlierVersions($id: ID!) {\n    task(id: $id) {\n      id\n      approval {\n        round\n        earlierVersions {\n          round\n          payload\n        }\n      }\n    }\n  }\n": typeof types.EarlierVersionsDocument,
    "\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n  }\n": typeof types.VoteFragmentDoc,
    "\n  fragment VoteProgress on TaskApproval {\n    quorum {\n      rule\n      count\n      percentage\n      veto\n    }\n    progress {\n      approvals\n      rejections\n      needed\n      voters\n      group {\n        id\n        name\n      }\n    }\n  }\n": typeof types.VoteProgressFragmentDoc,
    "\n  fragment Attachment on TaskAttachment {\n    id\n    name\n    contentType\n    size\n    url\n    createdAt\n    uploadedBy {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.AttachmentFragmentDoc,
    "\n  fragment Attachments on Task {\n    id\n    closedAt\n    attachments {\n      id\n      ...Attachment\n    }\n  }\n": typeof types.AttachmentsFragmentDoc,
    "\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n": typeof types.BulkTasksDocument,
    "\n  mutation ApproveTask($input: ApproveTaskInput!) {\n    approveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ApproveTaskDocument,
    "\n  mutation RejectTask($input: RejectTaskInput!) {\n    rejectTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.RejectTaskDocument,
    "\n  mutation RequestTaskChanges($input: RequestTaskChangesInput!) {\n    requestTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.RequestTaskChangesDocument,
    "\n  mutation AnswerTaskChanges($input: AnswerTaskChangesInput!) {\n    answerTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.AnswerTaskChangesDocument,
    "\n  mutation SuspendTask($input: SuspendTaskInput!) {\n    suspendTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.SuspendTaskDocument,
    "\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ResumeTaskDocument,
    "\n  mutation CancelTask($input: CancelTaskInput!) {\n    cancelTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.CancelTaskDocument,
    "\n  mutation SetTaskPriority($input: SetTaskPriorityInput!) {\n    setTaskPriority(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.SetTaskPriorityDocument,
    "\n  mutation SetTaskDueDate($input: SetTaskDueDateInput!) {\n    setTaskDueDate(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.SetTaskDueDateDocument,
    "\n  mutation DelegateTask($input: DelegateTaskInput!) {\n    delegateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.DelegateTaskDocument,
    "\n  mutation ResolveTask($input: ResolveTaskInput!) {\n    resolveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ResolveTaskDocument,
    "\n  mutation ForwardTask($input: ForwardTaskInput!) {\n    forwardTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ForwardTaskDocument,
    "\n  mutation AssignTask($input: AssignTaskInput!) {\n    assignTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.AssignTaskDocument,
    "\n  mutation NominateTask($input: NominateTaskInput!) {\n    nominateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.NominateTaskDocument,
    "\n  mutation EscalateTask($input: EscalateTaskInput!) {\n    escalateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.EscalateTaskDocument,
    "\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ClaimTaskDocument,
    "\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ReleaseTaskDocument,
    "\n  mutation StartTask($input: StartTaskInput!) {\n    startTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.StartTaskDocument,
    "\n  mutation StopTask($input: StopTaskInput!) {\n    stopTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.StopTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  fragment Comment on TaskComment {\n    id\n    text\n    version\n    createdAt\n    editedAt\n    deletedAt\n    viewerMayEdit\n    viewerMayDelete\n    author {\n      kind\n      id\n      displayName\n    }\n    deletedBy {\n      kind\n      id\n      displayName\n    }\n    mentions {\n      id\n      displayName\n    }\n  }\n": typeof types.CommentFragmentDoc,
    "\n  fragment Comments on Task {\n    id\n    comments(first: 20) {\n      edges {\n        cursor\n        node {\n          id\n          ...Comment\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.CommentsFragmentDoc,
    "\n  query MoreComments($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      comments(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...Comment\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.MoreCommentsDocument,
    "\n  query CommentHistory($commentId: ID!) {\n    taskCommentHistory(commentId: $commentId, first: 50) {\n      edges {\n        cursor\n        node {\n          version\n          text\n          writtenAt\n        }\n      }\n    }\n  }\n": typeof types.CommentHistoryDocument,
    "\n  mutation AddTaskComment($input: AddTaskCommentInput!) {\n    addTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n": typeof types.AddTaskCommentDocument,
    "\n  mutation EditTaskComment($input: EditTaskCommentInput!) {\n    editTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n": typeof types.EditTaskCommentDocument,
    "\n  mutation DeleteTaskComment($input: DeleteTaskCommentInput!) {\n    deleteTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n": typeof types.DeleteTaskCommentDocument,
    "\n  query SearchPeople($text: String!) {\n    searchUsers(text: $text, first: 20) {\n      id\n      displayName\n      email\n    }\n  }\n": typeof types.SearchPeopleDocument,
    "\n  query SearchTargets($text: String!) {\n    searchUsers(text: $text, first: 15) {\n      id\n      displayName\n      email\n    }\n    searchGroups(text: $text, first: 15) {\n      id\n      key\n      name\n    }\n  }\n": typeof types.SearchTargetsDocument,
    "\n  fragment Draft on Task {\n    id\n    draft {\n      data\n      version\n      savedAt\n    }\n  }\n": typeof types.DraftFragmentDoc,
    "\n  mutation SaveTaskDraft($input: SaveTaskDraftInput!) {\n    saveTaskDraft(input: $input) {\n      draft {\n        version\n        savedAt\n      }\n      task {\n        id\n        revision\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.SaveTaskDraftDocument,
    "\n  mutation DiscardTaskDraft($input: DiscardTaskDraftInput!) {\n    discardTaskDraft(input: $input) {\n      task {\n        id\n        ...Draft\n      }\n    }\n  }\n": typeof types.DiscardTaskDraftDocument,
    "\n  query ReadDraft($id: ID!) {\n    task(id: $id) {\n      id\n      ...Draft\n    }\n  }\n": typeof types.ReadDraftDocument,
    "\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.InboxTasksDocument,
    "\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n": typeof types.TaskCountsDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n": typeof types.TaskRowFragmentDoc,
    "\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.TaskUpdatedDocument,
    "\n  fragment StandingRuleRow on StandingRule {\n    id\n    agent {\n      kind\n      id\n      displayName\n    }\n    tool\n    argumentNames\n    arguments\n    risk\n    taskId\n    grantedBy {\n      kind\n      id\n      displayName\n    }\n    grantedAt\n    expiresAt\n    revokedBy {\n      kind\n      id\n      displayName\n    }\n    revokedAt\n    useCount\n    lastUsedAt\n  }\n": typeof types.StandingRuleRowFragmentDoc,
    "\n  query StandingRules($filter: StandingRuleFilter, $after: String) {\n    standingRules(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...StandingRuleRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.StandingRulesDocument,
    "\n  mutation RevokeStandingRule($input: RevokeStandingRuleInput!) {\n    revokeStandingRule(input: $input) {\n      rule {\n        id\n        ...StandingRuleRow\n      }\n    }\n  }\n": typeof types.RevokeStandingRuleDocument,
    "\n  fragment ComingSteps on Task {\n    pausedAt\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ComingStepsFragmentDoc,
    "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n": typeof types.NextStepsFragmentDoc,
    "\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n": typeof types.PausedFragmentDoc,
    "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n": typeof types.TaskAnswerFragmentDoc,
    "\n  fragment TaskContext on Task {\n    context\n  }\n": typeof types.TaskContextFragmentDoc,
    "\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.TaskFactsFragmentDoc,
    "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n": typeof types.TaskHeadingFragmentDoc,
    "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.TaskHistoryFragmentDoc,
    "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    note\n    differences {\n      field\n      before\n      after\n    }\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.EventLineFragmentDoc,
    "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.MoreHistoryDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n": typeof types.TaskDetailDocument,
    "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n": typeof types.WorkflowStepFragmentDoc,
    "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n": typeof types.WorkflowUpdatedDocument,
    "\n  fragment ToolApproval on Task {\n    id\n    toolApproval {\n      digest\n      agent {\n        kind\n        id\n        displayName\n      }\n      calls {\n        similarBy\n        ...ToolCall\n      }\n    }\n    ...Draft\n  }\n": typeof types.ToolApprovalFragmentDoc,
    "\n  fragment ToolCall on ToolCall {\n    callId\n    tool\n    arguments\n    reason\n    risk\n    verdict\n    ...ToolCallOutcome\n  }\n": typeof types.ToolCallFragmentDoc,
    "\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.ToolCallOutcomeFragmentDoc,
};
const documents: Documents = {
    "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment Approval on Task {\n    id\n    closedAt\n    allowedActions\n    approval {\n      round\n      waitingForRequester\n      payload\n      payloadDigest\n      votes {\n        ...Vote\n      }\n      ...VoteProgress\n    }\n  }\n": types.ApprovalFragmentDoc,
    "\n  query EarlierVersions($id: ID!) {\n    task(id: $id) {\n      id\n      approval {\n        round\n        earlierVersions {\n          round\n          payload\n        }\n      }\n    }\n  }\n": types.EarlierVersionsDocument,
    "\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n  }\n": types.VoteFragmentDoc,
    "\n  fragment VoteProgress on TaskApproval {\n    quorum {\n      rule\n      count\n      percentage\n      veto\n    }\n    progress {\n      approvals\n      rejections\n      needed\n      voters\n      group {\n        id\n        name\n      }\n    }\n  }\n": types.VoteProgressFragmentDoc,
    "\n  fragment Attachment on TaskAttachment {\n    id\n    name\n    contentType\n    size\n    url\n    createdAt\n    uploadedBy {\n      kind\n      id\n      displayName\n    }\n  }\n": types.AttachmentFragmentDoc,
    "\n  fragment Attachments on Task {\n    id\n    closedAt\n    attachments {\n      id\n      ...Attachment\n    }\n  }\n": types.AttachmentsFragmentDoc,
    "\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n": types.BulkTasksDocument,
    "\n  mutation ApproveTask($input: ApproveTaskInput!) {\n    approveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ApproveTaskDocument,
    "\n  mutation RejectTask($input: RejectTaskInput!) {\n    rejectTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.RejectTaskDocument,
    "\n  mutation RequestTaskChanges($input: RequestTaskChangesInput!) {\n    requestTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.RequestTaskChangesDocument,
    "\n  mutation AnswerTaskChanges($input: AnswerTaskChangesInput!) {\n    answerTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.AnswerTaskChangesDocument,
    "\n  mutation SuspendTask($input: SuspendTaskInput!) {\n    suspendTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.SuspendTaskDocument,
    "\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ResumeTaskDocument,
    "\n  mutation CancelTask($input: CancelTaskInput!) {\n    cancelTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.CancelTaskDocument,
    "\n  mutation SetTaskPriority($input: SetTaskPriorityInput!) {\n    setTaskPriority(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.SetTaskPriorityDocument,
    "\n  mutation SetTaskDueDate($input: SetTaskDueDateInput!) {\n    setTaskDueDate(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.SetTaskDueDateDocument,
    "\n  mutation DelegateTask($input: DelegateTaskInput!) {\n    delegateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.DelegateTaskDocument,
    "\n  mutation ResolveTask($input: ResolveTaskInput!) {\n    resolveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ResolveTaskDocument,
    "\n  mutation ForwardTask($input: ForwardTaskInput!) {\n    forwardTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ForwardTaskDocument,
    "\n  mutation AssignTask($input: AssignTaskInput!) {\n    assignTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.AssignTaskDocument,
    "\n  mutation NominateTask($input: NominateTaskInput!) {\n    nominateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.NominateTaskDocument,
    "\n  mutation EscalateTask($input: EscalateTaskInput!) {\n    escalateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.EscalateTaskDocument,
    "\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ClaimTaskDocument,
    "\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.ReleaseTaskDocument,
    "\n  mutation StartTask($input: StartTaskInput!) {\n    startTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.StartTaskDocument,
    "\n  mutation StopTask($input: StopTaskInput!) {\n    stopTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.StopTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  fragment Comment on TaskComment {\n    id\n    text\n    version\n    createdAt\n    editedAt\n    deletedAt\n    viewerMayEdit\n    viewerMayDelete\n    author {\n      kind\n      id\n      displayName\n    }\n    deletedBy {\n      kind\n      id\n      displayName\n    }\n    mentions {\n      id\n      displayName\n    }\n  }\n": types.CommentFragmentDoc,
    "\n  fragment Comments on Task {\n    id\n    comments(first: 20) {\n      edges {\n        cursor\n        node {\n          id\n          ...Comment\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.CommentsFragmentDoc,
    "\n  query MoreComments($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      comments(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...Comment\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.MoreCommentsDocument,
    "\n  query CommentHistory($commentId: ID!) {\n    taskCommentHistory(commentId: $commentId, first: 50) {\n      edges {\n        cursor\n        node {\n          version\n          text\n          writtenAt\n        }\n      }\n    }\n  }\n": types.CommentHistoryDocument,
    "\n  mutation AddTaskComment($input: AddTaskCommentInput!) {\n    addTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n": types.AddTaskCommentDocument,
    "\n  mutation EditTaskComment($input: EditTaskCommentInput!) {\n    editTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n": types.EditTaskCommentDocument,
    "\n  mutation DeleteTaskComment($input: DeleteTaskCommentInput!) {\n    deleteTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n": types.DeleteTaskCommentDocument,
    "\n  query SearchPeople($text: String!) {\n    searchUsers(text: $text, first: 20) {\n      id\n      displayName\n      email\n    }\n  }\n": types.SearchPeopleDocument,
    "\n  query SearchTargets($text: String!) {\n    searchUsers(text: $text, first: 15) {\n      id\n      displayName\n      email\n    }\n    searchGroups(text: $text, first: 15) {\n      id\n      key\n      name\n    }\n  }\n": types.SearchTargetsDocument,
    "\n  fragment Draft on Task {\n    id\n    draft {\n      data\n      version\n      savedAt\n    }\n  }\n": types.DraftFragmentDoc,
    "\n  mutation SaveTaskDraft($input: SaveTaskDraftInput!) {\n    saveTaskDraft(input: $input) {\n      draft {\n        version\n        savedAt\n      }\n      task {\n        id\n        revision\n        ...TaskRow\n      }\n    }\n  }\n": types.SaveTaskDraftDocument,
    "\n  mutation DiscardTaskDraft($input: DiscardTaskDraftInput!) {\n    discardTaskDraft(input: $input) {\n      task {\n        id\n        ...Draft\n      }\n    }\n  }\n": types.DiscardTaskDraftDocument,
    "\n  query ReadDraft($id: ID!) {\n    task(id: $id) {\n      id\n      ...Draft\n    }\n  }\n": types.ReadDraftDocument,
    "\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.InboxTasksDocument,
    "\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n": types.TaskCountsDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n": types.TaskRowFragmentDoc,
    "\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.TaskUpdatedDocument,
    "\n  fragment StandingRuleRow on StandingRule {\n    id\n    agent {\n      kind\n      id\n      displayName\n    }\n    tool\n    argumentNames\n    arguments\n    risk\n    taskId\n    grantedBy {\n      kind\n      id\n      displayName\n    }\n    grantedAt\n    expiresAt\n    revokedBy {\n      kind\n      id\n      displayName\n    }\n    revokedAt\n    useCount\n    lastUsedAt\n  }\n": types.StandingRuleRowFragmentDoc,
    "\n  query StandingRules($filter: StandingRuleFilter, $after: String) {\n    standingRules(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...StandingRuleRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.StandingRulesDocument,
    "\n  mutation RevokeStandingRule($input: RevokeStandingRuleInput!) {\n    revokeStandingRule(input: $input) {\n      rule {\n        id\n        ...StandingRuleRow\n      }\n    }\n  }\n": types.RevokeStandingRuleDocument,
    "\n  fragment ComingSteps on Task {\n    pausedAt\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n": types.ComingStepsFragmentDoc,
    "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n": types.NextStepsFragmentDoc,
    "\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n": types.PausedFragmentDoc,
    "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n": types.TaskAnswerFragmentDoc,
    "\n  fragment TaskContext on Task {\n    context\n  }\n": types.TaskContextFragmentDoc,
    "\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": types.TaskFactsFragmentDoc,
    "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n": types.TaskHeadingFragmentDoc,
    "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.TaskHistoryFragmentDoc,
    "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    note\n    differences {\n      field\n      before\n      after\n    }\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n": types.EventLineFragmentDoc,
    "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.MoreHistoryDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n": types.TaskDetailDocument,
    "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n": types.WorkflowStepFragmentDoc,
    "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n": types.WorkflowUpdatedDocument,
    "\n  fragment ToolApproval on Task {\n    id\n    toolApproval {\n      digest\n      agent {\n        kind\n        id\n        displayName\n      }\n      calls {\n        similarBy\n        ...ToolCall\n      }\n    }\n    ...Draft\n  }\n": types.ToolApprovalFragmentDoc,
    "\n  fragment ToolCall on ToolCall {\n    callId\n    tool\n    arguments\n    reason\n    risk\n    verdict\n    ...ToolCallOutcome\n  }\n": types.ToolCallFragmentDoc,
    "\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n": types.ToolCallOutcomeFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      tenant {\n        id\n        slug\n        name\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Approval on Task {\n    id\n    closedAt\n    allowedActions\n    approval {\n      round\n      waitingForRequester\n      payload\n      payloadDigest\n      votes {\n        ...Vote\n      }\n      ...VoteProgress\n    }\n  }\n"): (typeof documents)["\n  fragment Approval on Task {\n    id\n    closedAt\n    allowedActions\n    approval {\n      round\n      waitingForRequester\n      payload\n      payloadDigest\n      votes {\n        ...Vote\n      }\n      ...VoteProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EarlierVersions($id: ID!) {\n    task(id: $id) {\n      id\n      approval {\n        round\n        earlierVersions {\n          round\n          payload\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query EarlierVersions($id: ID!) {\n    task(id: $id) {\n      id\n      approval {\n        round\n        earlierVersions {\n          round\n          payload\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n  }\n"): (typeof documents)["\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VoteProgress on TaskApproval {\n    quorum {\n      rule\n      count\n      percentage\n      veto\n    }\n    progress {\n      approvals\n      rejections\n      needed\n      voters\n      group {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment VoteProgress on TaskApproval {\n    quorum {\n      rule\n      count\n      percentage\n      veto\n    }\n    progress {\n      approvals\n      rejections\n      needed\n      voters\n      group {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Attachment on TaskAttachment {\n    id\n    name\n    contentType\n    size\n    url\n    createdAt\n    uploadedBy {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment Attachment on TaskAttachment {\n    id\n    name\n    contentType\n    size\n    url\n    createdAt\n    uploadedBy {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Attachments on Task {\n    id\n    closedAt\n    attachments {\n      id\n      ...Attachment\n    }\n  }\n"): (typeof documents)["\n  fragment Attachments on Task {\n    id\n    closedAt\n    attachments {\n      id\n      ...Attachment\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveTask($input: ApproveTaskInput!) {\n    approveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ApproveTask($input: ApproveTaskInput!) {\n    approveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectTask($input: RejectTaskInput!) {\n    rejectTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RejectTask($input: RejectTaskInput!) {\n    rejectTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestTaskChanges($input: RequestTaskChangesInput!) {\n    requestTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestTaskChanges($input: RequestTaskChangesInput!) {\n    requestTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerTaskChanges($input: AnswerTaskChangesInput!) {\n    answerTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AnswerTaskChanges($input: AnswerTaskChangesInput!) {\n    answerTaskChanges(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuspendTask($input: SuspendTaskInput!) {\n    suspendTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SuspendTask($input: SuspendTaskInput!) {\n    suspendTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeTask($input: ResumeTaskInput!) {\n    resumeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelTask($input: CancelTaskInput!) {\n    cancelTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelTask($input: CancelTaskInput!) {\n    cancelTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTaskPriority($input: SetTaskPriorityInput!) {\n    setTaskPriority(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetTaskPriority($input: SetTaskPriorityInput!) {\n    setTaskPriority(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTaskDueDate($input: SetTaskDueDateInput!) {\n    setTaskDueDate(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetTaskDueDate($input: SetTaskDueDateInput!) {\n    setTaskDueDate(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DelegateTask($input: DelegateTaskInput!) {\n    delegateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DelegateTask($input: DelegateTaskInput!) {\n    delegateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveTask($input: ResolveTaskInput!) {\n    resolveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResolveTask($input: ResolveTaskInput!) {\n    resolveTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForwardTask($input: ForwardTaskInput!) {\n    forwardTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ForwardTask($input: ForwardTaskInput!) {\n    forwardTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignTask($input: AssignTaskInput!) {\n    assignTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AssignTask($input: AssignTaskInput!) {\n    assignTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NominateTask($input: NominateTaskInput!) {\n    nominateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation NominateTask($input: NominateTaskInput!) {\n    nominateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EscalateTask($input: EscalateTaskInput!) {\n    escalateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EscalateTask($input: EscalateTaskInput!) {\n    escalateTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ClaimTask($input: ClaimTaskInput!) {\n    claimTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseTask($input: ReleaseTaskInput!) {\n    releaseTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartTask($input: StartTaskInput!) {\n    startTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartTask($input: StartTaskInput!) {\n    startTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopTask($input: StopTaskInput!) {\n    stopTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StopTask($input: StopTaskInput!) {\n    stopTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        id\n        ...TaskRow\n        ...NextSteps\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Comment on TaskComment {\n    id\n    text\n    version\n    createdAt\n    editedAt\n    deletedAt\n    viewerMayEdit\n    viewerMayDelete\n    author {\n      kind\n      id\n      displayName\n    }\n    deletedBy {\n      kind\n      id\n      displayName\n    }\n    mentions {\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment Comment on TaskComment {\n    id\n    text\n    version\n    createdAt\n    editedAt\n    deletedAt\n    viewerMayEdit\n    viewerMayDelete\n    author {\n      kind\n      id\n      displayName\n    }\n    deletedBy {\n      kind\n      id\n      displayName\n    }\n    mentions {\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Comments on Task {\n    id\n    comments(first: 20) {\n      edges {\n        cursor\n        node {\n          id\n          ...Comment\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Comments on Task {\n    id\n    comments(first: 20) {\n      edges {\n        cursor\n        node {\n          id\n          ...Comment\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreComments($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      comments(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...Comment\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreComments($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      comments(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...Comment\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CommentHistory($commentId: ID!) {\n    taskCommentHistory(commentId: $commentId, first: 50) {\n      edges {\n        cursor\n        node {\n          version\n          text\n          writtenAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CommentHistory($commentId: ID!) {\n    taskCommentHistory(commentId: $commentId, first: 50) {\n      edges {\n        cursor\n        node {\n          version\n          text\n          writtenAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddTaskComment($input: AddTaskCommentInput!) {\n    addTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddTaskComment($input: AddTaskCommentInput!) {\n    addTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditTaskComment($input: EditTaskCommentInput!) {\n    editTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditTaskComment($input: EditTaskCommentInput!) {\n    editTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTaskComment($input: DeleteTaskCommentInput!) {\n    deleteTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTaskComment($input: DeleteTaskCommentInput!) {\n    deleteTaskComment(input: $input) {\n      comment {\n        id\n        ...Comment\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchPeople($text: String!) {\n    searchUsers(text: $text, first: 20) {\n      id\n      displayName\n      email\n    }\n  }\n"): (typeof documents)["\n  query SearchPeople($text: String!) {\n    searchUsers(text: $text, first: 20) {\n      id\n      displayName\n      email\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchTargets($text: String!) {\n    searchUsers(text: $text, first: 15) {\n      id\n      displayName\n      email\n    }\n    searchGroups(text: $text, first: 15) {\n      id\n      key\n      name\n    }\n  }\n"): (typeof documents)["\n  query SearchTargets($text: String!) {\n    searchUsers(text: $text, first: 15) {\n      id\n      displayName\n      email\n    }\n    searchGroups(text: $text, first: 15) {\n      id\n      key\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Draft on Task {\n    id\n    draft {\n      data\n      version\n      savedAt\n    }\n  }\n"): (typeof documents)["\n  fragment Draft on Task {\n    id\n    draft {\n      data\n      version\n      savedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveTaskDraft($input: SaveTaskDraftInput!) {\n    saveTaskDraft(input: $input) {\n      draft {\n        version\n        savedAt\n      }\n      task {\n        id\n        revision\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveTaskDraft($input: SaveTaskDraftInput!) {\n    saveTaskDraft(input: $input) {\n      draft {\n        version\n        savedAt\n      }\n      task {\n        id\n        revision\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardTaskDraft($input: DiscardTaskDraftInput!) {\n    discardTaskDraft(input: $input) {\n      task {\n        id\n        ...Draft\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DiscardTaskDraft($input: DiscardTaskDraftInput!) {\n    discardTaskDraft(input: $input) {\n      task {\n        id\n        ...Draft\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadDraft($id: ID!) {\n    task(id: $id) {\n      id\n      ...Draft\n    }\n  }\n"): (typeof documents)["\n  query ReadDraft($id: ID!) {\n    task(id: $id) {\n      id\n      ...Draft\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TaskUpdated {\n    taskUpdated {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StandingRuleRow on StandingRule {\n    id\n    agent {\n      kind\n      id\n      displayName\n    }\n    tool\n    argumentNames\n    arguments\n    risk\n    taskId\n    grantedBy {\n      kind\n      id\n      displayName\n    }\n    grantedAt\n    expiresAt\n    revokedBy {\n      kind\n      id\n      displayName\n    }\n    revokedAt\n    useCount\n    lastUsedAt\n  }\n"): (typeof documents)["\n  fragment StandingRuleRow on StandingRule {\n    id\n    agent {\n      kind\n      id\n      displayName\n    }\n    tool\n    argumentNames\n    arguments\n    risk\n    taskId\n    grantedBy {\n      kind\n      id\n      displayName\n    }\n    grantedAt\n    expiresAt\n    revokedBy {\n      kind\n      id\n      displayName\n    }\n    revokedAt\n    useCount\n    lastUsedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StandingRules($filter: StandingRuleFilter, $after: String) {\n    standingRules(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...StandingRuleRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query StandingRules($filter: StandingRuleFilter, $after: String) {\n    standingRules(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...StandingRuleRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeStandingRule($input: RevokeStandingRuleInput!) {\n    revokeStandingRule(input: $input) {\n      rule {\n        id\n        ...StandingRuleRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeStandingRule($input: RevokeStandingRuleInput!) {\n    revokeStandingRule(input: $input) {\n      rule {\n        id\n        ...StandingRuleRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ComingSteps on Task {\n    pausedAt\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ComingSteps on Task {\n    pausedAt\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n"): (typeof documents)["\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n"): (typeof documents)["\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n"): (typeof documents)["\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskContext on Task {\n    context\n  }\n"): (typeof documents)["\n  fragment TaskContext on Task {\n    context\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment TaskFacts on Task {\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    note\n    differences {\n      field\n      before\n      after\n    }\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    note\n    differences {\n      field\n      before\n      after\n    }\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n"): (typeof documents)["\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskAnswer\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n"): (typeof documents)["\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    startedAt\n    closedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n"): (typeof documents)["\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ToolApproval on Task {\n    id\n    toolApproval {\n      digest\n      agent {\n        kind\n        id\n        displayName\n      }\n      calls {\n        similarBy\n        ...ToolCall\n      }\n    }\n    ...Draft\n  }\n"): (typeof documents)["\n  fragment ToolApproval on Task {\n    id\n    toolApproval {\n      digest\n      agent {\n        kind\n        id\n        displayName\n      }\n      calls {\n        similarBy\n        ...ToolCall\n      }\n    }\n    ...Draft\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ToolCall on ToolCall {\n    callId\n    tool\n    arguments\n    reason\n    risk\n    verdict\n    ...ToolCallOutcome\n  }\n"): (typeof documents)["\n  fragment ToolCall on ToolCall {\n    callId\n    tool\n    arguments\n    reason\n    risk\n    verdict\n    ...ToolCallOutcome\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;