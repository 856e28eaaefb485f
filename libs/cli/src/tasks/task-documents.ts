const USER = 'id email displayName';
const ROW = `id title status type priority dueAt createdAt revision
  assignee { ${USER} } group { key name } workflow { id type }`;

export const LIST_TASKS = `query ($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: String) {
  tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { cursor node { ${ROW} } }
    pageInfo { endCursor hasNextPage }
  }
}`;

const WHOLE = `${ROW} description context decidableBy expiresAt closedAt updatedAt outcome outcomeReason delivery
  allowedActions conversationId
  candidates { users { ${USER} } groups { key name } }
  createdBy { kind displayName }
  form { schema }
  approval { payload payloadDigest round waitingForRequester progress { group { key } needed approvals rejections voters } }
  toolApproval { digest calls { callId tool arguments reason risk verdict } }
  decision { outcome data channel decidedAt decidedBy { kind displayName } }
  attachments { id name contentType size url }`;

export const SHOW_TASK = `query ($id: ID!) { task(id: $id) { ${WHOLE} } }`;

const change = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { task { ${ROW} outcome allowedActions } } }`;

export const CLAIM_TASK = change('claimTask', 'ClaimTaskInput');
export const RELEASE_TASK = change('releaseTask', 'ReleaseTaskInput');
export const COMPLETE_TASK = change('completeTask', 'CompleteTaskInput');
export const APPROVE_TASK = change('approveTask', 'ApproveTaskInput');
export const REJECT_TASK = change('rejectTask', 'RejectTaskInput');
