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
    "\n  fragment Absence on Absence {\n    id\n    from\n    until\n    substitute {\n      id\n      displayName\n      email\n    }\n  }\n": typeof types.AbsenceFragmentDoc,
    "\n  query Absences($user: String) {\n    absences(user: $user) {\n      ...Absence\n    }\n  }\n": typeof types.AbsencesDocument,
    "\n  mutation PlanAbsence($input: PlanAbsenceInput!) {\n    planAbsence(input: $input) {\n      absence {\n        ...Absence\n      }\n    }\n  }\n": typeof types.PlanAbsenceDocument,
    "\n  mutation RemoveAbsence($input: RemoveAbsenceInput!) {\n    removeAbsence(input: $input) {\n      absence {\n        id\n      }\n    }\n  }\n": typeof types.RemoveAbsenceDocument,
    "\n  fragment AccountParts on Account {\n    hasPassword\n    totpSince\n    recoveryCodesLeft\n    passkeys {\n      id\n      name\n      backedUp\n      createdAt\n      lastUsedAt\n    }\n  }\n": typeof types.AccountPartsFragmentDoc,
    "\n  query Account {\n    account {\n      ...AccountParts\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation ProveIdentity($input: ProveIdentityInput!) {\n    proveIdentity(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.ProveIdentityDocument,
    "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.RenewRecoveryCodesDocument,
    "\n  mutation BeginTotp {\n    beginTotp {\n      secret\n      uri\n    }\n  }\n": typeof types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp {\n    removeTotp {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.RemoveTotpDocument,
    "\n  mutation BeginPasskey {\n    beginPasskey {\n      ticket\n      options\n    }\n  }\n": typeof types.BeginPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.AddPasskeyDocument,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  query ExternalIdentities($user: String!) {\n    externalIdentities(user: $user) {\n      connectionId\n      connectionName\n      subject\n      lastSignInAt\n    }\n  }\n": typeof types.ExternalIdentitiesDocument,
    "\n  mutation UnlinkIdentity($input: UnlinkExternalIdentityInput!) {\n    unlinkExternalIdentity(input: $input) {\n      ended\n    }\n  }\n": typeof types.UnlinkIdentityDocument,
    "\n  mutation IssuePasswordLink($input: IssuePasswordLinkInput!) {\n    issuePasswordLink(input: $input) {\n      url\n      expiresAt\n    }\n  }\n": typeof types.IssuePasswordLinkDocument,
    "\n  mutation ResetFactors($input: ResetFactorsInput!) {\n    resetFactors(input: $input) {\n      user\n    }\n  }\n": typeof types.ResetFactorsDocument,
    "\n  query Sessions($user: String, $after: String) {\n    sessions(user: $user, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          createdAt\n          lastSeenAt\n          method\n          remoteAddress\n          userAgent\n          current\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  mutation EndSessions($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      ended\n    }\n  }\n": typeof types.EndSessionsDocument,
    "\n  fragment LeftText on Task {\n    id\n    outcome\n    decision {\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n": typeof types.LeftTextFragmentDoc,
    "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n": typeof types.TaskAnswerFragmentDoc,
    "\n  fragment Approval on Task {\n    id\n    closedAt\n    allowedActions\n    approval {\n      round\n      waitingForRequester\n      payload\n      payloadDigest\n      votes {\n        ...Vote\n      }\n      ...VoteProgress\n    }\n  }\n": typeof types.ApprovalFragmentDoc,
    "\n  query EarlierVersions($id: ID!) {\n    task(id: $id) {\n      id\n      approval {\n        round\n        earlierVersions {\n          round\n          payload\n        }\n      }\n    }\n  }\n": typeof types.EarlierVersionsDocument,
    "\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n    selfApproval\n  }\n": typeof types.VoteFragmentDoc,
    "\n  fragment VoteProgress on TaskApproval {\n    quorum {\n      rule\n      count\n      percentage\n      veto\n    }\n    progress {\n      approvals\n      rejections\n      needed\n      voters\n      group {\n        id\n        name\n      }\n    }\n  }\n": typeof types.VoteProgressFragmentDoc,
    "\n  fragment Attachment on TaskAttachment {\n    id\n    name\n    contentType\n    size\n    url\n    createdAt\n    uploadedBy {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.AttachmentFragmentDoc,
    "\n  fragment Attachments on Task {\n    id\n    closedAt\n    attachments {\n      id\n      ...Attachment\n    }\n  }\n": typeof types.AttachmentsFragmentDoc,
    "\n  fragment AuditEventRow on AuditEvent {\n    id\n    at\n    action\n    channel\n    remoteAddress\n    credentialId\n    correlationId\n    details\n    actor {\n      kind\n      id\n      displayName\n    }\n    onBehalfOf {\n      displayName\n    }\n    target {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.AuditEventRowFragmentDoc,
    "\n  query AuditEvents($filter: AuditEventFilter, $after: String) {\n    auditEvents(filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AuditEventRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.AuditEventsDocument,
    "\n  query AuditAreas {\n    auditAreas\n  }\n": typeof types.AuditAreasDocument,
    "\n  query AuditChain {\n    auditChain {\n      signs\n      entries\n      sealedAt\n      checkpoint\n      keyId\n      unsealed\n    }\n  }\n": typeof types.AuditChainDocument,
    "\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n": typeof types.BulkTasksDocument,
    "\n  fragment Calendar on BusinessCalendar {\n    key\n    name\n    zone\n    isDefault\n    hours {\n      monday {\n        from\n        to\n      }\n      tuesday {\n        from\n        to\n      }\n      wednesday {\n        from\n        to\n      }\n      thursday {\n        from\n        to\n      }\n      friday {\n        from\n        to\n      }\n      saturday {\n        from\n        to\n      }\n      sunday {\n        from\n        to\n      }\n    }\n    holidays {\n      country\n      state\n      region\n    }\n    closedDates\n    openDates {\n      date\n      hours {\n        from\n        to\n      }\n    }\n  }\n": typeof types.CalendarFragmentDoc,
    "\n  query Calendars {\n    businessCalendars {\n      ...Calendar\n    }\n  }\n": typeof types.CalendarsDocument,
    "\n  query HolidayPlaces($country: String, $state: String) {\n    holidayPlaces(country: $country, state: $state) {\n      code\n      name\n    }\n  }\n": typeof types.HolidayPlacesDocument,
    "\n  query HolidaysOfYears($country: String!, $state: String, $region: String, $year: Int!, $next: Int!) {\n    thisYear: holidays(country: $country, state: $state, region: $region, year: $year) {\n      ...Holiday\n    }\n    nextYear: holidays(country: $country, state: $state, region: $region, year: $next) {\n      ...Holiday\n    }\n  }\n": typeof types.HolidaysOfYearsDocument,
    "\n  fragment Holiday on Holiday {\n    date\n    name\n    closedFromMinute\n  }\n": typeof types.HolidayFragmentDoc,
    "\n  mutation PutCalendar($input: PutBusinessCalendarInput!) {\n    putBusinessCalendar(input: $input) {\n      calendar {\n        ...Calendar\n      }\n    }\n  }\n": typeof types.PutCalendarDocument,
    "\n  mutation RemoveCalendar($input: RemoveBusinessCalendarInput!) {\n    removeBusinessCalendar(input: $input) {\n      removedKey\n    }\n  }\n": typeof types.RemoveCalendarDocument,
    "\n  fragment ChainStep on EscalationStep {\n    action\n    after {\n      milliseconds\n      calendar\n      businessDays\n    }\n    fromDueMs\n    to {\n      user\n      group\n    }\n    ifUnclaimed\n    message\n  }\n": typeof types.ChainStepFragmentDoc,
    "\n  fragment ChatConnectionParts on ConnectedChat {\n    channel\n    teamId\n    teamName\n    status\n    problem\n    socketMode\n    connectedAt\n    people\n  }\n": typeof types.ChatConnectionPartsFragmentDoc,
    "\n  query ChatConnections {\n    chatConnections {\n      ...ChatConnectionParts\n    }\n  }\n": typeof types.ChatConnectionsDocument,
    "\n  mutation ConnectSlack($input: ConnectSlackInput!) {\n    connectSlack(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": typeof types.ConnectSlackDocument,
    "\n  mutation ConnectTeams($input: ConnectTeamsInput!) {\n    connectTeams(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": typeof types.ConnectTeamsDocument,
    "\n  mutation DisconnectChat($input: ChatChannelInput!) {\n    disconnectChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": typeof types.DisconnectChatDocument,
    "\n  mutation TestChat($input: ChatChannelInput!) {\n    testChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": typeof types.TestChatDocument,
    "\n  query ChatLink($token: String!) {\n    chatLink(token: $token) {\n      channel\n      teamName\n      accountName\n    }\n  }\n": typeof types.ChatLinkDocument,
    "\n  mutation LinkChatAccount($input: LinkChatAccountInput!) {\n    linkChatAccount(input: $input) {\n      notificationAddress {\n        id\n        channel\n        label\n        connectedAt\n      }\n    }\n  }\n": typeof types.LinkChatAccountDocument,
    "\n  query OwnChatAccounts {\n    offeredChats {\n      channel\n      teamName\n    }\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n": typeof types.OwnChatAccountsDocument,
    "\n  mutation DisconnectChatAccount($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": typeof types.DisconnectChatAccountDocument,
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
    "\n  fragment TaskConversation on Task {\n    conversation {\n      id\n    }\n  }\n": typeof types.TaskConversationFragmentDoc,
    "\n  fragment Message on Message {\n    id\n    number\n    role\n    author\n    text\n    toolCalls\n    createdAt\n    usage {\n      input\n      output\n      model\n    }\n  }\n": typeof types.MessageFragmentDoc,
    "\n  fragment Dialogue on Conversation {\n    id\n    title\n    channel\n    status\n    messageCount\n    inputTokens\n    outputTokens\n  }\n": typeof types.DialogueFragmentDoc,
    "\n  query ConversationMessages($id: ID!, $before: String) {\n    conversation(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20, before: $before) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n": typeof types.ConversationMessagesDocument,
    "\n  subscription ConversationUpdated($id: ID!) {\n    conversationUpdated(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n": typeof types.ConversationUpdatedDocument,
    "\n  query PersonAbsence($user: String!) {\n    user(user: $user) {\n      user {\n        id\n      }\n      absence {\n        until\n        substitute {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": typeof types.PersonAbsenceDocument,
    "\n  query SearchPeople($text: String!) {\n    searchUsers(text: $text, first: 20) {\n      id\n      displayName\n      email\n    }\n  }\n": typeof types.SearchPeopleDocument,
    "\n  query SearchTargets($text: String!) {\n    searchUsers(text: $text, first: 15) {\n      id\n      displayName\n      email\n    }\n    searchGroups(text: $text, first: 15) {\n      id\n      key\n      name\n    }\n  }\n": typeof types.SearchTargetsDocument,
    "\n  fragment Draft on Task {\n    id\n    draft {\n      data\n      version\n      savedAt\n    }\n  }\n": typeof types.DraftFragmentDoc,
    "\n  mutation SaveTaskDraft($input: SaveTaskDraftInput!) {\n    saveTaskDraft(input: $input) {\n      draft {\n        version\n        savedAt\n      }\n      task {\n        id\n        revision\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.SaveTaskDraftDocument,
    "\n  mutation DiscardTaskDraft($input: DiscardTaskDraftInput!) {\n    discardTaskDraft(input: $input) {\n      task {\n        id\n        ...Draft\n      }\n    }\n  }\n": typeof types.DiscardTaskDraftDocument,
    "\n  query ReadDraft($id: ID!) {\n    task(id: $id) {\n      id\n      ...Draft\n    }\n  }\n": typeof types.ReadDraftDocument,
    "\n  query WorkspaceGroups($after: String) {\n    groups(first: 50, after: $after) {\n      edges {\n        node {\n          group {\n            id\n            key\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.WorkspaceGroupsDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n": typeof types.CreateGroupDocument,
    "\n  mutation RenameGroup($input: RenameGroupInput!) {\n    renameGroup(input: $input) {\n      group {\n        id\n        key\n        name\n      }\n    }\n  }\n": typeof types.RenameGroupDocument,
    "\n  mutation ChangeGroupMembers($input: ChangeGroupMembersInput!) {\n    changeGroupMembers(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n": typeof types.ChangeGroupMembersDocument,
    "\n  query OpenTasksOfGroup($group: String!) {\n    openTasksOfGroup(group: $group)\n  }\n": typeof types.OpenTasksOfGroupDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      group {\n        id\n      }\n      movedTasks\n    }\n  }\n": typeof types.DeleteGroupDocument,
    "\n  query GroupPeople($group: String!) {\n    people(filter: { group: $group }, first: 100) {\n      edges {\n        node {\n          id\n          displayName\n          status\n          groups {\n            id\n            role\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.GroupPeopleDocument,
    "\n  fragment GuestLine on TaskGuest {\n    id\n    email\n    name\n    actions\n    status\n    invitedBy\n    expiresAt\n  }\n": typeof types.GuestLineFragmentDoc,
    "\n  query TaskGuests($taskId: ID!) {\n    answerSettings {\n      guests\n    }\n    taskGuests(taskId: $taskId, first: 100) {\n      edges {\n        node {\n          id\n          ...GuestLine\n        }\n      }\n    }\n  }\n": typeof types.TaskGuestsDocument,
    "\n  mutation InviteGuest($input: InviteGuestInput!) {\n    inviteGuest(input: $input) {\n      link\n      guest {\n        id\n      }\n    }\n  }\n": typeof types.InviteGuestDocument,
    "\n  mutation RevokeGuest($input: RevokeGuestInput!) {\n    revokeGuest(input: $input) {\n      guest {\n        id\n        ...GuestLine\n      }\n    }\n  }\n": typeof types.RevokeGuestDocument,
    "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.TaskHistoryFragmentDoc,
    "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    note\n    differences {\n      field\n      before\n      after\n    }\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.EventLineFragmentDoc,
    "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.MoreHistoryDocument,
    "\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.InboxTasksDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    owner {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n": typeof types.TaskRowFragmentDoc,
    "\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n": typeof types.TaskCountsDocument,
    "\n  fragment Key on ApiKey {\n    id\n    name\n    prefix\n    principal {\n      id\n      name\n    }\n    scopes\n    state\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    expiresAt\n    revokedAt\n    replacedBy\n    lastUsedAt\n    allowedNetworks\n    requestsPerMinute\n    onBehalfOf {\n      id\n      displayName\n      active\n    }\n  }\n": typeof types.KeyFragmentDoc,
    "\n  query Keys($filter: ApiKeyFilter, $after: String) {\n    apiKeys(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...Key\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.KeysDocument,
    "\n  query KeyUses($keyId: ID!) {\n    apiKeyUses(keyId: $keyId, first: 50) {\n      edges {\n        cursor\n        node {\n          day\n          address\n          count\n        }\n      }\n    }\n  }\n": typeof types.KeyUsesDocument,
    "\n  query KeyScopes {\n    apiKeyScopes {\n      name\n      meaning\n    }\n  }\n": typeof types.KeyScopesDocument,
    "\n  mutation CreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n": typeof types.CreateKeyDocument,
    "\n  mutation RotateKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n      replaced {\n        id\n        ...Key\n      }\n    }\n  }\n": typeof types.RotateKeyDocument,
    "\n  mutation UpdateKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n": typeof types.UpdateKeyDocument,
    "\n  mutation RevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n": typeof types.RevokeKeyDocument,
    "\n  subscription TaskUpdated {\n    taskUpdated(announce: true) {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.TaskUpdatedDocument,
    "\n  fragment TemplateParts on MessageTemplates {\n    templates {\n      channel\n      kind\n      language\n      subject\n      body\n      updatedAt\n      updatedByName\n      canUndo\n      problem\n      problemAt\n    }\n    builtIn {\n      channel\n      subject\n      body\n    }\n    languages\n    defaultLanguage\n  }\n": typeof types.TemplatePartsFragmentDoc,
    "\n  query MessageTemplates {\n    messageTemplates {\n      ...TemplateParts\n    }\n  }\n": typeof types.MessageTemplatesDocument,
    "\n  query TemplateVariables($kind: String!, $language: String!) {\n    messageTemplateVariables(kind: $kind, language: $language) {\n      name\n      meaning\n      example\n    }\n  }\n": typeof types.TemplateVariablesDocument,
    "\n  query TemplatePreview($input: PreviewMessageTemplateInput!) {\n    messagePreview(input: $input) {\n      subject\n      html\n    }\n  }\n": typeof types.TemplatePreviewDocument,
    "\n  mutation SaveTemplate($input: SaveMessageTemplateInput!) {\n    saveMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": typeof types.SaveTemplateDocument,
    "\n  mutation UndoTemplate($input: MessageTemplateKeyInput!) {\n    undoMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": typeof types.UndoTemplateDocument,
    "\n  mutation ResetTemplate($input: MessageTemplateKeyInput!) {\n    resetMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": typeof types.ResetTemplateDocument,
    "\n  mutation SendTest($input: PreviewMessageTemplateInput!) {\n    sendTestMessage(input: $input) {\n      sentTo\n    }\n  }\n": typeof types.SendTestDocument,
    "\n  mutation SetDefaultLanguage($input: SetDefaultLanguageInput!) {\n    setDefaultNotificationLanguage(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": typeof types.SetDefaultLanguageDocument,
    "\n  query NotificationAddresses {\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n": typeof types.NotificationAddressesDocument,
    "\n  mutation DisconnectNotificationAddress($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": typeof types.DisconnectNotificationAddressDocument,
    "\n  query AnswerSettings {\n    answerSettings {\n      byMail\n      byReply\n      guests\n    }\n  }\n": typeof types.AnswerSettingsDocument,
    "\n  mutation SetAnswerSettings($input: SetAnswerSettingsInput!) {\n    setAnswerSettings(input: $input) {\n      settings {\n        byMail\n        byReply\n        guests\n      }\n    }\n  }\n": typeof types.SetAnswerSettingsDocument,
    "\n  mutation StartNotificationConnect($input: StartNotificationConnectInput!) {\n    startNotificationConnect(input: $input) {\n      code\n      url\n      instruction\n      expiresAt\n    }\n  }\n": typeof types.StartNotificationConnectDocument,
    "\n  mutation FinishNotificationConnect($input: FinishNotificationConnectInput!) {\n    finishNotificationConnect(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": typeof types.FinishNotificationConnectDocument,
    "\n  fragment DeliveryLogParts on NotificationDelivery {\n    channel\n    kind\n    personName\n    taskId\n    taskTitle\n    count\n    status\n    reason\n    attempts\n    at\n    availableAt\n    settledAt\n  }\n": typeof types.DeliveryLogPartsFragmentDoc,
    "\n  query DeliveryLog($status: NotificationDeliveryStatus!, $channel: String, $after: String) {\n    notificationDeliveries(status: $status, channel: $channel, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...DeliveryLogParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.DeliveryLogDocument,
    "\n  mutation ReplayDeliveries($input: ReplayNotificationDeliveriesInput!) {\n    replayNotificationDeliveries(input: $input) {\n      replayed\n    }\n  }\n": typeof types.ReplayDeliveriesDocument,
    "\n  query Notifications($unread: Boolean, $after: String) {\n    notifications(first: 20, unread: $unread, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...NotificationParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.NotificationsDocument,
    "\n  fragment NotificationParts on Notification {\n    kind\n    count\n    at\n    readAt\n    actor {\n      displayName\n    }\n    taskId\n    taskTitle\n    workflowKey\n  }\n": typeof types.NotificationPartsFragmentDoc,
    "\n  query UnreadNotifications {\n    unreadNotifications\n  }\n": typeof types.UnreadNotificationsDocument,
    "\n  query NewestNotification {\n    notifications(first: 1) {\n      edges {\n        cursor\n        node {\n          id\n        }\n      }\n    }\n  }\n": typeof types.NewestNotificationDocument,
    "\n  subscription NotificationReceived {\n    notificationReceived {\n      unreadNotifications\n      latest {\n        id\n        ...NotificationParts\n      }\n    }\n  }\n": typeof types.NotificationReceivedDocument,
    "\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      unreadNotifications\n    }\n  }\n": typeof types.MarkNotificationsReadDocument,
    "\n  mutation MarkNotificationUnread($input: MarkNotificationUnreadInput!) {\n    markNotificationUnread(input: $input) {\n      unreadNotifications\n    }\n  }\n": typeof types.MarkNotificationUnreadDocument,
    "\n  fragment PreferenceParts on NotificationPreferences {\n    channels {\n      name\n      defaultDelaySeconds\n      delaySeconds\n      addressed\n      connectsBy\n    }\n    preferences {\n      kind\n      channel\n      mode\n      delaySeconds\n      chosen\n      locked\n    }\n    hours {\n      timeZone\n      quietFrom\n      quietUntil\n      quietWeekends\n      digestAt\n      quietCalendar\n      language\n    }\n    exceptions {\n      subjectKind\n      subject\n      subjectName\n      kind\n      channel\n      mode\n    }\n  }\n": typeof types.PreferencePartsFragmentDoc,
    "\n  query NotificationPreferences {\n    notificationPreferences {\n      ...PreferenceParts\n    }\n  }\n": typeof types.NotificationPreferencesDocument,
    "\n  mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) {\n    setNotificationPreferences(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": typeof types.SetNotificationPreferencesDocument,
    "\n  mutation SetNotificationHours($input: SetNotificationHoursInput!) {\n    setNotificationHours(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": typeof types.SetNotificationHoursDocument,
    "\n  mutation SetNotificationLanguage($input: SetNotificationLanguageInput!) {\n    setNotificationLanguage(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": typeof types.SetNotificationLanguageDocument,
    "\n  mutation SetNotificationExceptions($input: SetNotificationExceptionsInput!) {\n    setNotificationExceptions(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": typeof types.SetNotificationExceptionsDocument,
    "\n  query ExceptionSubjects {\n    notificationExceptionSubjects {\n      kind\n      subject\n      name\n    }\n  }\n": typeof types.ExceptionSubjectsDocument,
    "\n  query QuietCalendars {\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n": typeof types.QuietCalendarsDocument,
    "\n  query NotificationDefaults {\n    notificationDefaults {\n      kind\n      channel\n      mode\n      delaySeconds\n      locked\n      changed\n    }\n  }\n": typeof types.NotificationDefaultsDocument,
    "\n  mutation SetNotificationDefaults($input: SetNotificationDefaultsInput!) {\n    setNotificationDefaults(input: $input) {\n      notificationDefaults {\n        kind\n        channel\n        mode\n        delaySeconds\n        locked\n        changed\n      }\n    }\n  }\n": typeof types.SetNotificationDefaultsDocument,
    "\n  query PushKey {\n    pushKey\n  }\n": typeof types.PushKeyDocument,
    "\n  mutation ConnectPushDevice($input: ConnectPushDeviceInput!) {\n    connectPushDevice(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": typeof types.ConnectPushDeviceDocument,
    "\n  query FormerPerson($id: ID!) {\n    person(id: $id) {\n      id\n      ...ErasablePerson\n    }\n  }\n": typeof types.FormerPersonDocument,
    "\n  fragment WorkspacePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n    managedBy\n    groups {\n      id\n      key\n      name\n      role\n    }\n    invitationExpiresAt\n  }\n": typeof types.WorkspacePersonFragmentDoc,
    "\n  query WorkspacePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...WorkspacePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.WorkspacePeopleDocument,
    "\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n      link\n      expiresAt\n    }\n  }\n": typeof types.InvitePersonDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      person {\n        id\n      }\n    }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  mutation ChangePersonRole($input: ChangePersonRoleInput!) {\n    changePersonRole(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n": typeof types.ChangePersonRoleDocument,
    "\n  query PersonDeparture($id: ID!) {\n    personDeparture(id: $id) {\n      held\n      toGroups {\n        group {\n          id\n          name\n        }\n        count\n      }\n      toPeople {\n        user {\n          id\n          displayName\n        }\n        count\n      }\n      claimable\n      waiting\n      lent\n      standingRules\n    }\n  }\n": typeof types.PersonDepartureDocument,
    "\n  mutation DeactivatePerson($input: DeactivatePersonInput!) {\n    deactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n": typeof types.DeactivatePersonDocument,
    "\n  mutation ReactivatePerson($input: ReactivatePersonInput!) {\n    reactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n": typeof types.ReactivatePersonDocument,
    "\n  fragment Person on UserSettings {\n    user {\n      id\n      displayName\n      email\n    }\n    active\n    skills\n    capacity\n    absence {\n      until\n      substitute {\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.PersonFragmentDoc,
    "\n  query PersonSettings($user: String!) {\n    user(user: $user) {\n      ...Person\n    }\n  }\n": typeof types.PersonSettingsDocument,
    "\n  mutation SetUserSkills($input: SetUserSkillsInput!) {\n    setUserSkills(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n": typeof types.SetUserSkillsDocument,
    "\n  mutation SetUserCapacity($input: SetUserCapacityInput!) {\n    setUserCapacity(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n": typeof types.SetUserCapacityDocument,
    "\n  fragment ErasablePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n  }\n": typeof types.ErasablePersonFragmentDoc,
    "\n  query ErasablePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          ...ErasablePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.ErasablePeopleDocument,
    "\n  mutation RequestPersonErasure($input: RequestPersonErasureInput!) {\n    requestPersonErasure(input: $input) {\n      code\n      expiresAt\n    }\n  }\n": typeof types.RequestPersonErasureDocument,
    "\n  mutation ErasePerson($input: ErasePersonInput!) {\n    erasePerson(input: $input) {\n      person {\n        ...ErasablePerson\n      }\n    }\n  }\n": typeof types.ErasePersonDocument,
    "\n  query ErasureProgress($personId: ID!) {\n    personErasure(personId: $personId) {\n      confirmedAt\n      finishedAt\n      held\n    }\n  }\n": typeof types.ErasureProgressDocument,
    "\n  fragment LegalHoldRow on LegalHold {\n    id\n    taskId\n    taskTitle\n    reason\n    placedByName\n    placedAt\n    releasedByName\n    releasedAt\n  }\n": typeof types.LegalHoldRowFragmentDoc,
    "\n  query LegalHolds($filter: LegalHoldFilterInput, $after: String) {\n    legalHolds(filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...LegalHoldRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.LegalHoldsDocument,
    "\n  mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {\n    placeLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n": typeof types.PlaceLegalHoldDocument,
    "\n  mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {\n    releaseLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n": typeof types.ReleaseLegalHoldDocument,
    "\n  fragment RetentionParts on Retention {\n    tasks\n    conversations\n    executions\n  }\n": typeof types.RetentionPartsFragmentDoc,
    "\n  query Retention {\n    retention {\n      ...RetentionParts\n    }\n  }\n": typeof types.RetentionDocument,
    "\n  mutation SetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention {\n        ...RetentionParts\n      }\n    }\n  }\n": typeof types.SetRetentionDocument,
    "\n  query RetentionRuns {\n    auditEvents(filter: { action: \"retention.erased\" }, first: 5) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          details\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.RetentionRunsDocument,
    "\n  fragment ScimDirectoryParts on ScimDirectory {\n    id\n    name\n    baseUrl\n    enabled\n    managesOwners\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    lastUsedAt\n    tokens {\n      prefix\n      expiresAt\n    }\n    roleMappings {\n      groupName\n      role\n    }\n    people\n    groups\n  }\n": typeof types.ScimDirectoryPartsFragmentDoc,
    "\n  query ScimDirectories {\n    scimConnections {\n      ...ScimDirectoryParts\n    }\n  }\n": typeof types.ScimDirectoriesDocument,
    "\n  mutation ConnectDirectory($input: CreateScimConnectionInput!) {\n    createScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n": typeof types.ConnectDirectoryDocument,
    "\n  mutation RotateDirectoryToken($input: RotateScimTokenInput!) {\n    rotateScimToken(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n": typeof types.RotateDirectoryTokenDocument,
    "\n  mutation ChangeDirectory($input: UpdateScimConnectionInput!) {\n    updateScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n": typeof types.ChangeDirectoryDocument,
    "\n  mutation MapDirectoryRoles($input: SetScimRoleMappingsInput!) {\n    setScimRoleMappings(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n": typeof types.MapDirectoryRolesDocument,
    "\n  mutation EndDirectory($input: EndScimConnectionInput!) {\n    endScimConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n": typeof types.EndDirectoryDocument,
    "\n  fragment ConnectionParts on SsoProvider {\n    id\n    kind\n    name\n    enabled\n    provisions\n    admitsOwners\n    status\n    problem\n    lastUsedAt\n    mapping {\n      email\n      displayName\n      groups\n      groupRules {\n        from\n        group\n        role\n      }\n      roleRules {\n        from\n        role\n      }\n      defaultRole\n    }\n    oidc {\n      issuer\n      clientId\n      hasSecret\n      scopes\n      acrValues\n      stepUpAcrValues\n      audiences\n      redirectUri\n      postLogoutRedirectUri\n      backchannelLogoutUri\n    }\n    saml {\n      entityId\n      ssoUrl\n      sloUrl\n      metadataUrl\n      certificates {\n        subject\n        fingerprint\n        validTo\n        pem\n      }\n      signed\n      encrypted\n      signsRequests\n      nameIdFormat\n      subjectAttribute\n      authnContexts\n      idpInitiated\n      clockSkewSeconds\n      spEntityId\n      acsUrl\n      spSloUrl\n    }\n    samlKeys {\n      id\n      certificate {\n        fingerprint\n        validFrom\n        validTo\n      }\n    }\n  }\n": typeof types.ConnectionPartsFragmentDoc,
    "\n  fragment DomainParts on SsoDomain {\n    domain\n    connectionId\n    record\n    proof\n    verifiedAt\n  }\n": typeof types.DomainPartsFragmentDoc,
    "\n  query SsoConnections {\n    ssoConnections {\n      id\n      name\n      ...ConnectionParts\n    }\n    ssoDomains {\n      domain\n      ...DomainParts\n    }\n  }\n": typeof types.SsoConnectionsDocument,
    "\n  query SsoTest($id: ID!) {\n    ssoTest(id: $id) {\n      id\n      connectionId\n      finishedAt\n      result {\n        claims\n        subject\n        problem {\n          code\n          message\n        }\n        wouldBe {\n          by\n          email\n          displayName\n          role\n          groups {\n            group\n            role\n          }\n        }\n      }\n    }\n  }\n": typeof types.SsoTestDocument,
    "\n  mutation CreateConnection($input: CreateOidcConnectionInput!) {\n    createOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": typeof types.CreateConnectionDocument,
    "\n  mutation UpdateConnection($input: UpdateOidcConnectionInput!) {\n    updateOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": typeof types.UpdateConnectionDocument,
    "\n  mutation EnableConnection($input: SetSsoConnectionEnabledInput!) {\n    setSsoConnectionEnabled(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": typeof types.EnableConnectionDocument,
    "\n  mutation DeleteConnection($input: SsoConnectionInput!) {\n    deleteSsoConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n": typeof types.DeleteConnectionDocument,
    "\n  mutation TestConnection($input: SsoConnectionInput!) {\n    testSsoConnection(input: $input) {\n      test {\n        id\n        url\n      }\n    }\n  }\n": typeof types.TestConnectionDocument,
    "\n  mutation AddDomain($input: SsoDomainInput!) {\n    addSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n": typeof types.AddDomainDocument,
    "\n  mutation BindDomain($input: BindSsoDomainInput!) {\n    bindSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n": typeof types.BindDomainDocument,
    "\n  mutation VerifyDomain($input: SsoDomainInput!) {\n    verifySsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n": typeof types.VerifyDomainDocument,
    "\n  mutation RemoveDomain($input: SsoDomainInput!) {\n    removeSsoDomain(input: $input) {\n      domain {\n        domain\n      }\n    }\n  }\n": typeof types.RemoveDomainDocument,
    "\n  mutation ReadMetadata($input: SamlMetadataInput!) {\n    readSamlMetadata(input: $input) {\n      metadata {\n        entityId\n        ssoUrl\n        sloUrl\n        signsRequests\n        certificates {\n          subject\n          fingerprint\n          validTo\n          pem\n        }\n      }\n    }\n  }\n": typeof types.ReadMetadataDocument,
    "\n  mutation CreateSaml($input: CreateSamlConnectionInput!) {\n    createSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": typeof types.CreateSamlDocument,
    "\n  mutation UpdateSaml($input: UpdateSamlConnectionInput!) {\n    updateSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": typeof types.UpdateSamlDocument,
    "\n  mutation BeginSamlKeyRollover($input: SsoConnectionInput!) {\n    beginSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n": typeof types.BeginSamlKeyRolloverDocument,
    "\n  mutation FinishSamlKeyRollover($input: SsoConnectionInput!) {\n    finishSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n": typeof types.FinishSamlKeyRolloverDocument,
    "\n  fragment SignInSettingsParts on SignInSettings {\n    ssoOnly\n    breakGlassUserId\n    idleMinutes\n    longestHours\n  }\n": typeof types.SignInSettingsPartsFragmentDoc,
    "\n  query SignInSettings {\n    signInSettings {\n      ...SignInSettingsParts\n    }\n  }\n": typeof types.SignInSettingsDocument,
    "\n  mutation SetSignInSettings($input: SetSignInSettingsInput!) {\n    setSignInSettings(input: $input) {\n      settings {\n        ...SignInSettingsParts\n      }\n    }\n  }\n": typeof types.SetSignInSettingsDocument,
    "\n  fragment StandingRuleRow on StandingRule {\n    id\n    agent {\n      kind\n      id\n      displayName\n    }\n    tool\n    argumentNames\n    arguments\n    risk\n    taskId\n    grantedBy {\n      kind\n      id\n      displayName\n    }\n    grantedAt\n    expiresAt\n    revokedBy {\n      kind\n      id\n      displayName\n    }\n    revokedAt\n    useCount\n    lastUsedAt\n  }\n": typeof types.StandingRuleRowFragmentDoc,
    "\n  query StandingRules($filter: StandingRuleFilter, $after: String) {\n    standingRules(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...StandingRuleRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.StandingRulesDocument,
    "\n  mutation RevokeStandingRule($input: RevokeStandingRuleInput!) {\n    revokeStandingRule(input: $input) {\n      rule {\n        id\n        ...StandingRuleRow\n      }\n    }\n  }\n": typeof types.RevokeStandingRuleDocument,
    "\n  fragment AskedFor on Task {\n    closedAt\n    isOwnRequest\n    selfApproval\n    onBehalfOf {\n      id\n      displayName\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.AskedForFragmentDoc,
    "\n  fragment ComingSteps on Task {\n    pausedAt\n    approval {\n      quorum {\n        rule\n      }\n    }\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ComingStepsFragmentDoc,
    "\n  query TaskWalk($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.TaskWalkDocument,
    "\n  query DecisionReceipt($taskId: ID!) {\n    decisionReceipt(taskId: $taskId) {\n      envelope\n      keyId\n    }\n  }\n": typeof types.DecisionReceiptDocument,
    "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      seenAt\n      selfApproval\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n": typeof types.NextStepsFragmentDoc,
    "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    problem {\n      code\n      message\n      since\n    }\n    startedAt\n    closedAt\n  }\n": typeof types.WorkflowStepFragmentDoc,
    "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n": typeof types.WorkflowUpdatedDocument,
    "\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n": typeof types.PausedFragmentDoc,
    "\n  fragment TaskContext on Task {\n    context\n  }\n": typeof types.TaskContextFragmentDoc,
    "\n  fragment TaskFacts on Task {\n    id\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    conversation {\n      id\n    }\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": typeof types.TaskFactsFragmentDoc,
    "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n": typeof types.TaskHeadingFragmentDoc,
    "\n  mutation RevealTask($input: RevealTaskInput!) {\n    revealTask(input: $input) {\n      value\n    }\n  }\n": typeof types.RevealTaskDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...AskedFor\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskConversation\n      ...TaskAnswer\n      ...LeftText\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n": typeof types.TaskDetailDocument,
    "\n  mutation MarkTaskSeen($input: MarkTaskSeenInput!) {\n    markTaskSeen(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": typeof types.MarkTaskSeenDocument,
    "\n  query GroupMembers($group: String!, $after: String) {\n    users(group: $group, first: 50, after: $after) {\n      edges {\n        node {\n          ...Person\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.GroupMembersDocument,
    "\n  fragment GroupSettings on GroupSettings {\n    group {\n      id\n      key\n      name\n    }\n    strategy\n    calendarKey\n    escalationChain {\n      ...ChainStep\n    }\n    mayChange\n  }\n": typeof types.GroupSettingsFragmentDoc,
    "\n  query TeamGroups($after: String) {\n    groups(first: 100, after: $after) {\n      edges {\n        node {\n          ...GroupSettings\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.TeamGroupsDocument,
    "\n  query TeamGroup($group: String!) {\n    group(group: $group) {\n      ...GroupSettings\n    }\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n": typeof types.TeamGroupDocument,
    "\n  mutation SetGroupStrategy($input: SetGroupStrategyInput!) {\n    setGroupStrategy(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n": typeof types.SetGroupStrategyDocument,
    "\n  mutation SetGroupCalendar($input: SetGroupCalendarInput!) {\n    setGroupCalendar(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n": typeof types.SetGroupCalendarDocument,
    "\n  mutation SetGroupEscalationChain($input: SetGroupEscalationChainInput!) {\n    setGroupEscalationChain(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n": typeof types.SetGroupEscalationChainDocument,
    "\n  fragment TenantSettings on TenantSettings {\n    calendarKey\n    timeToLiveMs\n    selfApproval\n    escalationChain {\n      ...ChainStep\n    }\n  }\n": typeof types.TenantSettingsFragmentDoc,
    "\n  query TenantSettings {\n    tenantSettings {\n      ...TenantSettings\n    }\n    businessCalendars {\n      ...Calendar\n    }\n  }\n": typeof types.TenantSettingsDocument,
    "\n  mutation SetDefaultCalendar($input: SetDefaultCalendarInput!) {\n    setDefaultCalendar(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": typeof types.SetDefaultCalendarDocument,
    "\n  mutation SetDefaultEscalationChain($input: SetDefaultEscalationChainInput!) {\n    setDefaultEscalationChain(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": typeof types.SetDefaultEscalationChainDocument,
    "\n  mutation SetDefaultTimeToLive($input: SetDefaultTimeToLiveInput!) {\n    setDefaultTimeToLive(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": typeof types.SetDefaultTimeToLiveDocument,
    "\n  mutation SetSelfApproval($input: SetSelfApprovalInput!) {\n    setSelfApproval(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": typeof types.SetSelfApprovalDocument,
    "\n  fragment ToolApproval on Task {\n    id\n    toolApproval {\n      digest\n      agent {\n        kind\n        id\n        displayName\n      }\n      calls {\n        similarBy\n        ...ToolCall\n      }\n    }\n    ...Draft\n  }\n": typeof types.ToolApprovalFragmentDoc,
    "\n  fragment ToolCall on ToolCall {\n    callId\n    tool\n    arguments\n    reason\n    risk\n    verdict\n    ...ToolCallOutcome\n  }\n": typeof types.ToolCallFragmentDoc,
    "\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    validUntil\n    selfApproval\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n": typeof types.ToolCallOutcomeFragmentDoc,
    "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      scopes\n      tenant {\n        id\n        slug\n        name\n        accentColor\n        logoUrl\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  fragment WebhookEndpointParts on WebhookEndpoint {\n    id\n    url\n    description\n    eventTypes\n    taskTypes\n    withContent\n    disabledReason\n    disabledAt\n    failingSince\n    problem\n    createdAt\n    secrets {\n      id\n      createdAt\n      endsAt\n    }\n  }\n": typeof types.WebhookEndpointPartsFragmentDoc,
    "\n  fragment WebhookDeliveryParts on WebhookDelivery {\n    id\n    type\n    status\n    attempts\n    at\n    nextAt\n    settledAt\n    requestBody\n    tries {\n      at\n      url\n      durationMs\n      status\n      body\n      problem\n    }\n  }\n": typeof types.WebhookDeliveryPartsFragmentDoc,
    "\n  query WebhookEndpoints {\n    webhookEndpoints {\n      id\n      ...WebhookEndpointParts\n    }\n  }\n": typeof types.WebhookEndpointsDocument,
    "\n  query WebhookEventTypes {\n    webhookEventTypes {\n      name\n      meaning\n    }\n  }\n": typeof types.WebhookEventTypesDocument,
    "\n  query WebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $after: String) {\n    webhookDeliveries(endpointId: $endpointId, filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...WebhookDeliveryParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.WebhookDeliveriesDocument,
    "\n  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": typeof types.CreateWebhookEndpointDocument,
    "\n  mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {\n    updateWebhookEndpoint(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": typeof types.UpdateWebhookEndpointDocument,
    "\n  mutation SetWebhookEndpointEnabled($input: SetWebhookEndpointEnabledInput!) {\n    setWebhookEndpointEnabled(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": typeof types.SetWebhookEndpointEnabledDocument,
    "\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": typeof types.RotateWebhookSecretDocument,
    "\n  mutation DeleteWebhookEndpoint($input: WebhookEndpointInput!) {\n    deleteWebhookEndpoint(input: $input) {\n      deletedId\n    }\n  }\n": typeof types.DeleteWebhookEndpointDocument,
    "\n  mutation SendTestWebhook($input: WebhookEndpointInput!) {\n    sendTestWebhook(input: $input) {\n      deliveryId\n      attempt {\n        at\n        url\n        durationMs\n        status\n        body\n        problem\n      }\n    }\n  }\n": typeof types.SendTestWebhookDocument,
    "\n  mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {\n    replayWebhookDelivery(input: $input) {\n      delivery {\n        id\n        ...WebhookDeliveryParts\n      }\n    }\n  }\n": typeof types.ReplayWebhookDeliveryDocument,
    "\n  mutation ReplayFailedWebhooks($input: ReplayFailedWebhooksInput!) {\n    replayFailedWebhooks(input: $input) {\n      count\n      more\n    }\n  }\n": typeof types.ReplayFailedWebhooksDocument,
    "\n  fragment Workspace on Workspace {\n    id\n    slug\n    name\n    status\n    locale\n    timeZone\n    accentColor\n    logoUrl\n    deleteAt\n    limits {\n      name\n      most\n      use\n    }\n  }\n": typeof types.WorkspaceFragmentDoc,
    "\n  query Workspace {\n    workspace {\n      ...Workspace\n    }\n  }\n": typeof types.WorkspaceDocument,
    "\n  mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {\n    updateWorkspace(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": typeof types.UpdateWorkspaceDocument,
    "\n  mutation SetWorkspaceLogo($input: SetWorkspaceLogoInput!) {\n    setWorkspaceLogo(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": typeof types.SetWorkspaceLogoDocument,
    "\n  mutation RequestWorkspaceDeletion($input: RequestWorkspaceDeletionInput!) {\n    requestWorkspaceDeletion(input: $input) {\n      code\n      expiresAt\n      deleteAt\n    }\n  }\n": typeof types.RequestWorkspaceDeletionDocument,
    "\n  mutation ConfirmWorkspaceDeletion($input: ConfirmWorkspaceDeletionInput!) {\n    confirmWorkspaceDeletion(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": typeof types.ConfirmWorkspaceDeletionDocument,
    "\n  mutation CancelWorkspaceDeletion {\n    cancelWorkspaceDeletion {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": typeof types.CancelWorkspaceDeletionDocument,
};
const documents: Documents = {
    "\n  fragment Absence on Absence {\n    id\n    from\n    until\n    substitute {\n      id\n      displayName\n      email\n    }\n  }\n": types.AbsenceFragmentDoc,
    "\n  query Absences($user: String) {\n    absences(user: $user) {\n      ...Absence\n    }\n  }\n": types.AbsencesDocument,
    "\n  mutation PlanAbsence($input: PlanAbsenceInput!) {\n    planAbsence(input: $input) {\n      absence {\n        ...Absence\n      }\n    }\n  }\n": types.PlanAbsenceDocument,
    "\n  mutation RemoveAbsence($input: RemoveAbsenceInput!) {\n    removeAbsence(input: $input) {\n      absence {\n        id\n      }\n    }\n  }\n": types.RemoveAbsenceDocument,
    "\n  fragment AccountParts on Account {\n    hasPassword\n    totpSince\n    recoveryCodesLeft\n    passkeys {\n      id\n      name\n      backedUp\n      createdAt\n      lastUsedAt\n    }\n  }\n": types.AccountPartsFragmentDoc,
    "\n  query Account {\n    account {\n      ...AccountParts\n    }\n  }\n": types.AccountDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation ProveIdentity($input: ProveIdentityInput!) {\n    proveIdentity(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.ProveIdentityDocument,
    "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.RenewRecoveryCodesDocument,
    "\n  mutation BeginTotp {\n    beginTotp {\n      secret\n      uri\n    }\n  }\n": types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp {\n    removeTotp {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.RemoveTotpDocument,
    "\n  mutation BeginPasskey {\n    beginPasskey {\n      ticket\n      options\n    }\n  }\n": types.BeginPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.AddPasskeyDocument,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n": types.RemovePasskeyDocument,
    "\n  query ExternalIdentities($user: String!) {\n    externalIdentities(user: $user) {\n      connectionId\n      connectionName\n      subject\n      lastSignInAt\n    }\n  }\n": types.ExternalIdentitiesDocument,
    "\n  mutation UnlinkIdentity($input: UnlinkExternalIdentityInput!) {\n    unlinkExternalIdentity(input: $input) {\n      ended\n    }\n  }\n": types.UnlinkIdentityDocument,
    "\n  mutation IssuePasswordLink($input: IssuePasswordLinkInput!) {\n    issuePasswordLink(input: $input) {\n      url\n      expiresAt\n    }\n  }\n": types.IssuePasswordLinkDocument,
    "\n  mutation ResetFactors($input: ResetFactorsInput!) {\n    resetFactors(input: $input) {\n      user\n    }\n  }\n": types.ResetFactorsDocument,
    "\n  query Sessions($user: String, $after: String) {\n    sessions(user: $user, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          createdAt\n          lastSeenAt\n          method\n          remoteAddress\n          userAgent\n          current\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.SessionsDocument,
    "\n  mutation EndSessions($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      ended\n    }\n  }\n": types.EndSessionsDocument,
    "\n  fragment LeftText on Task {\n    id\n    outcome\n    decision {\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n": types.LeftTextFragmentDoc,
    "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n": types.TaskAnswerFragmentDoc,
    "\n  fragment Approval on Task {\n    id\n    closedAt\n    allowedActions\n    approval {\n      round\n      waitingForRequester\n      payload\n      payloadDigest\n      votes {\n        ...Vote\n      }\n      ...VoteProgress\n    }\n  }\n": types.ApprovalFragmentDoc,
    "\n  query EarlierVersions($id: ID!) {\n    task(id: $id) {\n      id\n      approval {\n        round\n        earlierVersions {\n          round\n          payload\n        }\n      }\n    }\n  }\n": types.EarlierVersionsDocument,
    "\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n    selfApproval\n  }\n": types.VoteFragmentDoc,
    "\n  fragment VoteProgress on TaskApproval {\n    quorum {\n      rule\n      count\n      percentage\n      veto\n    }\n    progress {\n      approvals\n      rejections\n      needed\n      voters\n      group {\n        id\n        name\n      }\n    }\n  }\n": types.VoteProgressFragmentDoc,
    "\n  fragment Attachment on TaskAttachment {\n    id\n    name\n    contentType\n    size\n    url\n    createdAt\n    uploadedBy {\n      kind\n      id\n      displayName\n    }\n  }\n": types.AttachmentFragmentDoc,
    "\n  fragment Attachments on Task {\n    id\n    closedAt\n    attachments {\n      id\n      ...Attachment\n    }\n  }\n": types.AttachmentsFragmentDoc,
    "\n  fragment AuditEventRow on AuditEvent {\n    id\n    at\n    action\n    channel\n    remoteAddress\n    credentialId\n    correlationId\n    details\n    actor {\n      kind\n      id\n      displayName\n    }\n    onBehalfOf {\n      displayName\n    }\n    target {\n      kind\n      id\n      displayName\n    }\n  }\n": types.AuditEventRowFragmentDoc,
    "\n  query AuditEvents($filter: AuditEventFilter, $after: String) {\n    auditEvents(filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AuditEventRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.AuditEventsDocument,
    "\n  query AuditAreas {\n    auditAreas\n  }\n": types.AuditAreasDocument,
    "\n  query AuditChain {\n    auditChain {\n      signs\n      entries\n      sealedAt\n      checkpoint\n      keyId\n      unsealed\n    }\n  }\n": types.AuditChainDocument,
    "\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n": types.BulkTasksDocument,
    "\n  fragment Calendar on BusinessCalendar {\n    key\n    name\n    zone\n    isDefault\n    hours {\n      monday {\n        from\n        to\n      }\n      tuesday {\n        from\n        to\n      }\n      wednesday {\n        from\n        to\n      }\n      thursday {\n        from\n        to\n      }\n      friday {\n        from\n        to\n      }\n      saturday {\n        from\n        to\n      }\n      sunday {\n        from\n        to\n      }\n    }\n    holidays {\n      country\n      state\n      region\n    }\n    closedDates\n    openDates {\n      date\n      hours {\n        from\n        to\n      }\n    }\n  }\n": types.CalendarFragmentDoc,
    "\n  query Calendars {\n    businessCalendars {\n      ...Calendar\n    }\n  }\n": types.CalendarsDocument,
    "\n  query HolidayPlaces($country: String, $state: String) {\n    holidayPlaces(country: $country, state: $state) {\n      code\n      name\n    }\n  }\n": types.HolidayPlacesDocument,
    "\n  query HolidaysOfYears($country: String!, $state: String, $region: String, $year: Int!, $next: Int!) {\n    thisYear: holidays(country: $country, state: $state, region: $region, year: $year) {\n      ...Holiday\n    }\n    nextYear: holidays(country: $country, state: $state, region: $region, year: $next) {\n      ...Holiday\n    }\n  }\n": types.HolidaysOfYearsDocument,
    "\n  fragment Holiday on Holiday {\n    date\n    name\n    closedFromMinute\n  }\n": types.HolidayFragmentDoc,
    "\n  mutation PutCalendar($input: PutBusinessCalendarInput!) {\n    putBusinessCalendar(input: $input) {\n      calendar {\n        ...Calendar\n      }\n    }\n  }\n": types.PutCalendarDocument,
    "\n  mutation RemoveCalendar($input: RemoveBusinessCalendarInput!) {\n    removeBusinessCalendar(input: $input) {\n      removedKey\n    }\n  }\n": types.RemoveCalendarDocument,
    "\n  fragment ChainStep on EscalationStep {\n    action\n    after {\n      milliseconds\n      calendar\n      businessDays\n    }\n    fromDueMs\n    to {\n      user\n      group\n    }\n    ifUnclaimed\n    message\n  }\n": types.ChainStepFragmentDoc,
    "\n  fragment ChatConnectionParts on ConnectedChat {\n    channel\n    teamId\n    teamName\n    status\n    problem\n    socketMode\n    connectedAt\n    people\n  }\n": types.ChatConnectionPartsFragmentDoc,
    "\n  query ChatConnections {\n    chatConnections {\n      ...ChatConnectionParts\n    }\n  }\n": types.ChatConnectionsDocument,
    "\n  mutation ConnectSlack($input: ConnectSlackInput!) {\n    connectSlack(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": types.ConnectSlackDocument,
    "\n  mutation ConnectTeams($input: ConnectTeamsInput!) {\n    connectTeams(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": types.ConnectTeamsDocument,
    "\n  mutation DisconnectChat($input: ChatChannelInput!) {\n    disconnectChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": types.DisconnectChatDocument,
    "\n  mutation TestChat($input: ChatChannelInput!) {\n    testChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n": types.TestChatDocument,
    "\n  query ChatLink($token: String!) {\n    chatLink(token: $token) {\n      channel\n      teamName\n      accountName\n    }\n  }\n": types.ChatLinkDocument,
    "\n  mutation LinkChatAccount($input: LinkChatAccountInput!) {\n    linkChatAccount(input: $input) {\n      notificationAddress {\n        id\n        channel\n        label\n        connectedAt\n      }\n    }\n  }\n": types.LinkChatAccountDocument,
    "\n  query OwnChatAccounts {\n    offeredChats {\n      channel\n      teamName\n    }\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n": types.OwnChatAccountsDocument,
    "\n  mutation DisconnectChatAccount($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": types.DisconnectChatAccountDocument,
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
    "\n  fragment TaskConversation on Task {\n    conversation {\n      id\n    }\n  }\n": types.TaskConversationFragmentDoc,
    "\n  fragment Message on Message {\n    id\n    number\n    role\n    author\n    text\n    toolCalls\n    createdAt\n    usage {\n      input\n      output\n      model\n    }\n  }\n": types.MessageFragmentDoc,
    "\n  fragment Dialogue on Conversation {\n    id\n    title\n    channel\n    status\n    messageCount\n    inputTokens\n    outputTokens\n  }\n": types.DialogueFragmentDoc,
    "\n  query ConversationMessages($id: ID!, $before: String) {\n    conversation(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20, before: $before) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n": types.ConversationMessagesDocument,
    "\n  subscription ConversationUpdated($id: ID!) {\n    conversationUpdated(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n": types.ConversationUpdatedDocument,
    "\n  query PersonAbsence($user: String!) {\n    user(user: $user) {\n      user {\n        id\n      }\n      absence {\n        until\n        substitute {\n          id\n          displayName\n        }\n      }\n    }\n  }\n": types.PersonAbsenceDocument,
    "\n  query SearchPeople($text: String!) {\n    searchUsers(text: $text, first: 20) {\n      id\n      displayName\n      email\n    }\n  }\n": types.SearchPeopleDocument,
    "\n  query SearchTargets($text: String!) {\n    searchUsers(text: $text, first: 15) {\n      id\n      displayName\n      email\n    }\n    searchGroups(text: $text, first: 15) {\n      id\n      key\n      name\n    }\n  }\n": types.SearchTargetsDocument,
    "\n  fragment Draft on Task {\n    id\n    draft {\n      data\n      version\n      savedAt\n    }\n  }\n": types.DraftFragmentDoc,
    "\n  mutation SaveTaskDraft($input: SaveTaskDraftInput!) {\n    saveTaskDraft(input: $input) {\n      draft {\n        version\n        savedAt\n      }\n      task {\n        id\n        revision\n        ...TaskRow\n      }\n    }\n  }\n": types.SaveTaskDraftDocument,
    "\n  mutation DiscardTaskDraft($input: DiscardTaskDraftInput!) {\n    discardTaskDraft(input: $input) {\n      task {\n        id\n        ...Draft\n      }\n    }\n  }\n": types.DiscardTaskDraftDocument,
    "\n  query ReadDraft($id: ID!) {\n    task(id: $id) {\n      id\n      ...Draft\n    }\n  }\n": types.ReadDraftDocument,
    "\n  query WorkspaceGroups($after: String) {\n    groups(first: 50, after: $after) {\n      edges {\n        node {\n          group {\n            id\n            key\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.WorkspaceGroupsDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n": types.CreateGroupDocument,
    "\n  mutation RenameGroup($input: RenameGroupInput!) {\n    renameGroup(input: $input) {\n      group {\n        id\n        key\n        name\n      }\n    }\n  }\n": types.RenameGroupDocument,
    "\n  mutation ChangeGroupMembers($input: ChangeGroupMembersInput!) {\n    changeGroupMembers(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n": types.ChangeGroupMembersDocument,
    "\n  query OpenTasksOfGroup($group: String!) {\n    openTasksOfGroup(group: $group)\n  }\n": types.OpenTasksOfGroupDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      group {\n        id\n      }\n      movedTasks\n    }\n  }\n": types.DeleteGroupDocument,
    "\n  query GroupPeople($group: String!) {\n    people(filter: { group: $group }, first: 100) {\n      edges {\n        node {\n          id\n          displayName\n          status\n          groups {\n            id\n            role\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.GroupPeopleDocument,
    "\n  fragment GuestLine on TaskGuest {\n    id\n    email\n    name\n    actions\n    status\n    invitedBy\n    expiresAt\n  }\n": types.GuestLineFragmentDoc,
    "\n  query TaskGuests($taskId: ID!) {\n    answerSettings {\n      guests\n    }\n    taskGuests(taskId: $taskId, first: 100) {\n      edges {\n        node {\n          id\n          ...GuestLine\n        }\n      }\n    }\n  }\n": types.TaskGuestsDocument,
    "\n  mutation InviteGuest($input: InviteGuestInput!) {\n    inviteGuest(input: $input) {\n      link\n      guest {\n        id\n      }\n    }\n  }\n": types.InviteGuestDocument,
    "\n  mutation RevokeGuest($input: RevokeGuestInput!) {\n    revokeGuest(input: $input) {\n      guest {\n        id\n        ...GuestLine\n      }\n    }\n  }\n": types.RevokeGuestDocument,
    "\n  fragment TaskHistory on Task {\n    id\n    events(first: 50) {\n      edges {\n        cursor\n        node {\n          id\n          ...EventLine\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.TaskHistoryFragmentDoc,
    "\n  fragment EventLine on TaskEvent {\n    id\n    kind\n    at\n    channel\n    note\n    differences {\n      field\n      before\n      after\n    }\n    actor {\n      kind\n      id\n      displayName\n    }\n  }\n": types.EventLineFragmentDoc,
    "\n  query MoreHistory($id: ID!, $after: String) {\n    task(id: $id) {\n      id\n      events(first: 50, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...EventLine\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.MoreHistoryDocument,
    "\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.InboxTasksDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    owner {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n": types.TaskRowFragmentDoc,
    "\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n": types.TaskCountsDocument,
    "\n  fragment Key on ApiKey {\n    id\n    name\n    prefix\n    principal {\n      id\n      name\n    }\n    scopes\n    state\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    expiresAt\n    revokedAt\n    replacedBy\n    lastUsedAt\n    allowedNetworks\n    requestsPerMinute\n    onBehalfOf {\n      id\n      displayName\n      active\n    }\n  }\n": types.KeyFragmentDoc,
    "\n  query Keys($filter: ApiKeyFilter, $after: String) {\n    apiKeys(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...Key\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.KeysDocument,
    "\n  query KeyUses($keyId: ID!) {\n    apiKeyUses(keyId: $keyId, first: 50) {\n      edges {\n        cursor\n        node {\n          day\n          address\n          count\n        }\n      }\n    }\n  }\n": types.KeyUsesDocument,
    "\n  query KeyScopes {\n    apiKeyScopes {\n      name\n      meaning\n    }\n  }\n": types.KeyScopesDocument,
    "\n  mutation CreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n": types.CreateKeyDocument,
    "\n  mutation RotateKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n      replaced {\n        id\n        ...Key\n      }\n    }\n  }\n": types.RotateKeyDocument,
    "\n  mutation UpdateKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n": types.UpdateKeyDocument,
    "\n  mutation RevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n": types.RevokeKeyDocument,
    "\n  subscription TaskUpdated {\n    taskUpdated(announce: true) {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n": types.TaskUpdatedDocument,
    "\n  fragment TemplateParts on MessageTemplates {\n    templates {\n      channel\n      kind\n      language\n      subject\n      body\n      updatedAt\n      updatedByName\n      canUndo\n      problem\n      problemAt\n    }\n    builtIn {\n      channel\n      subject\n      body\n    }\n    languages\n    defaultLanguage\n  }\n": types.TemplatePartsFragmentDoc,
    "\n  query MessageTemplates {\n    messageTemplates {\n      ...TemplateParts\n    }\n  }\n": types.MessageTemplatesDocument,
    "\n  query TemplateVariables($kind: String!, $language: String!) {\n    messageTemplateVariables(kind: $kind, language: $language) {\n      name\n      meaning\n      example\n    }\n  }\n": types.TemplateVariablesDocument,
    "\n  query TemplatePreview($input: PreviewMessageTemplateInput!) {\n    messagePreview(input: $input) {\n      subject\n      html\n    }\n  }\n": types.TemplatePreviewDocument,
    "\n  mutation SaveTemplate($input: SaveMessageTemplateInput!) {\n    saveMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": types.SaveTemplateDocument,
    "\n  mutation UndoTemplate($input: MessageTemplateKeyInput!) {\n    undoMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": types.UndoTemplateDocument,
    "\n  mutation ResetTemplate($input: MessageTemplateKeyInput!) {\n    resetMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": types.ResetTemplateDocument,
    "\n  mutation SendTest($input: PreviewMessageTemplateInput!) {\n    sendTestMessage(input: $input) {\n      sentTo\n    }\n  }\n": types.SendTestDocument,
    "\n  mutation SetDefaultLanguage($input: SetDefaultLanguageInput!) {\n    setDefaultNotificationLanguage(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n": types.SetDefaultLanguageDocument,
    "\n  query NotificationAddresses {\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n": types.NotificationAddressesDocument,
    "\n  mutation DisconnectNotificationAddress($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": types.DisconnectNotificationAddressDocument,
    "\n  query AnswerSettings {\n    answerSettings {\n      byMail\n      byReply\n      guests\n    }\n  }\n": types.AnswerSettingsDocument,
    "\n  mutation SetAnswerSettings($input: SetAnswerSettingsInput!) {\n    setAnswerSettings(input: $input) {\n      settings {\n        byMail\n        byReply\n        guests\n      }\n    }\n  }\n": types.SetAnswerSettingsDocument,
    "\n  mutation StartNotificationConnect($input: StartNotificationConnectInput!) {\n    startNotificationConnect(input: $input) {\n      code\n      url\n      instruction\n      expiresAt\n    }\n  }\n": types.StartNotificationConnectDocument,
    "\n  mutation FinishNotificationConnect($input: FinishNotificationConnectInput!) {\n    finishNotificationConnect(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": types.FinishNotificationConnectDocument,
    "\n  fragment DeliveryLogParts on NotificationDelivery {\n    channel\n    kind\n    personName\n    taskId\n    taskTitle\n    count\n    status\n    reason\n    attempts\n    at\n    availableAt\n    settledAt\n  }\n": types.DeliveryLogPartsFragmentDoc,
    "\n  query DeliveryLog($status: NotificationDeliveryStatus!, $channel: String, $after: String) {\n    notificationDeliveries(status: $status, channel: $channel, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...DeliveryLogParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.DeliveryLogDocument,
    "\n  mutation ReplayDeliveries($input: ReplayNotificationDeliveriesInput!) {\n    replayNotificationDeliveries(input: $input) {\n      replayed\n    }\n  }\n": types.ReplayDeliveriesDocument,
    "\n  query Notifications($unread: Boolean, $after: String) {\n    notifications(first: 20, unread: $unread, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...NotificationParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.NotificationsDocument,
    "\n  fragment NotificationParts on Notification {\n    kind\n    count\n    at\n    readAt\n    actor {\n      displayName\n    }\n    taskId\n    taskTitle\n    workflowKey\n  }\n": types.NotificationPartsFragmentDoc,
    "\n  query UnreadNotifications {\n    unreadNotifications\n  }\n": types.UnreadNotificationsDocument,
    "\n  query NewestNotification {\n    notifications(first: 1) {\n      edges {\n        cursor\n        node {\n          id\n        }\n      }\n    }\n  }\n": types.NewestNotificationDocument,
    "\n  subscription NotificationReceived {\n    notificationReceived {\n      unreadNotifications\n      latest {\n        id\n        ...NotificationParts\n      }\n    }\n  }\n": types.NotificationReceivedDocument,
    "\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      unreadNotifications\n    }\n  }\n": types.MarkNotificationsReadDocument,
    "\n  mutation MarkNotificationUnread($input: MarkNotificationUnreadInput!) {\n    markNotificationUnread(input: $input) {\n      unreadNotifications\n    }\n  }\n": types.MarkNotificationUnreadDocument,
    "\n  fragment PreferenceParts on NotificationPreferences {\n    channels {\n      name\n      defaultDelaySeconds\n      delaySeconds\n      addressed\n      connectsBy\n    }\n    preferences {\n      kind\n      channel\n      mode\n      delaySeconds\n      chosen\n      locked\n    }\n    hours {\n      timeZone\n      quietFrom\n      quietUntil\n      quietWeekends\n      digestAt\n      quietCalendar\n      language\n    }\n    exceptions {\n      subjectKind\n      subject\n      subjectName\n      kind\n      channel\n      mode\n    }\n  }\n": types.PreferencePartsFragmentDoc,
    "\n  query NotificationPreferences {\n    notificationPreferences {\n      ...PreferenceParts\n    }\n  }\n": types.NotificationPreferencesDocument,
    "\n  mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) {\n    setNotificationPreferences(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": types.SetNotificationPreferencesDocument,
    "\n  mutation SetNotificationHours($input: SetNotificationHoursInput!) {\n    setNotificationHours(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": types.SetNotificationHoursDocument,
    "\n  mutation SetNotificationLanguage($input: SetNotificationLanguageInput!) {\n    setNotificationLanguage(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": types.SetNotificationLanguageDocument,
    "\n  mutation SetNotificationExceptions($input: SetNotificationExceptionsInput!) {\n    setNotificationExceptions(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n": types.SetNotificationExceptionsDocument,
    "\n  query ExceptionSubjects {\n    notificationExceptionSubjects {\n      kind\n      subject\n      name\n    }\n  }\n": types.ExceptionSubjectsDocument,
    "\n  query QuietCalendars {\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n": types.QuietCalendarsDocument,
    "\n  query NotificationDefaults {\n    notificationDefaults {\n      kind\n      channel\n      mode\n      delaySeconds\n      locked\n      changed\n    }\n  }\n": types.NotificationDefaultsDocument,
    "\n  mutation SetNotificationDefaults($input: SetNotificationDefaultsInput!) {\n    setNotificationDefaults(input: $input) {\n      notificationDefaults {\n        kind\n        channel\n        mode\n        delaySeconds\n        locked\n        changed\n      }\n    }\n  }\n": types.SetNotificationDefaultsDocument,
    "\n  query PushKey {\n    pushKey\n  }\n": types.PushKeyDocument,
    "\n  mutation ConnectPushDevice($input: ConnectPushDeviceInput!) {\n    connectPushDevice(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n": types.ConnectPushDeviceDocument,
    "\n  query FormerPerson($id: ID!) {\n    person(id: $id) {\n      id\n      ...ErasablePerson\n    }\n  }\n": types.FormerPersonDocument,
    "\n  fragment WorkspacePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n    managedBy\n    groups {\n      id\n      key\n      name\n      role\n    }\n    invitationExpiresAt\n  }\n": types.WorkspacePersonFragmentDoc,
    "\n  query WorkspacePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...WorkspacePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.WorkspacePeopleDocument,
    "\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n      link\n      expiresAt\n    }\n  }\n": types.InvitePersonDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      person {\n        id\n      }\n    }\n  }\n": types.RevokeInvitationDocument,
    "\n  mutation ChangePersonRole($input: ChangePersonRoleInput!) {\n    changePersonRole(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n": types.ChangePersonRoleDocument,
    "\n  query PersonDeparture($id: ID!) {\n    personDeparture(id: $id) {\n      held\n      toGroups {\n        group {\n          id\n          name\n        }\n        count\n      }\n      toPeople {\n        user {\n          id\n          displayName\n        }\n        count\n      }\n      claimable\n      waiting\n      lent\n      standingRules\n    }\n  }\n": types.PersonDepartureDocument,
    "\n  mutation DeactivatePerson($input: DeactivatePersonInput!) {\n    deactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n": types.DeactivatePersonDocument,
    "\n  mutation ReactivatePerson($input: ReactivatePersonInput!) {\n    reactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n": types.ReactivatePersonDocument,
    "\n  fragment Person on UserSettings {\n    user {\n      id\n      displayName\n      email\n    }\n    active\n    skills\n    capacity\n    absence {\n      until\n      substitute {\n        id\n        displayName\n      }\n    }\n  }\n": types.PersonFragmentDoc,
    "\n  query PersonSettings($user: String!) {\n    user(user: $user) {\n      ...Person\n    }\n  }\n": types.PersonSettingsDocument,
    "\n  mutation SetUserSkills($input: SetUserSkillsInput!) {\n    setUserSkills(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n": types.SetUserSkillsDocument,
    "\n  mutation SetUserCapacity($input: SetUserCapacityInput!) {\n    setUserCapacity(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n": types.SetUserCapacityDocument,
    "\n  fragment ErasablePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n  }\n": types.ErasablePersonFragmentDoc,
    "\n  query ErasablePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          ...ErasablePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.ErasablePeopleDocument,
    "\n  mutation RequestPersonErasure($input: RequestPersonErasureInput!) {\n    requestPersonErasure(input: $input) {\n      code\n      expiresAt\n    }\n  }\n": types.RequestPersonErasureDocument,
    "\n  mutation ErasePerson($input: ErasePersonInput!) {\n    erasePerson(input: $input) {\n      person {\n        ...ErasablePerson\n      }\n    }\n  }\n": types.ErasePersonDocument,
    "\n  query ErasureProgress($personId: ID!) {\n    personErasure(personId: $personId) {\n      confirmedAt\n      finishedAt\n      held\n    }\n  }\n": types.ErasureProgressDocument,
    "\n  fragment LegalHoldRow on LegalHold {\n    id\n    taskId\n    taskTitle\n    reason\n    placedByName\n    placedAt\n    releasedByName\n    releasedAt\n  }\n": types.LegalHoldRowFragmentDoc,
    "\n  query LegalHolds($filter: LegalHoldFilterInput, $after: String) {\n    legalHolds(filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...LegalHoldRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.LegalHoldsDocument,
    "\n  mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {\n    placeLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n": types.PlaceLegalHoldDocument,
    "\n  mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {\n    releaseLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n": types.ReleaseLegalHoldDocument,
    "\n  fragment RetentionParts on Retention {\n    tasks\n    conversations\n    executions\n  }\n": types.RetentionPartsFragmentDoc,
    "\n  query Retention {\n    retention {\n      ...RetentionParts\n    }\n  }\n": types.RetentionDocument,
    "\n  mutation SetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention {\n        ...RetentionParts\n      }\n    }\n  }\n": types.SetRetentionDocument,
    "\n  query RetentionRuns {\n    auditEvents(filter: { action: \"retention.erased\" }, first: 5) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          details\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.RetentionRunsDocument,
    "\n  fragment ScimDirectoryParts on ScimDirectory {\n    id\n    name\n    baseUrl\n    enabled\n    managesOwners\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    lastUsedAt\n    tokens {\n      prefix\n      expiresAt\n    }\n    roleMappings {\n      groupName\n      role\n    }\n    people\n    groups\n  }\n": types.ScimDirectoryPartsFragmentDoc,
    "\n  query ScimDirectories {\n    scimConnections {\n      ...ScimDirectoryParts\n    }\n  }\n": types.ScimDirectoriesDocument,
    "\n  mutation ConnectDirectory($input: CreateScimConnectionInput!) {\n    createScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n": types.ConnectDirectoryDocument,
    "\n  mutation RotateDirectoryToken($input: RotateScimTokenInput!) {\n    rotateScimToken(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n": types.RotateDirectoryTokenDocument,
    "\n  mutation ChangeDirectory($input: UpdateScimConnectionInput!) {\n    updateScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n": types.ChangeDirectoryDocument,
    "\n  mutation MapDirectoryRoles($input: SetScimRoleMappingsInput!) {\n    setScimRoleMappings(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n": types.MapDirectoryRolesDocument,
    "\n  mutation EndDirectory($input: EndScimConnectionInput!) {\n    endScimConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n": types.EndDirectoryDocument,
    "\n  fragment ConnectionParts on SsoProvider {\n    id\n    kind\n    name\n    enabled\n    provisions\n    admitsOwners\n    status\n    problem\n    lastUsedAt\n    mapping {\n      email\n      displayName\n      groups\n      groupRules {\n        from\n        group\n        role\n      }\n      roleRules {\n        from\n        role\n      }\n      defaultRole\n    }\n    oidc {\n      issuer\n      clientId\n      hasSecret\n      scopes\n      acrValues\n      stepUpAcrValues\n      audiences\n      redirectUri\n      postLogoutRedirectUri\n      backchannelLogoutUri\n    }\n    saml {\n      entityId\n      ssoUrl\n      sloUrl\n      metadataUrl\n      certificates {\n        subject\n        fingerprint\n        validTo\n        pem\n      }\n      signed\n      encrypted\n      signsRequests\n      nameIdFormat\n      subjectAttribute\n      authnContexts\n      idpInitiated\n      clockSkewSeconds\n      spEntityId\n      acsUrl\n      spSloUrl\n    }\n    samlKeys {\n      id\n      certificate {\n        fingerprint\n        validFrom\n        validTo\n      }\n    }\n  }\n": types.ConnectionPartsFragmentDoc,
    "\n  fragment DomainParts on SsoDomain {\n    domain\n    connectionId\n    record\n    proof\n    verifiedAt\n  }\n": types.DomainPartsFragmentDoc,
    "\n  query SsoConnections {\n    ssoConnections {\n      id\n      name\n      ...ConnectionParts\n    }\n    ssoDomains {\n      domain\n      ...DomainParts\n    }\n  }\n": types.SsoConnectionsDocument,
    "\n  query SsoTest($id: ID!) {\n    ssoTest(id: $id) {\n      id\n      connectionId\n      finishedAt\n      result {\n        claims\n        subject\n        problem {\n          code\n          message\n        }\n        wouldBe {\n          by\n          email\n          displayName\n          role\n          groups {\n            group\n            role\n          }\n        }\n      }\n    }\n  }\n": types.SsoTestDocument,
    "\n  mutation CreateConnection($input: CreateOidcConnectionInput!) {\n    createOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": types.CreateConnectionDocument,
    "\n  mutation UpdateConnection($input: UpdateOidcConnectionInput!) {\n    updateOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": types.UpdateConnectionDocument,
    "\n  mutation EnableConnection($input: SetSsoConnectionEnabledInput!) {\n    setSsoConnectionEnabled(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": types.EnableConnectionDocument,
    "\n  mutation DeleteConnection($input: SsoConnectionInput!) {\n    deleteSsoConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n": types.DeleteConnectionDocument,
    "\n  mutation TestConnection($input: SsoConnectionInput!) {\n    testSsoConnection(input: $input) {\n      test {\n        id\n        url\n      }\n    }\n  }\n": types.TestConnectionDocument,
    "\n  mutation AddDomain($input: SsoDomainInput!) {\n    addSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n": types.AddDomainDocument,
    "\n  mutation BindDomain($input: BindSsoDomainInput!) {\n    bindSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n": types.BindDomainDocument,
    "\n  mutation VerifyDomain($input: SsoDomainInput!) {\n    verifySsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n": types.VerifyDomainDocument,
    "\n  mutation RemoveDomain($input: SsoDomainInput!) {\n    removeSsoDomain(input: $input) {\n      domain {\n        domain\n      }\n    }\n  }\n": types.RemoveDomainDocument,
    "\n  mutation ReadMetadata($input: SamlMetadataInput!) {\n    readSamlMetadata(input: $input) {\n      metadata {\n        entityId\n        ssoUrl\n        sloUrl\n        signsRequests\n        certificates {\n          subject\n          fingerprint\n          validTo\n          pem\n        }\n      }\n    }\n  }\n": types.ReadMetadataDocument,
    "\n  mutation CreateSaml($input: CreateSamlConnectionInput!) {\n    createSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": types.CreateSamlDocument,
    "\n  mutation UpdateSaml($input: UpdateSamlConnectionInput!) {\n    updateSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n": types.UpdateSamlDocument,
    "\n  mutation BeginSamlKeyRollover($input: SsoConnectionInput!) {\n    beginSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n": types.BeginSamlKeyRolloverDocument,
    "\n  mutation FinishSamlKeyRollover($input: SsoConnectionInput!) {\n    finishSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n": types.FinishSamlKeyRolloverDocument,
    "\n  fragment SignInSettingsParts on SignInSettings {\n    ssoOnly\n    breakGlassUserId\n    idleMinutes\n    longestHours\n  }\n": types.SignInSettingsPartsFragmentDoc,
    "\n  query SignInSettings {\n    signInSettings {\n      ...SignInSettingsParts\n    }\n  }\n": types.SignInSettingsDocument,
    "\n  mutation SetSignInSettings($input: SetSignInSettingsInput!) {\n    setSignInSettings(input: $input) {\n      settings {\n        ...SignInSettingsParts\n      }\n    }\n  }\n": types.SetSignInSettingsDocument,
    "\n  fragment StandingRuleRow on StandingRule {\n    id\n    agent {\n      kind\n      id\n      displayName\n    }\n    tool\n    argumentNames\n    arguments\n    risk\n    taskId\n    grantedBy {\n      kind\n      id\n      displayName\n    }\n    grantedAt\n    expiresAt\n    revokedBy {\n      kind\n      id\n      displayName\n    }\n    revokedAt\n    useCount\n    lastUsedAt\n  }\n": types.StandingRuleRowFragmentDoc,
    "\n  query StandingRules($filter: StandingRuleFilter, $after: String) {\n    standingRules(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...StandingRuleRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.StandingRulesDocument,
    "\n  mutation RevokeStandingRule($input: RevokeStandingRuleInput!) {\n    revokeStandingRule(input: $input) {\n      rule {\n        id\n        ...StandingRuleRow\n      }\n    }\n  }\n": types.RevokeStandingRuleDocument,
    "\n  fragment AskedFor on Task {\n    closedAt\n    isOwnRequest\n    selfApproval\n    onBehalfOf {\n      id\n      displayName\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": types.AskedForFragmentDoc,
    "\n  fragment ComingSteps on Task {\n    pausedAt\n    approval {\n      quorum {\n        rule\n      }\n    }\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n": types.ComingStepsFragmentDoc,
    "\n  query TaskWalk($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.TaskWalkDocument,
    "\n  query DecisionReceipt($taskId: ID!) {\n    decisionReceipt(taskId: $taskId) {\n      envelope\n      keyId\n    }\n  }\n": types.DecisionReceiptDocument,
    "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      seenAt\n      selfApproval\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n": types.NextStepsFragmentDoc,
    "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    problem {\n      code\n      message\n      since\n    }\n    startedAt\n    closedAt\n  }\n": types.WorkflowStepFragmentDoc,
    "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n": types.WorkflowUpdatedDocument,
    "\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n": types.PausedFragmentDoc,
    "\n  fragment TaskContext on Task {\n    context\n  }\n": types.TaskContextFragmentDoc,
    "\n  fragment TaskFacts on Task {\n    id\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    conversation {\n      id\n    }\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n": types.TaskFactsFragmentDoc,
    "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n": types.TaskHeadingFragmentDoc,
    "\n  mutation RevealTask($input: RevealTaskInput!) {\n    revealTask(input: $input) {\n      value\n    }\n  }\n": types.RevealTaskDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...AskedFor\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskConversation\n      ...TaskAnswer\n      ...LeftText\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n": types.TaskDetailDocument,
    "\n  mutation MarkTaskSeen($input: MarkTaskSeenInput!) {\n    markTaskSeen(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n": types.MarkTaskSeenDocument,
    "\n  query GroupMembers($group: String!, $after: String) {\n    users(group: $group, first: 50, after: $after) {\n      edges {\n        node {\n          ...Person\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.GroupMembersDocument,
    "\n  fragment GroupSettings on GroupSettings {\n    group {\n      id\n      key\n      name\n    }\n    strategy\n    calendarKey\n    escalationChain {\n      ...ChainStep\n    }\n    mayChange\n  }\n": types.GroupSettingsFragmentDoc,
    "\n  query TeamGroups($after: String) {\n    groups(first: 100, after: $after) {\n      edges {\n        node {\n          ...GroupSettings\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.TeamGroupsDocument,
    "\n  query TeamGroup($group: String!) {\n    group(group: $group) {\n      ...GroupSettings\n    }\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n": types.TeamGroupDocument,
    "\n  mutation SetGroupStrategy($input: SetGroupStrategyInput!) {\n    setGroupStrategy(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n": types.SetGroupStrategyDocument,
    "\n  mutation SetGroupCalendar($input: SetGroupCalendarInput!) {\n    setGroupCalendar(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n": types.SetGroupCalendarDocument,
    "\n  mutation SetGroupEscalationChain($input: SetGroupEscalationChainInput!) {\n    setGroupEscalationChain(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n": types.SetGroupEscalationChainDocument,
    "\n  fragment TenantSettings on TenantSettings {\n    calendarKey\n    timeToLiveMs\n    selfApproval\n    escalationChain {\n      ...ChainStep\n    }\n  }\n": types.TenantSettingsFragmentDoc,
    "\n  query TenantSettings {\n    tenantSettings {\n      ...TenantSettings\n    }\n    businessCalendars {\n      ...Calendar\n    }\n  }\n": types.TenantSettingsDocument,
    "\n  mutation SetDefaultCalendar($input: SetDefaultCalendarInput!) {\n    setDefaultCalendar(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": types.SetDefaultCalendarDocument,
    "\n  mutation SetDefaultEscalationChain($input: SetDefaultEscalationChainInput!) {\n    setDefaultEscalationChain(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": types.SetDefaultEscalationChainDocument,
    "\n  mutation SetDefaultTimeToLive($input: SetDefaultTimeToLiveInput!) {\n    setDefaultTimeToLive(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": types.SetDefaultTimeToLiveDocument,
    "\n  mutation SetSelfApproval($input: SetSelfApprovalInput!) {\n    setSelfApproval(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n": types.SetSelfApprovalDocument,
    "\n  fragment ToolApproval on Task {\n    id\n    toolApproval {\n      digest\n      agent {\n        kind\n        id\n        displayName\n      }\n      calls {\n        similarBy\n        ...ToolCall\n      }\n    }\n    ...Draft\n  }\n": types.ToolApprovalFragmentDoc,
    "\n  fragment ToolCall on ToolCall {\n    callId\n    tool\n    arguments\n    reason\n    risk\n    verdict\n    ...ToolCallOutcome\n  }\n": types.ToolCallFragmentDoc,
    "\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    validUntil\n    selfApproval\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n": types.ToolCallOutcomeFragmentDoc,
    "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      scopes\n      tenant {\n        id\n        slug\n        name\n        accentColor\n        logoUrl\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  fragment WebhookEndpointParts on WebhookEndpoint {\n    id\n    url\n    description\n    eventTypes\n    taskTypes\n    withContent\n    disabledReason\n    disabledAt\n    failingSince\n    problem\n    createdAt\n    secrets {\n      id\n      createdAt\n      endsAt\n    }\n  }\n": types.WebhookEndpointPartsFragmentDoc,
    "\n  fragment WebhookDeliveryParts on WebhookDelivery {\n    id\n    type\n    status\n    attempts\n    at\n    nextAt\n    settledAt\n    requestBody\n    tries {\n      at\n      url\n      durationMs\n      status\n      body\n      problem\n    }\n  }\n": types.WebhookDeliveryPartsFragmentDoc,
    "\n  query WebhookEndpoints {\n    webhookEndpoints {\n      id\n      ...WebhookEndpointParts\n    }\n  }\n": types.WebhookEndpointsDocument,
    "\n  query WebhookEventTypes {\n    webhookEventTypes {\n      name\n      meaning\n    }\n  }\n": types.WebhookEventTypesDocument,
    "\n  query WebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $after: String) {\n    webhookDeliveries(endpointId: $endpointId, filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...WebhookDeliveryParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.WebhookDeliveriesDocument,
    "\n  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": types.CreateWebhookEndpointDocument,
    "\n  mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {\n    updateWebhookEndpoint(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": types.UpdateWebhookEndpointDocument,
    "\n  mutation SetWebhookEndpointEnabled($input: SetWebhookEndpointEnabledInput!) {\n    setWebhookEndpointEnabled(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": types.SetWebhookEndpointEnabledDocument,
    "\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n": types.RotateWebhookSecretDocument,
    "\n  mutation DeleteWebhookEndpoint($input: WebhookEndpointInput!) {\n    deleteWebhookEndpoint(input: $input) {\n      deletedId\n    }\n  }\n": types.DeleteWebhookEndpointDocument,
    "\n  mutation SendTestWebhook($input: WebhookEndpointInput!) {\n    sendTestWebhook(input: $input) {\n      deliveryId\n      attempt {\n        at\n        url\n        durationMs\n        status\n        body\n        problem\n      }\n    }\n  }\n": types.SendTestWebhookDocument,
    "\n  mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {\n    replayWebhookDelivery(input: $input) {\n      delivery {\n        id\n        ...WebhookDeliveryParts\n      }\n    }\n  }\n": types.ReplayWebhookDeliveryDocument,
    "\n  mutation ReplayFailedWebhooks($input: ReplayFailedWebhooksInput!) {\n    replayFailedWebhooks(input: $input) {\n      count\n      more\n    }\n  }\n": types.ReplayFailedWebhooksDocument,
    "\n  fragment Workspace on Workspace {\n    id\n    slug\n    name\n    status\n    locale\n    timeZone\n    accentColor\n    logoUrl\n    deleteAt\n    limits {\n      name\n      most\n      use\n    }\n  }\n": types.WorkspaceFragmentDoc,
    "\n  query Workspace {\n    workspace {\n      ...Workspace\n    }\n  }\n": types.WorkspaceDocument,
    "\n  mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {\n    updateWorkspace(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": types.UpdateWorkspaceDocument,
    "\n  mutation SetWorkspaceLogo($input: SetWorkspaceLogoInput!) {\n    setWorkspaceLogo(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": types.SetWorkspaceLogoDocument,
    "\n  mutation RequestWorkspaceDeletion($input: RequestWorkspaceDeletionInput!) {\n    requestWorkspaceDeletion(input: $input) {\n      code\n      expiresAt\n      deleteAt\n    }\n  }\n": types.RequestWorkspaceDeletionDocument,
    "\n  mutation ConfirmWorkspaceDeletion($input: ConfirmWorkspaceDeletionInput!) {\n    confirmWorkspaceDeletion(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": types.ConfirmWorkspaceDeletionDocument,
    "\n  mutation CancelWorkspaceDeletion {\n    cancelWorkspaceDeletion {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n": types.CancelWorkspaceDeletionDocument,
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
export function graphql(source: "\n  fragment Absence on Absence {\n    id\n    from\n    until\n    substitute {\n      id\n      displayName\n      email\n    }\n  }\n"): (typeof documents)["\n  fragment Absence on Absence {\n    id\n    from\n    until\n    substitute {\n      id\n      displayName\n      email\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Absences($user: String) {\n    absences(user: $user) {\n      ...Absence\n    }\n  }\n"): (typeof documents)["\n  query Absences($user: String) {\n    absences(user: $user) {\n      ...Absence\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanAbsence($input: PlanAbsenceInput!) {\n    planAbsence(input: $input) {\n      absence {\n        ...Absence\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PlanAbsence($input: PlanAbsenceInput!) {\n    planAbsence(input: $input) {\n      absence {\n        ...Absence\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAbsence($input: RemoveAbsenceInput!) {\n    removeAbsence(input: $input) {\n      absence {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveAbsence($input: RemoveAbsenceInput!) {\n    removeAbsence(input: $input) {\n      absence {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountParts on Account {\n    hasPassword\n    totpSince\n    recoveryCodesLeft\n    passkeys {\n      id\n      name\n      backedUp\n      createdAt\n      lastUsedAt\n    }\n  }\n"): (typeof documents)["\n  fragment AccountParts on Account {\n    hasPassword\n    totpSince\n    recoveryCodesLeft\n    passkeys {\n      id\n      name\n      backedUp\n      createdAt\n      lastUsedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    account {\n      ...AccountParts\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    account {\n      ...AccountParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProveIdentity($input: ProveIdentityInput!) {\n    proveIdentity(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ProveIdentity($input: ProveIdentityInput!) {\n    proveIdentity(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginTotp {\n    beginTotp {\n      secret\n      uri\n    }\n  }\n"): (typeof documents)["\n  mutation BeginTotp {\n    beginTotp {\n      secret\n      uri\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTotp {\n    removeTotp {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveTotp {\n    removeTotp {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskey {\n    beginPasskey {\n      ticket\n      options\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskey {\n    beginPasskey {\n      ticket\n      options\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      recoveryCodes\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      account {\n        ...AccountParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExternalIdentities($user: String!) {\n    externalIdentities(user: $user) {\n      connectionId\n      connectionName\n      subject\n      lastSignInAt\n    }\n  }\n"): (typeof documents)["\n  query ExternalIdentities($user: String!) {\n    externalIdentities(user: $user) {\n      connectionId\n      connectionName\n      subject\n      lastSignInAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkIdentity($input: UnlinkExternalIdentityInput!) {\n    unlinkExternalIdentity(input: $input) {\n      ended\n    }\n  }\n"): (typeof documents)["\n  mutation UnlinkIdentity($input: UnlinkExternalIdentityInput!) {\n    unlinkExternalIdentity(input: $input) {\n      ended\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IssuePasswordLink($input: IssuePasswordLinkInput!) {\n    issuePasswordLink(input: $input) {\n      url\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation IssuePasswordLink($input: IssuePasswordLinkInput!) {\n    issuePasswordLink(input: $input) {\n      url\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetFactors($input: ResetFactorsInput!) {\n    resetFactors(input: $input) {\n      user\n    }\n  }\n"): (typeof documents)["\n  mutation ResetFactors($input: ResetFactorsInput!) {\n    resetFactors(input: $input) {\n      user\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions($user: String, $after: String) {\n    sessions(user: $user, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          createdAt\n          lastSeenAt\n          method\n          remoteAddress\n          userAgent\n          current\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Sessions($user: String, $after: String) {\n    sessions(user: $user, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          createdAt\n          lastSeenAt\n          method\n          remoteAddress\n          userAgent\n          current\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSessions($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      ended\n    }\n  }\n"): (typeof documents)["\n  mutation EndSessions($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      ended\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeftText on Task {\n    id\n    outcome\n    decision {\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n"): (typeof documents)["\n  fragment LeftText on Task {\n    id\n    outcome\n    decision {\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n"): (typeof documents)["\n  fragment TaskAnswer on Task {\n    id\n    form {\n      schema\n      uiSchema\n    }\n    ...Draft\n  }\n"];
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
export function graphql(source: "\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n    selfApproval\n  }\n"): (typeof documents)["\n  fragment Vote on TaskVote {\n    voter {\n      kind\n      id\n      displayName\n    }\n    vote\n    round\n    reason\n    at\n    selfApproval\n  }\n"];
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
export function graphql(source: "\n  fragment AuditEventRow on AuditEvent {\n    id\n    at\n    action\n    channel\n    remoteAddress\n    credentialId\n    correlationId\n    details\n    actor {\n      kind\n      id\n      displayName\n    }\n    onBehalfOf {\n      displayName\n    }\n    target {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment AuditEventRow on AuditEvent {\n    id\n    at\n    action\n    channel\n    remoteAddress\n    credentialId\n    correlationId\n    details\n    actor {\n      kind\n      id\n      displayName\n    }\n    onBehalfOf {\n      displayName\n    }\n    target {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditEvents($filter: AuditEventFilter, $after: String) {\n    auditEvents(filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AuditEventRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query AuditEvents($filter: AuditEventFilter, $after: String) {\n    auditEvents(filter: $filter, first: 50, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AuditEventRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditAreas {\n    auditAreas\n  }\n"): (typeof documents)["\n  query AuditAreas {\n    auditAreas\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditChain {\n    auditChain {\n      signs\n      entries\n      sealedAt\n      checkpoint\n      keyId\n      unsealed\n    }\n  }\n"): (typeof documents)["\n  query AuditChain {\n    auditChain {\n      signs\n      entries\n      sealedAt\n      checkpoint\n      keyId\n      unsealed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BulkTasks($input: BulkTasksInput!) {\n    bulkTasks(input: $input) {\n      answers {\n        taskId\n        error {\n          code\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Calendar on BusinessCalendar {\n    key\n    name\n    zone\n    isDefault\n    hours {\n      monday {\n        from\n        to\n      }\n      tuesday {\n        from\n        to\n      }\n      wednesday {\n        from\n        to\n      }\n      thursday {\n        from\n        to\n      }\n      friday {\n        from\n        to\n      }\n      saturday {\n        from\n        to\n      }\n      sunday {\n        from\n        to\n      }\n    }\n    holidays {\n      country\n      state\n      region\n    }\n    closedDates\n    openDates {\n      date\n      hours {\n        from\n        to\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Calendar on BusinessCalendar {\n    key\n    name\n    zone\n    isDefault\n    hours {\n      monday {\n        from\n        to\n      }\n      tuesday {\n        from\n        to\n      }\n      wednesday {\n        from\n        to\n      }\n      thursday {\n        from\n        to\n      }\n      friday {\n        from\n        to\n      }\n      saturday {\n        from\n        to\n      }\n      sunday {\n        from\n        to\n      }\n    }\n    holidays {\n      country\n      state\n      region\n    }\n    closedDates\n    openDates {\n      date\n      hours {\n        from\n        to\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Calendars {\n    businessCalendars {\n      ...Calendar\n    }\n  }\n"): (typeof documents)["\n  query Calendars {\n    businessCalendars {\n      ...Calendar\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HolidayPlaces($country: String, $state: String) {\n    holidayPlaces(country: $country, state: $state) {\n      code\n      name\n    }\n  }\n"): (typeof documents)["\n  query HolidayPlaces($country: String, $state: String) {\n    holidayPlaces(country: $country, state: $state) {\n      code\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HolidaysOfYears($country: String!, $state: String, $region: String, $year: Int!, $next: Int!) {\n    thisYear: holidays(country: $country, state: $state, region: $region, year: $year) {\n      ...Holiday\n    }\n    nextYear: holidays(country: $country, state: $state, region: $region, year: $next) {\n      ...Holiday\n    }\n  }\n"): (typeof documents)["\n  query HolidaysOfYears($country: String!, $state: String, $region: String, $year: Int!, $next: Int!) {\n    thisYear: holidays(country: $country, state: $state, region: $region, year: $year) {\n      ...Holiday\n    }\n    nextYear: holidays(country: $country, state: $state, region: $region, year: $next) {\n      ...Holiday\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Holiday on Holiday {\n    date\n    name\n    closedFromMinute\n  }\n"): (typeof documents)["\n  fragment Holiday on Holiday {\n    date\n    name\n    closedFromMinute\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutCalendar($input: PutBusinessCalendarInput!) {\n    putBusinessCalendar(input: $input) {\n      calendar {\n        ...Calendar\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PutCalendar($input: PutBusinessCalendarInput!) {\n    putBusinessCalendar(input: $input) {\n      calendar {\n        ...Calendar\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveCalendar($input: RemoveBusinessCalendarInput!) {\n    removeBusinessCalendar(input: $input) {\n      removedKey\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveCalendar($input: RemoveBusinessCalendarInput!) {\n    removeBusinessCalendar(input: $input) {\n      removedKey\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChainStep on EscalationStep {\n    action\n    after {\n      milliseconds\n      calendar\n      businessDays\n    }\n    fromDueMs\n    to {\n      user\n      group\n    }\n    ifUnclaimed\n    message\n  }\n"): (typeof documents)["\n  fragment ChainStep on EscalationStep {\n    action\n    after {\n      milliseconds\n      calendar\n      businessDays\n    }\n    fromDueMs\n    to {\n      user\n      group\n    }\n    ifUnclaimed\n    message\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatConnectionParts on ConnectedChat {\n    channel\n    teamId\n    teamName\n    status\n    problem\n    socketMode\n    connectedAt\n    people\n  }\n"): (typeof documents)["\n  fragment ChatConnectionParts on ConnectedChat {\n    channel\n    teamId\n    teamName\n    status\n    problem\n    socketMode\n    connectedAt\n    people\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatConnections {\n    chatConnections {\n      ...ChatConnectionParts\n    }\n  }\n"): (typeof documents)["\n  query ChatConnections {\n    chatConnections {\n      ...ChatConnectionParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectSlack($input: ConnectSlackInput!) {\n    connectSlack(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectSlack($input: ConnectSlackInput!) {\n    connectSlack(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectTeams($input: ConnectTeamsInput!) {\n    connectTeams(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectTeams($input: ConnectTeamsInput!) {\n    connectTeams(input: $input) {\n      chatConnection {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisconnectChat($input: ChatChannelInput!) {\n    disconnectChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DisconnectChat($input: ChatChannelInput!) {\n    disconnectChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestChat($input: ChatChannelInput!) {\n    testChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestChat($input: ChatChannelInput!) {\n    testChat(input: $input) {\n      chatConnections {\n        ...ChatConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatLink($token: String!) {\n    chatLink(token: $token) {\n      channel\n      teamName\n      accountName\n    }\n  }\n"): (typeof documents)["\n  query ChatLink($token: String!) {\n    chatLink(token: $token) {\n      channel\n      teamName\n      accountName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkChatAccount($input: LinkChatAccountInput!) {\n    linkChatAccount(input: $input) {\n      notificationAddress {\n        id\n        channel\n        label\n        connectedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LinkChatAccount($input: LinkChatAccountInput!) {\n    linkChatAccount(input: $input) {\n      notificationAddress {\n        id\n        channel\n        label\n        connectedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnChatAccounts {\n    offeredChats {\n      channel\n      teamName\n    }\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n"): (typeof documents)["\n  query OwnChatAccounts {\n    offeredChats {\n      channel\n      teamName\n    }\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisconnectChatAccount($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DisconnectChatAccount($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment TaskConversation on Task {\n    conversation {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment TaskConversation on Task {\n    conversation {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Message on Message {\n    id\n    number\n    role\n    author\n    text\n    toolCalls\n    createdAt\n    usage {\n      input\n      output\n      model\n    }\n  }\n"): (typeof documents)["\n  fragment Message on Message {\n    id\n    number\n    role\n    author\n    text\n    toolCalls\n    createdAt\n    usage {\n      input\n      output\n      model\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Dialogue on Conversation {\n    id\n    title\n    channel\n    status\n    messageCount\n    inputTokens\n    outputTokens\n  }\n"): (typeof documents)["\n  fragment Dialogue on Conversation {\n    id\n    title\n    channel\n    status\n    messageCount\n    inputTokens\n    outputTokens\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConversationMessages($id: ID!, $before: String) {\n    conversation(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20, before: $before) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ConversationMessages($id: ID!, $before: String) {\n    conversation(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20, before: $before) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ConversationUpdated($id: ID!) {\n    conversationUpdated(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ConversationUpdated($id: ID!) {\n    conversationUpdated(id: $id) {\n      id\n      ...Dialogue\n      messages(first: 20) {\n        edges {\n          cursor\n          node {\n            id\n            number\n            ...Message\n          }\n        }\n        pageInfo {\n          startCursor\n          hasPreviousPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonAbsence($user: String!) {\n    user(user: $user) {\n      user {\n        id\n      }\n      absence {\n        until\n        substitute {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PersonAbsence($user: String!) {\n    user(user: $user) {\n      user {\n        id\n      }\n      absence {\n        until\n        substitute {\n          id\n          displayName\n        }\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query WorkspaceGroups($after: String) {\n    groups(first: 50, after: $after) {\n      edges {\n        node {\n          group {\n            id\n            key\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkspaceGroups($after: String) {\n    groups(first: 50, after: $after) {\n      edges {\n        node {\n          group {\n            id\n            key\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameGroup($input: RenameGroupInput!) {\n    renameGroup(input: $input) {\n      group {\n        id\n        key\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameGroup($input: RenameGroupInput!) {\n    renameGroup(input: $input) {\n      group {\n        id\n        key\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeGroupMembers($input: ChangeGroupMembersInput!) {\n    changeGroupMembers(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeGroupMembers($input: ChangeGroupMembersInput!) {\n    changeGroupMembers(input: $input) {\n      group {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenTasksOfGroup($group: String!) {\n    openTasksOfGroup(group: $group)\n  }\n"): (typeof documents)["\n  query OpenTasksOfGroup($group: String!) {\n    openTasksOfGroup(group: $group)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      group {\n        id\n      }\n      movedTasks\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      group {\n        id\n      }\n      movedTasks\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupPeople($group: String!) {\n    people(filter: { group: $group }, first: 100) {\n      edges {\n        node {\n          id\n          displayName\n          status\n          groups {\n            id\n            role\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query GroupPeople($group: String!) {\n    people(filter: { group: $group }, first: 100) {\n      edges {\n        node {\n          id\n          displayName\n          status\n          groups {\n            id\n            role\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GuestLine on TaskGuest {\n    id\n    email\n    name\n    actions\n    status\n    invitedBy\n    expiresAt\n  }\n"): (typeof documents)["\n  fragment GuestLine on TaskGuest {\n    id\n    email\n    name\n    actions\n    status\n    invitedBy\n    expiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskGuests($taskId: ID!) {\n    answerSettings {\n      guests\n    }\n    taskGuests(taskId: $taskId, first: 100) {\n      edges {\n        node {\n          id\n          ...GuestLine\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskGuests($taskId: ID!) {\n    answerSettings {\n      guests\n    }\n    taskGuests(taskId: $taskId, first: 100) {\n      edges {\n        node {\n          id\n          ...GuestLine\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteGuest($input: InviteGuestInput!) {\n    inviteGuest(input: $input) {\n      link\n      guest {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteGuest($input: InviteGuestInput!) {\n    inviteGuest(input: $input) {\n      link\n      guest {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeGuest($input: RevokeGuestInput!) {\n    revokeGuest(input: $input) {\n      guest {\n        id\n        ...GuestLine\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeGuest($input: RevokeGuestInput!) {\n    revokeGuest(input: $input) {\n      guest {\n        id\n        ...GuestLine\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query InboxTasks($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    owner {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment TaskRow on Task {\n    id\n    title\n    description\n    type\n    status\n    outcome\n    priority\n    dueAt\n    pausedAt\n    createdAt\n    updatedAt\n    closedAt\n    revision\n    escalationLevel\n    allowedActions\n    assignee {\n      id\n      displayName\n    }\n    owner {\n      id\n      displayName\n    }\n    group {\n      id\n      key\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskCounts {\n    taskCounts {\n      assignedToMe\n      claimable\n      overdue\n      cap\n      byGroup {\n        open\n        unclaimed\n        group {\n          id\n          key\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Key on ApiKey {\n    id\n    name\n    prefix\n    principal {\n      id\n      name\n    }\n    scopes\n    state\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    expiresAt\n    revokedAt\n    replacedBy\n    lastUsedAt\n    allowedNetworks\n    requestsPerMinute\n    onBehalfOf {\n      id\n      displayName\n      active\n    }\n  }\n"): (typeof documents)["\n  fragment Key on ApiKey {\n    id\n    name\n    prefix\n    principal {\n      id\n      name\n    }\n    scopes\n    state\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    expiresAt\n    revokedAt\n    replacedBy\n    lastUsedAt\n    allowedNetworks\n    requestsPerMinute\n    onBehalfOf {\n      id\n      displayName\n      active\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Keys($filter: ApiKeyFilter, $after: String) {\n    apiKeys(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...Key\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Keys($filter: ApiKeyFilter, $after: String) {\n    apiKeys(filter: $filter, first: 30, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...Key\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeyUses($keyId: ID!) {\n    apiKeyUses(keyId: $keyId, first: 50) {\n      edges {\n        cursor\n        node {\n          day\n          address\n          count\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query KeyUses($keyId: ID!) {\n    apiKeyUses(keyId: $keyId, first: 50) {\n      edges {\n        cursor\n        node {\n          day\n          address\n          count\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeyScopes {\n    apiKeyScopes {\n      name\n      meaning\n    }\n  }\n"): (typeof documents)["\n  query KeyScopes {\n    apiKeyScopes {\n      name\n      meaning\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateKey($input: CreateApiKeyInput!) {\n    createApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n      replaced {\n        id\n        ...Key\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateKey($input: RotateApiKeyInput!) {\n    rotateApiKey(input: $input) {\n      secret\n      apiKey {\n        id\n        ...Key\n      }\n      replaced {\n        id\n        ...Key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateKey($input: UpdateApiKeyInput!) {\n    updateApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeKey($input: RevokeApiKeyInput!) {\n    revokeApiKey(input: $input) {\n      apiKey {\n        id\n        ...Key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TaskUpdated {\n    taskUpdated(announce: true) {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TaskUpdated {\n    taskUpdated(announce: true) {\n      taskId\n      kind\n      revision\n      resync\n      task {\n        id\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TemplateParts on MessageTemplates {\n    templates {\n      channel\n      kind\n      language\n      subject\n      body\n      updatedAt\n      updatedByName\n      canUndo\n      problem\n      problemAt\n    }\n    builtIn {\n      channel\n      subject\n      body\n    }\n    languages\n    defaultLanguage\n  }\n"): (typeof documents)["\n  fragment TemplateParts on MessageTemplates {\n    templates {\n      channel\n      kind\n      language\n      subject\n      body\n      updatedAt\n      updatedByName\n      canUndo\n      problem\n      problemAt\n    }\n    builtIn {\n      channel\n      subject\n      body\n    }\n    languages\n    defaultLanguage\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessageTemplates {\n    messageTemplates {\n      ...TemplateParts\n    }\n  }\n"): (typeof documents)["\n  query MessageTemplates {\n    messageTemplates {\n      ...TemplateParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TemplateVariables($kind: String!, $language: String!) {\n    messageTemplateVariables(kind: $kind, language: $language) {\n      name\n      meaning\n      example\n    }\n  }\n"): (typeof documents)["\n  query TemplateVariables($kind: String!, $language: String!) {\n    messageTemplateVariables(kind: $kind, language: $language) {\n      name\n      meaning\n      example\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TemplatePreview($input: PreviewMessageTemplateInput!) {\n    messagePreview(input: $input) {\n      subject\n      html\n    }\n  }\n"): (typeof documents)["\n  query TemplatePreview($input: PreviewMessageTemplateInput!) {\n    messagePreview(input: $input) {\n      subject\n      html\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveTemplate($input: SaveMessageTemplateInput!) {\n    saveMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveTemplate($input: SaveMessageTemplateInput!) {\n    saveMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoTemplate($input: MessageTemplateKeyInput!) {\n    undoMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UndoTemplate($input: MessageTemplateKeyInput!) {\n    undoMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetTemplate($input: MessageTemplateKeyInput!) {\n    resetMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResetTemplate($input: MessageTemplateKeyInput!) {\n    resetMessageTemplate(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendTest($input: PreviewMessageTemplateInput!) {\n    sendTestMessage(input: $input) {\n      sentTo\n    }\n  }\n"): (typeof documents)["\n  mutation SendTest($input: PreviewMessageTemplateInput!) {\n    sendTestMessage(input: $input) {\n      sentTo\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDefaultLanguage($input: SetDefaultLanguageInput!) {\n    setDefaultNotificationLanguage(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetDefaultLanguage($input: SetDefaultLanguageInput!) {\n    setDefaultNotificationLanguage(input: $input) {\n      messageTemplates {\n        ...TemplateParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NotificationAddresses {\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n"): (typeof documents)["\n  query NotificationAddresses {\n    notificationAddresses {\n      id\n      channel\n      label\n      connectedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisconnectNotificationAddress($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DisconnectNotificationAddress($input: DisconnectNotificationAddressInput!) {\n    disconnectNotificationAddress(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnswerSettings {\n    answerSettings {\n      byMail\n      byReply\n      guests\n    }\n  }\n"): (typeof documents)["\n  query AnswerSettings {\n    answerSettings {\n      byMail\n      byReply\n      guests\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAnswerSettings($input: SetAnswerSettingsInput!) {\n    setAnswerSettings(input: $input) {\n      settings {\n        byMail\n        byReply\n        guests\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetAnswerSettings($input: SetAnswerSettingsInput!) {\n    setAnswerSettings(input: $input) {\n      settings {\n        byMail\n        byReply\n        guests\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartNotificationConnect($input: StartNotificationConnectInput!) {\n    startNotificationConnect(input: $input) {\n      code\n      url\n      instruction\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation StartNotificationConnect($input: StartNotificationConnectInput!) {\n    startNotificationConnect(input: $input) {\n      code\n      url\n      instruction\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishNotificationConnect($input: FinishNotificationConnectInput!) {\n    finishNotificationConnect(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FinishNotificationConnect($input: FinishNotificationConnectInput!) {\n    finishNotificationConnect(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeliveryLogParts on NotificationDelivery {\n    channel\n    kind\n    personName\n    taskId\n    taskTitle\n    count\n    status\n    reason\n    attempts\n    at\n    availableAt\n    settledAt\n  }\n"): (typeof documents)["\n  fragment DeliveryLogParts on NotificationDelivery {\n    channel\n    kind\n    personName\n    taskId\n    taskTitle\n    count\n    status\n    reason\n    attempts\n    at\n    availableAt\n    settledAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeliveryLog($status: NotificationDeliveryStatus!, $channel: String, $after: String) {\n    notificationDeliveries(status: $status, channel: $channel, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...DeliveryLogParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query DeliveryLog($status: NotificationDeliveryStatus!, $channel: String, $after: String) {\n    notificationDeliveries(status: $status, channel: $channel, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...DeliveryLogParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayDeliveries($input: ReplayNotificationDeliveriesInput!) {\n    replayNotificationDeliveries(input: $input) {\n      replayed\n    }\n  }\n"): (typeof documents)["\n  mutation ReplayDeliveries($input: ReplayNotificationDeliveriesInput!) {\n    replayNotificationDeliveries(input: $input) {\n      replayed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notifications($unread: Boolean, $after: String) {\n    notifications(first: 20, unread: $unread, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...NotificationParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Notifications($unread: Boolean, $after: String) {\n    notifications(first: 20, unread: $unread, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...NotificationParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NotificationParts on Notification {\n    kind\n    count\n    at\n    readAt\n    actor {\n      displayName\n    }\n    taskId\n    taskTitle\n    workflowKey\n  }\n"): (typeof documents)["\n  fragment NotificationParts on Notification {\n    kind\n    count\n    at\n    readAt\n    actor {\n      displayName\n    }\n    taskId\n    taskTitle\n    workflowKey\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnreadNotifications {\n    unreadNotifications\n  }\n"): (typeof documents)["\n  query UnreadNotifications {\n    unreadNotifications\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NewestNotification {\n    notifications(first: 1) {\n      edges {\n        cursor\n        node {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query NewestNotification {\n    notifications(first: 1) {\n      edges {\n        cursor\n        node {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription NotificationReceived {\n    notificationReceived {\n      unreadNotifications\n      latest {\n        id\n        ...NotificationParts\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription NotificationReceived {\n    notificationReceived {\n      unreadNotifications\n      latest {\n        id\n        ...NotificationParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      unreadNotifications\n    }\n  }\n"): (typeof documents)["\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      unreadNotifications\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkNotificationUnread($input: MarkNotificationUnreadInput!) {\n    markNotificationUnread(input: $input) {\n      unreadNotifications\n    }\n  }\n"): (typeof documents)["\n  mutation MarkNotificationUnread($input: MarkNotificationUnreadInput!) {\n    markNotificationUnread(input: $input) {\n      unreadNotifications\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PreferenceParts on NotificationPreferences {\n    channels {\n      name\n      defaultDelaySeconds\n      delaySeconds\n      addressed\n      connectsBy\n    }\n    preferences {\n      kind\n      channel\n      mode\n      delaySeconds\n      chosen\n      locked\n    }\n    hours {\n      timeZone\n      quietFrom\n      quietUntil\n      quietWeekends\n      digestAt\n      quietCalendar\n      language\n    }\n    exceptions {\n      subjectKind\n      subject\n      subjectName\n      kind\n      channel\n      mode\n    }\n  }\n"): (typeof documents)["\n  fragment PreferenceParts on NotificationPreferences {\n    channels {\n      name\n      defaultDelaySeconds\n      delaySeconds\n      addressed\n      connectsBy\n    }\n    preferences {\n      kind\n      channel\n      mode\n      delaySeconds\n      chosen\n      locked\n    }\n    hours {\n      timeZone\n      quietFrom\n      quietUntil\n      quietWeekends\n      digestAt\n      quietCalendar\n      language\n    }\n    exceptions {\n      subjectKind\n      subject\n      subjectName\n      kind\n      channel\n      mode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NotificationPreferences {\n    notificationPreferences {\n      ...PreferenceParts\n    }\n  }\n"): (typeof documents)["\n  query NotificationPreferences {\n    notificationPreferences {\n      ...PreferenceParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) {\n    setNotificationPreferences(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) {\n    setNotificationPreferences(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationHours($input: SetNotificationHoursInput!) {\n    setNotificationHours(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetNotificationHours($input: SetNotificationHoursInput!) {\n    setNotificationHours(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationLanguage($input: SetNotificationLanguageInput!) {\n    setNotificationLanguage(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetNotificationLanguage($input: SetNotificationLanguageInput!) {\n    setNotificationLanguage(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationExceptions($input: SetNotificationExceptionsInput!) {\n    setNotificationExceptions(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetNotificationExceptions($input: SetNotificationExceptionsInput!) {\n    setNotificationExceptions(input: $input) {\n      notificationPreferences {\n        ...PreferenceParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExceptionSubjects {\n    notificationExceptionSubjects {\n      kind\n      subject\n      name\n    }\n  }\n"): (typeof documents)["\n  query ExceptionSubjects {\n    notificationExceptionSubjects {\n      kind\n      subject\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuietCalendars {\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n"): (typeof documents)["\n  query QuietCalendars {\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NotificationDefaults {\n    notificationDefaults {\n      kind\n      channel\n      mode\n      delaySeconds\n      locked\n      changed\n    }\n  }\n"): (typeof documents)["\n  query NotificationDefaults {\n    notificationDefaults {\n      kind\n      channel\n      mode\n      delaySeconds\n      locked\n      changed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetNotificationDefaults($input: SetNotificationDefaultsInput!) {\n    setNotificationDefaults(input: $input) {\n      notificationDefaults {\n        kind\n        channel\n        mode\n        delaySeconds\n        locked\n        changed\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetNotificationDefaults($input: SetNotificationDefaultsInput!) {\n    setNotificationDefaults(input: $input) {\n      notificationDefaults {\n        kind\n        channel\n        mode\n        delaySeconds\n        locked\n        changed\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PushKey {\n    pushKey\n  }\n"): (typeof documents)["\n  query PushKey {\n    pushKey\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectPushDevice($input: ConnectPushDeviceInput!) {\n    connectPushDevice(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectPushDevice($input: ConnectPushDeviceInput!) {\n    connectPushDevice(input: $input) {\n      notificationAddress {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FormerPerson($id: ID!) {\n    person(id: $id) {\n      id\n      ...ErasablePerson\n    }\n  }\n"): (typeof documents)["\n  query FormerPerson($id: ID!) {\n    person(id: $id) {\n      id\n      ...ErasablePerson\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkspacePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n    managedBy\n    groups {\n      id\n      key\n      name\n      role\n    }\n    invitationExpiresAt\n  }\n"): (typeof documents)["\n  fragment WorkspacePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n    managedBy\n    groups {\n      id\n      key\n      name\n      role\n    }\n    invitationExpiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkspacePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...WorkspacePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkspacePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 50, after: $after) {\n      edges {\n        node {\n          ...WorkspacePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n      link\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation InvitePerson($input: InvitePersonInput!) {\n    invitePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n      link\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      person {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      person {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePersonRole($input: ChangePersonRoleInput!) {\n    changePersonRole(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePersonRole($input: ChangePersonRoleInput!) {\n    changePersonRole(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonDeparture($id: ID!) {\n    personDeparture(id: $id) {\n      held\n      toGroups {\n        group {\n          id\n          name\n        }\n        count\n      }\n      toPeople {\n        user {\n          id\n          displayName\n        }\n        count\n      }\n      claimable\n      waiting\n      lent\n      standingRules\n    }\n  }\n"): (typeof documents)["\n  query PersonDeparture($id: ID!) {\n    personDeparture(id: $id) {\n      held\n      toGroups {\n        group {\n          id\n          name\n        }\n        count\n      }\n      toPeople {\n        user {\n          id\n          displayName\n        }\n        count\n      }\n      claimable\n      waiting\n      lent\n      standingRules\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivatePerson($input: DeactivatePersonInput!) {\n    deactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeactivatePerson($input: DeactivatePersonInput!) {\n    deactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReactivatePerson($input: ReactivatePersonInput!) {\n    reactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReactivatePerson($input: ReactivatePersonInput!) {\n    reactivatePerson(input: $input) {\n      person {\n        ...WorkspacePerson\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Person on UserSettings {\n    user {\n      id\n      displayName\n      email\n    }\n    active\n    skills\n    capacity\n    absence {\n      until\n      substitute {\n        id\n        displayName\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Person on UserSettings {\n    user {\n      id\n      displayName\n      email\n    }\n    active\n    skills\n    capacity\n    absence {\n      until\n      substitute {\n        id\n        displayName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonSettings($user: String!) {\n    user(user: $user) {\n      ...Person\n    }\n  }\n"): (typeof documents)["\n  query PersonSettings($user: String!) {\n    user(user: $user) {\n      ...Person\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserSkills($input: SetUserSkillsInput!) {\n    setUserSkills(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetUserSkills($input: SetUserSkillsInput!) {\n    setUserSkills(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserCapacity($input: SetUserCapacityInput!) {\n    setUserCapacity(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetUserCapacity($input: SetUserCapacityInput!) {\n    setUserCapacity(input: $input) {\n      settings {\n        ...Person\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ErasablePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n  }\n"): (typeof documents)["\n  fragment ErasablePerson on Person {\n    id\n    email\n    displayName\n    role\n    status\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ErasablePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          ...ErasablePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query ErasablePeople($filter: PeopleFilterInput, $after: String) {\n    people(filter: $filter, first: 20, after: $after) {\n      edges {\n        node {\n          id\n          ...ErasablePerson\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPersonErasure($input: RequestPersonErasureInput!) {\n    requestPersonErasure(input: $input) {\n      code\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation RequestPersonErasure($input: RequestPersonErasureInput!) {\n    requestPersonErasure(input: $input) {\n      code\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ErasePerson($input: ErasePersonInput!) {\n    erasePerson(input: $input) {\n      person {\n        ...ErasablePerson\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ErasePerson($input: ErasePersonInput!) {\n    erasePerson(input: $input) {\n      person {\n        ...ErasablePerson\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ErasureProgress($personId: ID!) {\n    personErasure(personId: $personId) {\n      confirmedAt\n      finishedAt\n      held\n    }\n  }\n"): (typeof documents)["\n  query ErasureProgress($personId: ID!) {\n    personErasure(personId: $personId) {\n      confirmedAt\n      finishedAt\n      held\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LegalHoldRow on LegalHold {\n    id\n    taskId\n    taskTitle\n    reason\n    placedByName\n    placedAt\n    releasedByName\n    releasedAt\n  }\n"): (typeof documents)["\n  fragment LegalHoldRow on LegalHold {\n    id\n    taskId\n    taskTitle\n    reason\n    placedByName\n    placedAt\n    releasedByName\n    releasedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LegalHolds($filter: LegalHoldFilterInput, $after: String) {\n    legalHolds(filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...LegalHoldRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query LegalHolds($filter: LegalHoldFilterInput, $after: String) {\n    legalHolds(filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...LegalHoldRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {\n    placeLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PlaceLegalHold($input: PlaceLegalHoldInput!) {\n    placeLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {\n    releaseLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseLegalHold($input: ReleaseLegalHoldInput!) {\n    releaseLegalHold(input: $input) {\n      legalHold {\n        ...LegalHoldRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RetentionParts on Retention {\n    tasks\n    conversations\n    executions\n  }\n"): (typeof documents)["\n  fragment RetentionParts on Retention {\n    tasks\n    conversations\n    executions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Retention {\n    retention {\n      ...RetentionParts\n    }\n  }\n"): (typeof documents)["\n  query Retention {\n    retention {\n      ...RetentionParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention {\n        ...RetentionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetRetention($input: SetRetentionInput!) {\n    setRetention(input: $input) {\n      retention {\n        ...RetentionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RetentionRuns {\n    auditEvents(filter: { action: \"retention.erased\" }, first: 5) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          details\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query RetentionRuns {\n    auditEvents(filter: { action: \"retention.erased\" }, first: 5) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          details\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScimDirectoryParts on ScimDirectory {\n    id\n    name\n    baseUrl\n    enabled\n    managesOwners\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    lastUsedAt\n    tokens {\n      prefix\n      expiresAt\n    }\n    roleMappings {\n      groupName\n      role\n    }\n    people\n    groups\n  }\n"): (typeof documents)["\n  fragment ScimDirectoryParts on ScimDirectory {\n    id\n    name\n    baseUrl\n    enabled\n    managesOwners\n    createdAt\n    createdBy {\n      id\n      displayName\n    }\n    lastUsedAt\n    tokens {\n      prefix\n      expiresAt\n    }\n    roleMappings {\n      groupName\n      role\n    }\n    people\n    groups\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScimDirectories {\n    scimConnections {\n      ...ScimDirectoryParts\n    }\n  }\n"): (typeof documents)["\n  query ScimDirectories {\n    scimConnections {\n      ...ScimDirectoryParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectDirectory($input: CreateScimConnectionInput!) {\n    createScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectDirectory($input: CreateScimConnectionInput!) {\n    createScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateDirectoryToken($input: RotateScimTokenInput!) {\n    rotateScimToken(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation RotateDirectoryToken($input: RotateScimTokenInput!) {\n    rotateScimToken(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeDirectory($input: UpdateScimConnectionInput!) {\n    updateScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeDirectory($input: UpdateScimConnectionInput!) {\n    updateScimConnection(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MapDirectoryRoles($input: SetScimRoleMappingsInput!) {\n    setScimRoleMappings(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MapDirectoryRoles($input: SetScimRoleMappingsInput!) {\n    setScimRoleMappings(input: $input) {\n      connection {\n        ...ScimDirectoryParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndDirectory($input: EndScimConnectionInput!) {\n    endScimConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndDirectory($input: EndScimConnectionInput!) {\n    endScimConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConnectionParts on SsoProvider {\n    id\n    kind\n    name\n    enabled\n    provisions\n    admitsOwners\n    status\n    problem\n    lastUsedAt\n    mapping {\n      email\n      displayName\n      groups\n      groupRules {\n        from\n        group\n        role\n      }\n      roleRules {\n        from\n        role\n      }\n      defaultRole\n    }\n    oidc {\n      issuer\n      clientId\n      hasSecret\n      scopes\n      acrValues\n      stepUpAcrValues\n      audiences\n      redirectUri\n      postLogoutRedirectUri\n      backchannelLogoutUri\n    }\n    saml {\n      entityId\n      ssoUrl\n      sloUrl\n      metadataUrl\n      certificates {\n        subject\n        fingerprint\n        validTo\n        pem\n      }\n      signed\n      encrypted\n      signsRequests\n      nameIdFormat\n      subjectAttribute\n      authnContexts\n      idpInitiated\n      clockSkewSeconds\n      spEntityId\n      acsUrl\n      spSloUrl\n    }\n    samlKeys {\n      id\n      certificate {\n        fingerprint\n        validFrom\n        validTo\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ConnectionParts on SsoProvider {\n    id\n    kind\n    name\n    enabled\n    provisions\n    admitsOwners\n    status\n    problem\n    lastUsedAt\n    mapping {\n      email\n      displayName\n      groups\n      groupRules {\n        from\n        group\n        role\n      }\n      roleRules {\n        from\n        role\n      }\n      defaultRole\n    }\n    oidc {\n      issuer\n      clientId\n      hasSecret\n      scopes\n      acrValues\n      stepUpAcrValues\n      audiences\n      redirectUri\n      postLogoutRedirectUri\n      backchannelLogoutUri\n    }\n    saml {\n      entityId\n      ssoUrl\n      sloUrl\n      metadataUrl\n      certificates {\n        subject\n        fingerprint\n        validTo\n        pem\n      }\n      signed\n      encrypted\n      signsRequests\n      nameIdFormat\n      subjectAttribute\n      authnContexts\n      idpInitiated\n      clockSkewSeconds\n      spEntityId\n      acsUrl\n      spSloUrl\n    }\n    samlKeys {\n      id\n      certificate {\n        fingerprint\n        validFrom\n        validTo\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DomainParts on SsoDomain {\n    domain\n    connectionId\n    record\n    proof\n    verifiedAt\n  }\n"): (typeof documents)["\n  fragment DomainParts on SsoDomain {\n    domain\n    connectionId\n    record\n    proof\n    verifiedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SsoConnections {\n    ssoConnections {\n      id\n      name\n      ...ConnectionParts\n    }\n    ssoDomains {\n      domain\n      ...DomainParts\n    }\n  }\n"): (typeof documents)["\n  query SsoConnections {\n    ssoConnections {\n      id\n      name\n      ...ConnectionParts\n    }\n    ssoDomains {\n      domain\n      ...DomainParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SsoTest($id: ID!) {\n    ssoTest(id: $id) {\n      id\n      connectionId\n      finishedAt\n      result {\n        claims\n        subject\n        problem {\n          code\n          message\n        }\n        wouldBe {\n          by\n          email\n          displayName\n          role\n          groups {\n            group\n            role\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SsoTest($id: ID!) {\n    ssoTest(id: $id) {\n      id\n      connectionId\n      finishedAt\n      result {\n        claims\n        subject\n        problem {\n          code\n          message\n        }\n        wouldBe {\n          by\n          email\n          displayName\n          role\n          groups {\n            group\n            role\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateConnection($input: CreateOidcConnectionInput!) {\n    createOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateConnection($input: CreateOidcConnectionInput!) {\n    createOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateConnection($input: UpdateOidcConnectionInput!) {\n    updateOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateConnection($input: UpdateOidcConnectionInput!) {\n    updateOidcConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableConnection($input: SetSsoConnectionEnabledInput!) {\n    setSsoConnectionEnabled(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnableConnection($input: SetSsoConnectionEnabledInput!) {\n    setSsoConnectionEnabled(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteConnection($input: SsoConnectionInput!) {\n    deleteSsoConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteConnection($input: SsoConnectionInput!) {\n    deleteSsoConnection(input: $input) {\n      connection {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TestConnection($input: SsoConnectionInput!) {\n    testSsoConnection(input: $input) {\n      test {\n        id\n        url\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TestConnection($input: SsoConnectionInput!) {\n    testSsoConnection(input: $input) {\n      test {\n        id\n        url\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddDomain($input: SsoDomainInput!) {\n    addSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddDomain($input: SsoDomainInput!) {\n    addSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BindDomain($input: BindSsoDomainInput!) {\n    bindSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BindDomain($input: BindSsoDomainInput!) {\n    bindSsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifyDomain($input: SsoDomainInput!) {\n    verifySsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation VerifyDomain($input: SsoDomainInput!) {\n    verifySsoDomain(input: $input) {\n      domain {\n        ...DomainParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveDomain($input: SsoDomainInput!) {\n    removeSsoDomain(input: $input) {\n      domain {\n        domain\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveDomain($input: SsoDomainInput!) {\n    removeSsoDomain(input: $input) {\n      domain {\n        domain\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReadMetadata($input: SamlMetadataInput!) {\n    readSamlMetadata(input: $input) {\n      metadata {\n        entityId\n        ssoUrl\n        sloUrl\n        signsRequests\n        certificates {\n          subject\n          fingerprint\n          validTo\n          pem\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReadMetadata($input: SamlMetadataInput!) {\n    readSamlMetadata(input: $input) {\n      metadata {\n        entityId\n        ssoUrl\n        sloUrl\n        signsRequests\n        certificates {\n          subject\n          fingerprint\n          validTo\n          pem\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateSaml($input: CreateSamlConnectionInput!) {\n    createSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateSaml($input: CreateSamlConnectionInput!) {\n    createSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSaml($input: UpdateSamlConnectionInput!) {\n    updateSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSaml($input: UpdateSamlConnectionInput!) {\n    updateSamlConnection(input: $input) {\n      connection {\n        ...ConnectionParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginSamlKeyRollover($input: SsoConnectionInput!) {\n    beginSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BeginSamlKeyRollover($input: SsoConnectionInput!) {\n    beginSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishSamlKeyRollover($input: SsoConnectionInput!) {\n    finishSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FinishSamlKeyRollover($input: SsoConnectionInput!) {\n    finishSamlKeyRollover(input: $input) {\n      keys {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignInSettingsParts on SignInSettings {\n    ssoOnly\n    breakGlassUserId\n    idleMinutes\n    longestHours\n  }\n"): (typeof documents)["\n  fragment SignInSettingsParts on SignInSettings {\n    ssoOnly\n    breakGlassUserId\n    idleMinutes\n    longestHours\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInSettings {\n    signInSettings {\n      ...SignInSettingsParts\n    }\n  }\n"): (typeof documents)["\n  query SignInSettings {\n    signInSettings {\n      ...SignInSettingsParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSignInSettings($input: SetSignInSettingsInput!) {\n    setSignInSettings(input: $input) {\n      settings {\n        ...SignInSettingsParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetSignInSettings($input: SetSignInSettingsInput!) {\n    setSignInSettings(input: $input) {\n      settings {\n        ...SignInSettingsParts\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment AskedFor on Task {\n    closedAt\n    isOwnRequest\n    selfApproval\n    onBehalfOf {\n      id\n      displayName\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment AskedFor on Task {\n    closedAt\n    isOwnRequest\n    selfApproval\n    onBehalfOf {\n      id\n      displayName\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ComingSteps on Task {\n    pausedAt\n    approval {\n      quorum {\n        rule\n      }\n    }\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ComingSteps on Task {\n    pausedAt\n    approval {\n      quorum {\n        rule\n      }\n    }\n    steps {\n      action\n      at\n      ifUnclaimed\n      message\n      user {\n        id\n        displayName\n      }\n      group {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskWalk($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskWalk($filter: TaskFilter!, $orderBy: TaskOrder, $first: Int!, $after: String) {\n    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...TaskRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DecisionReceipt($taskId: ID!) {\n    decisionReceipt(taskId: $taskId) {\n      envelope\n      keyId\n    }\n  }\n"): (typeof documents)["\n  query DecisionReceipt($taskId: ID!) {\n    decisionReceipt(taskId: $taskId) {\n      envelope\n      keyId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      seenAt\n      selfApproval\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n"): (typeof documents)["\n  fragment NextSteps on Task {\n    id\n    status\n    outcome\n    delivery\n    closedAt\n    type\n    form {\n      schema\n      uiSchema\n    }\n    decision {\n      outcome\n      decidedAt\n      channel\n      seenAt\n      selfApproval\n      data\n      decidedBy {\n        kind\n        id\n        displayName\n      }\n    }\n    workflow {\n      id\n      ...WorkflowStep\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    problem {\n      code\n      message\n      since\n    }\n    startedAt\n    closedAt\n  }\n"): (typeof documents)["\n  fragment WorkflowStep on WorkflowExecution {\n    id\n    type\n    status\n    result\n    error {\n      type\n      message\n    }\n    problem {\n      code\n      message\n      since\n    }\n    startedAt\n    closedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n"): (typeof documents)["\n  subscription WorkflowUpdated($id: ID!) {\n    workflowUpdated(id: $id) {\n      id\n      ...WorkflowStep\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n"): (typeof documents)["\n  fragment Paused on Task {\n    status\n    pausedAt\n    resumesAt\n    allowedActions\n    approval {\n      waitingForRequester\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskContext on Task {\n    context\n  }\n"): (typeof documents)["\n  fragment TaskContext on Task {\n    context\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskFacts on Task {\n    id\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    conversation {\n      id\n    }\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment TaskFacts on Task {\n    id\n    createdAt\n    dueAt\n    pausedAt\n    expiresAt\n    closedAt\n    type\n    conversationId\n    conversation {\n      id\n    }\n    escalationLevel\n    outcomeReason\n    owner {\n      id\n      displayName\n    }\n    candidates {\n      users {\n        id\n        displayName\n      }\n      groups {\n        id\n        name\n      }\n    }\n    excluded {\n      id\n      displayName\n    }\n    ...ComingSteps\n    assignee {\n      id\n      displayName\n    }\n    group {\n      id\n      name\n    }\n    createdBy {\n      kind\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment TaskHeading on Task {\n    title\n    description\n    status\n    priority\n    dueAt\n    pausedAt\n    closedAt\n    escalationLevel\n    workflow {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealTask($input: RevealTaskInput!) {\n    revealTask(input: $input) {\n      value\n    }\n  }\n"): (typeof documents)["\n  mutation RevealTask($input: RevealTaskInput!) {\n    revealTask(input: $input) {\n      value\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...AskedFor\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskConversation\n      ...TaskAnswer\n      ...LeftText\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n"): (typeof documents)["\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      approval {\n        round\n      }\n      ...TaskRow\n      ...TaskHeading\n      ...AskedFor\n      ...Paused\n      toolApproval {\n        digest\n      }\n      ...Approval\n      ...ToolApproval\n      ...Attachments\n      ...Comments\n      ...TaskFacts\n      ...TaskContext\n      ...TaskConversation\n      ...TaskAnswer\n      ...LeftText\n      ...NextSteps\n      ...TaskHistory\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkTaskSeen($input: MarkTaskSeenInput!) {\n    markTaskSeen(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkTaskSeen($input: MarkTaskSeenInput!) {\n    markTaskSeen(input: $input) {\n      task {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupMembers($group: String!, $after: String) {\n    users(group: $group, first: 50, after: $after) {\n      edges {\n        node {\n          ...Person\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query GroupMembers($group: String!, $after: String) {\n    users(group: $group, first: 50, after: $after) {\n      edges {\n        node {\n          ...Person\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupSettings on GroupSettings {\n    group {\n      id\n      key\n      name\n    }\n    strategy\n    calendarKey\n    escalationChain {\n      ...ChainStep\n    }\n    mayChange\n  }\n"): (typeof documents)["\n  fragment GroupSettings on GroupSettings {\n    group {\n      id\n      key\n      name\n    }\n    strategy\n    calendarKey\n    escalationChain {\n      ...ChainStep\n    }\n    mayChange\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TeamGroups($after: String) {\n    groups(first: 100, after: $after) {\n      edges {\n        node {\n          ...GroupSettings\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query TeamGroups($after: String) {\n    groups(first: 100, after: $after) {\n      edges {\n        node {\n          ...GroupSettings\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TeamGroup($group: String!) {\n    group(group: $group) {\n      ...GroupSettings\n    }\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n"): (typeof documents)["\n  query TeamGroup($group: String!) {\n    group(group: $group) {\n      ...GroupSettings\n    }\n    businessCalendars {\n      key\n      name\n      zone\n      isDefault\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetGroupStrategy($input: SetGroupStrategyInput!) {\n    setGroupStrategy(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetGroupStrategy($input: SetGroupStrategyInput!) {\n    setGroupStrategy(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetGroupCalendar($input: SetGroupCalendarInput!) {\n    setGroupCalendar(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetGroupCalendar($input: SetGroupCalendarInput!) {\n    setGroupCalendar(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetGroupEscalationChain($input: SetGroupEscalationChainInput!) {\n    setGroupEscalationChain(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetGroupEscalationChain($input: SetGroupEscalationChainInput!) {\n    setGroupEscalationChain(input: $input) {\n      settings {\n        ...GroupSettings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TenantSettings on TenantSettings {\n    calendarKey\n    timeToLiveMs\n    selfApproval\n    escalationChain {\n      ...ChainStep\n    }\n  }\n"): (typeof documents)["\n  fragment TenantSettings on TenantSettings {\n    calendarKey\n    timeToLiveMs\n    selfApproval\n    escalationChain {\n      ...ChainStep\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TenantSettings {\n    tenantSettings {\n      ...TenantSettings\n    }\n    businessCalendars {\n      ...Calendar\n    }\n  }\n"): (typeof documents)["\n  query TenantSettings {\n    tenantSettings {\n      ...TenantSettings\n    }\n    businessCalendars {\n      ...Calendar\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDefaultCalendar($input: SetDefaultCalendarInput!) {\n    setDefaultCalendar(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetDefaultCalendar($input: SetDefaultCalendarInput!) {\n    setDefaultCalendar(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDefaultEscalationChain($input: SetDefaultEscalationChainInput!) {\n    setDefaultEscalationChain(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetDefaultEscalationChain($input: SetDefaultEscalationChainInput!) {\n    setDefaultEscalationChain(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDefaultTimeToLive($input: SetDefaultTimeToLiveInput!) {\n    setDefaultTimeToLive(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetDefaultTimeToLive($input: SetDefaultTimeToLiveInput!) {\n    setDefaultTimeToLive(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSelfApproval($input: SetSelfApprovalInput!) {\n    setSelfApproval(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetSelfApproval($input: SetSelfApprovalInput!) {\n    setSelfApproval(input: $input) {\n      settings {\n        ...TenantSettings\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    validUntil\n    selfApproval\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ToolCallOutcome on ToolCall {\n    verdict\n    message\n    arguments\n    decidedAt\n    validUntil\n    selfApproval\n    decidedBy {\n      kind\n      id\n      displayName\n    }\n    ruleId\n    grantedRule {\n      id\n      tool\n      argumentNames\n      expiresAt\n      revokedAt\n      agent {\n        kind\n        id\n        displayName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      scopes\n      tenant {\n        id\n        slug\n        name\n        accentColor\n        logoUrl\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      kind\n      displayName\n      email\n      role\n      scopes\n      tenant {\n        id\n        slug\n        name\n        accentColor\n        logoUrl\n      }\n      groups {\n        id\n        key\n        name\n        role\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookEndpointParts on WebhookEndpoint {\n    id\n    url\n    description\n    eventTypes\n    taskTypes\n    withContent\n    disabledReason\n    disabledAt\n    failingSince\n    problem\n    createdAt\n    secrets {\n      id\n      createdAt\n      endsAt\n    }\n  }\n"): (typeof documents)["\n  fragment WebhookEndpointParts on WebhookEndpoint {\n    id\n    url\n    description\n    eventTypes\n    taskTypes\n    withContent\n    disabledReason\n    disabledAt\n    failingSince\n    problem\n    createdAt\n    secrets {\n      id\n      createdAt\n      endsAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WebhookDeliveryParts on WebhookDelivery {\n    id\n    type\n    status\n    attempts\n    at\n    nextAt\n    settledAt\n    requestBody\n    tries {\n      at\n      url\n      durationMs\n      status\n      body\n      problem\n    }\n  }\n"): (typeof documents)["\n  fragment WebhookDeliveryParts on WebhookDelivery {\n    id\n    type\n    status\n    attempts\n    at\n    nextAt\n    settledAt\n    requestBody\n    tries {\n      at\n      url\n      durationMs\n      status\n      body\n      problem\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookEndpoints {\n    webhookEndpoints {\n      id\n      ...WebhookEndpointParts\n    }\n  }\n"): (typeof documents)["\n  query WebhookEndpoints {\n    webhookEndpoints {\n      id\n      ...WebhookEndpointParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookEventTypes {\n    webhookEventTypes {\n      name\n      meaning\n    }\n  }\n"): (typeof documents)["\n  query WebhookEventTypes {\n    webhookEventTypes {\n      name\n      meaning\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $after: String) {\n    webhookDeliveries(endpointId: $endpointId, filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...WebhookDeliveryParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query WebhookDeliveries($endpointId: ID!, $filter: WebhookDeliveryFilter, $after: String) {\n    webhookDeliveries(endpointId: $endpointId, filter: $filter, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...WebhookDeliveryParts\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWebhookEndpoint($input: CreateWebhookEndpointInput!) {\n    createWebhookEndpoint(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {\n    updateWebhookEndpoint(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateWebhookEndpoint($input: UpdateWebhookEndpointInput!) {\n    updateWebhookEndpoint(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetWebhookEndpointEnabled($input: SetWebhookEndpointEnabledInput!) {\n    setWebhookEndpointEnabled(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetWebhookEndpointEnabled($input: SetWebhookEndpointEnabledInput!) {\n    setWebhookEndpointEnabled(input: $input) {\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {\n    rotateWebhookSecret(input: $input) {\n      secret\n      endpoint {\n        id\n        ...WebhookEndpointParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWebhookEndpoint($input: WebhookEndpointInput!) {\n    deleteWebhookEndpoint(input: $input) {\n      deletedId\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteWebhookEndpoint($input: WebhookEndpointInput!) {\n    deleteWebhookEndpoint(input: $input) {\n      deletedId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendTestWebhook($input: WebhookEndpointInput!) {\n    sendTestWebhook(input: $input) {\n      deliveryId\n      attempt {\n        at\n        url\n        durationMs\n        status\n        body\n        problem\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendTestWebhook($input: WebhookEndpointInput!) {\n    sendTestWebhook(input: $input) {\n      deliveryId\n      attempt {\n        at\n        url\n        durationMs\n        status\n        body\n        problem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {\n    replayWebhookDelivery(input: $input) {\n      delivery {\n        id\n        ...WebhookDeliveryParts\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReplayWebhookDelivery($input: ReplayWebhookDeliveryInput!) {\n    replayWebhookDelivery(input: $input) {\n      delivery {\n        id\n        ...WebhookDeliveryParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplayFailedWebhooks($input: ReplayFailedWebhooksInput!) {\n    replayFailedWebhooks(input: $input) {\n      count\n      more\n    }\n  }\n"): (typeof documents)["\n  mutation ReplayFailedWebhooks($input: ReplayFailedWebhooksInput!) {\n    replayFailedWebhooks(input: $input) {\n      count\n      more\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Workspace on Workspace {\n    id\n    slug\n    name\n    status\n    locale\n    timeZone\n    accentColor\n    logoUrl\n    deleteAt\n    limits {\n      name\n      most\n      use\n    }\n  }\n"): (typeof documents)["\n  fragment Workspace on Workspace {\n    id\n    slug\n    name\n    status\n    locale\n    timeZone\n    accentColor\n    logoUrl\n    deleteAt\n    limits {\n      name\n      most\n      use\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Workspace {\n    workspace {\n      ...Workspace\n    }\n  }\n"): (typeof documents)["\n  query Workspace {\n    workspace {\n      ...Workspace\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {\n    updateWorkspace(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {\n    updateWorkspace(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetWorkspaceLogo($input: SetWorkspaceLogoInput!) {\n    setWorkspaceLogo(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetWorkspaceLogo($input: SetWorkspaceLogoInput!) {\n    setWorkspaceLogo(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestWorkspaceDeletion($input: RequestWorkspaceDeletionInput!) {\n    requestWorkspaceDeletion(input: $input) {\n      code\n      expiresAt\n      deleteAt\n    }\n  }\n"): (typeof documents)["\n  mutation RequestWorkspaceDeletion($input: RequestWorkspaceDeletionInput!) {\n    requestWorkspaceDeletion(input: $input) {\n      code\n      expiresAt\n      deleteAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmWorkspaceDeletion($input: ConfirmWorkspaceDeletionInput!) {\n    confirmWorkspaceDeletion(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmWorkspaceDeletion($input: ConfirmWorkspaceDeletionInput!) {\n    confirmWorkspaceDeletion(input: $input) {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelWorkspaceDeletion {\n    cancelWorkspaceDeletion {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelWorkspaceDeletion {\n    cancelWorkspaceDeletion {\n      workspace {\n        ...Workspace\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;