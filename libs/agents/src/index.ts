export { type Approvals, approvals, type ApprovalsOptions } from './approvals';
export { digestOf } from './call-digest';
export { ApprovalPendingError, ApprovalRefusedError, NotAllowedError } from './agents.errors';
export { assertAllowed, type Decider, type ToolCall, type Verdict } from './verdict';
export type { WaitOptions } from './waiting';
