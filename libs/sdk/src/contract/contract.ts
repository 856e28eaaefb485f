import type { Form } from './form';

/** Who decided, as the workflow sees it. */
export interface TaskActor {
  kind: 'user' | 'service' | 'system';
  id: string;
  displayName: string;
}

/** How a task ended; approvals end as `approved` or `rejected` in place of `completed`. */
export type TaskOutcome = 'completed' | 'approved' | 'rejected' | 'cancelled' | 'expired';

/** How a group's tasks find their person: from the queue, in turn, or whoever has the fewest open ones. */
export type AssignmentStrategy = 'manual' | 'round-robin' | 'least-loaded';

/** Who may work on a task; with nothing given, an admin nominates somebody. */
export interface TaskAssignment {
  /** E-mail address or id. */
  user?: string;
  /** Key of the group. */
  group?: string;
  candidates?: { users?: readonly string[]; groups?: readonly string[] };
  /** May never act on the task, whatever else they are. */
  excluded?: readonly string[];
  /** Only members of the group who have all of these get the task by a strategy. */
  skills?: readonly string[];
  /** In place of the group's own strategy. */
  strategy?: AssignmentStrategy;
  /** Refuse the task when the group is empty; by default it waits and the supervisors are told. */
  requireMembers?: boolean;
}

/** A length of time: of the clock, of working hours (`calendar`), or in working days. Exactly one of the two. */
export interface TaskDelay {
  milliseconds?: number;
  /** Whether only the working hours of the group's or tenant's business calendar count. */
  calendar?: boolean;
  businessDays?: number;
}

export type EscalationAction = 'notify' | 'reassign' | 'escalate' | 'expire';

/** One step of an escalation chain. */
export interface EscalationStep {
  action: EscalationAction;
  /** Counted from the creation of the task. */
  after?: TaskDelay;
  /** In place of `after`: milliseconds from the due date, negative for before it. */
  fromDueMs?: number;
  /** Who is notified, or who gets the task; without one the supervisors of the task's groups are notified. */
  to?: { user?: string; group?: string };
  /** Skip the step when somebody has claimed the task by then. */
  ifUnclaimed?: boolean;
  message?: string;
}

/** When a task is due (after a time, or at a moment in ISO 8601), and what happens on the way there and beyond. */
export interface TaskSla {
  timeoutMs?: number;
  /** Whether `timeoutMs` counts working hours only. */
  calendar?: boolean;
  /** In place of `timeoutMs`. */
  businessDays?: number;
  dueAt?: string;
  /** In the order in which they happen. */
  chain?: readonly EscalationStep[];
}

/** How many of those who may vote have to approve; a vote is decided as soon as its outcome is certain. */
export type TaskQuorum = (
  | { rule: 'any' | 'all' }
  | { rule: 'count'; count: number }
  | { rule: 'percentage'; percentage: number }
  /** So many of each candidate group. */
  | { rule: 'per-group'; count: number }
) & {
  /** One rejection rejects, whatever the others say. */
  veto?: boolean;
};

/** Makes a task an approval: people approve, reject or ask for changes, each bound to the digest of the payload. */
export interface TaskApproval {
  /** What is to be approved. */
  payload: unknown;
  quorum?: TaskQuorum;
}

export type TaskPriority = number | 'low' | 'medium' | 'high' | 'urgent';

/** One unit of human work, as `task()` asks for it. It travels as JSON. */
export interface TaskSpec {
  title: string;
  description?: string;
  form?: Form;
  assignTo?: TaskAssignment;
  /** What the person needs to know to decide. */
  context?: Readonly<Record<string, unknown>>;
  /**
   * JSON pointers into the context that are kept encrypted and masked for everybody who looks, such as `/customer/iban`;
   * `*` stands for any member or item, as in `/cards/*`.
   */
  sensitiveContext?: readonly string[];
  /** 0 to 100, or a name for 25, 50, 75, 100; 50 when not given. */
  priority?: TaskPriority;
  sla?: TaskSla;
  /** After this many milliseconds the task expires; the tenant's default (30 days) when not given. */
  timeToLiveMs?: number;
  /** A name for tasks of one kind, such as `support-question`. */
  type?: string;
  approval?: TaskApproval;
  /** `anyone`: a program with the scope `tasks:complete` may decide, unless it made the task or started its workflow. */
  decidableBy?: 'people' | 'anyone';
  /** The conversation that the task belongs to. */
  conversationId?: string;
  /**
   * E-mail address or id of the person for whom it is asked; where not given, the one for whom the workflow was started.
   * They may not approve it themselves, unless the workspace lets them.
   */
  onBehalfOf?: string;
}

/** Input of the server's activity `createTask`; the server reads the workflow's ids from Temporal. */
export interface CreateTaskActivityInput {
  /** Finds the task again when the activity is retried. */
  requestKey: string;
  spec: TaskSpec;
  /** Temporal suggests that the run continues as new: its history has grown long. */
  continueAsNewSuggested?: true;
}

/** Somebody wants to see another version before they approve. */
export interface ChangesRequested {
  /** Counts the versions of the payload, from 1. */
  round: number;
  reason?: string;
  requestedBy: TaskActor;
}

/** Where a task stands, as its workflow needs to know it. */
export interface TaskRef {
  taskId: string;
  /** There when the task has ended. */
  closed?: TaskClosed;
  /** Milliseconds until the next step of the escalation chain; call `advanceTask` then. */
  nextInMs?: number;
  changesRequested?: ChangesRequested;
}

/** Input of `advanceTask` and `adoptTask`. */
export interface TaskActivityInput {
  taskId: string;
}

/** Input of `cancelTask`: by the request key where the task's id is not known yet. */
export interface CancelTaskActivityInput {
  taskId?: string;
  requestKey?: string;
  reason?: string;
}

/** Input of `reassignTask`. */
export interface ReassignTaskActivityInput {
  taskId: string;
  to: { user?: string; group?: string };
  reason?: string;
  /** The same for every attempt at one call, and its own for each call of a run. */
  operationId?: string;
}

/** Input of `answerChanges`: the new version of what is to be approved. */
export interface AnswerChangesActivityInput {
  taskId: string;
  /** Of the request that this answers; an answer to an older one is ignored. */
  round: number;
  payload: unknown;
  comment?: string;
}

/** The argument of the signal `orkestra.taskChanged`: ask `advanceTask` how the task stands. */
export interface TaskChanged {
  taskId: string;
}

/** The argument of the signal `orkestra.taskClosed`. */
export interface TaskClosed {
  taskId: string;
  outcome: TaskOutcome;
  data?: Record<string, unknown>;
  /** The data, votes and payload are too big for a signal: `readTaskResult` has them. */
  omitted?: true;
  completedBy?: TaskActor;
  /** ISO 8601. */
  completedAt: string;
  reason?: string;
  /** Of approvals: every vote on the payload that was decided. */
  votes?: readonly TaskVote[];
  /** Of approvals: the version that was decided, where it is not the one that the task was created with. */
  payload?: unknown;
}

/** What one person said of an approval. */
export interface TaskVote {
  vote: 'approved' | 'rejected';
  reason?: string;
  by: TaskActor;
  /** ISO 8601. */
  at: string;
}

/** Input of the server's activity `readTaskResult`. */
export interface ReadTaskResultActivityInput {
  taskId: string;
}

/** Input of the server's activity `closeExecution`. */
export interface CloseExecutionActivityInput {
  status: 'completed' | 'failed' | 'cancelled';
  result?: unknown;
  error?: { type: string; message: string };
}

/**
 * The activities that the server offers to workflows; their names are part of the contract. What one of them does to
 * a task of the calling workflow is told by its answer, never by signal: a signal that comes while the workflow ends
 * makes Temporal run that step again, with the signal first.
 */
export interface OrkestraActivities {
  createTask(input: CreateTaskActivityInput): Promise<TaskRef>;
  readTaskResult(input: ReadTaskResultActivityInput): Promise<TaskClosed>;
  /** Carries out the steps of the escalation chain that are due, and says when the next one is. */
  advanceTask(input: TaskActivityInput): Promise<TaskRef>;
  /** Takes over the timers of a task that was created outside workflows. */
  adoptTask(input: TaskActivityInput): Promise<TaskRef>;
  /** Cancels a task unless it has ended; the answer says how it ended. Without a taskId: no such task was made. */
  cancelTask(input: CancelTaskActivityInput): Promise<Partial<TaskRef>>;
  reassignTask(input: ReassignTaskActivityInput): Promise<TaskRef>;
  answerChanges(input: AnswerChangesActivityInput): Promise<TaskRef>;
  closeExecution(input: CloseExecutionActivityInput): Promise<void>;
}

/** Who started a workflow, and for whom. */
export interface WorkflowStarter {
  readonly kind: string;
  readonly id: string;
  /** Ids of the people for whom it was started, the named one first; not there where it is for nobody else. */
  readonly onBehalfOf?: readonly string[];
}

/** What the activity header `orkestra` carries. */
export interface OrkestraHeader {
  tenantId: string;
  correlationId: string;
  /** Who started the workflow; a program never decides tasks of workflows that it started. */
  starter?: WorkflowStarter;
}

/** The memo `orkestra` that every execution has from its start. */
export interface OrkestraMemo extends OrkestraHeader {
  starter: WorkflowStarter;
  /** Queue of the worker that hosts the server's activities, where it is not `ORKESTRA_TASK_QUEUE`. */
  taskQueue?: string;
}

/** One line of the answer to the query `orkestra.pendingTasks`. */
export interface PendingTask {
  /** Missing until the task is created. */
  taskId?: string;
  requestKey: string;
  title: string;
  type?: string;
}

/** Queue of the worker that hosts the server's activities, unless the memo names another. */
export const ORKESTRA_TASK_QUEUE = 'orkestra';
/** Bytes of JSON in one result, or in the arguments of one call: the 2 MiB that Temporal takes, less what it wraps them in. */
export const LARGEST_PAYLOAD = 2 * 1024 * 1024 - 1024;
/** Key of the memo and of the activity header. */
export const ORKESTRA_KEY = 'orkestra';
/** Search attribute (Keyword) with the tenant's id. */
export const TENANT_SEARCH_ATTRIBUTE = 'OrkestraTenant';
export const TASK_CLOSED_SIGNAL = 'orkestra.taskClosed';
export const TASK_CHANGED_SIGNAL = 'orkestra.taskChanged';
export const PENDING_TASKS_QUERY = 'orkestra.pendingTasks';
export const IS_WAITING_FOR_QUERY = 'orkestra.isWaitingFor';

/** Signals, queries and updates with these names are Orkestra's own; every door refuses them. */
export function isReservedName(name: string): boolean {
  return name.startsWith('orkestra.');
}
