import type { Form } from './form';

/** Who decided, as the workflow sees it. */
export interface TaskActor {
  kind: 'user' | 'service' | 'system';
  id: string;
  displayName: string;
}

/** How a task ended. Decisions bring further outcomes of their own. */
export type TaskOutcome = 'completed' | 'cancelled' | 'expired';

/** Who may work on a task; with nothing given, an admin nominates somebody. */
export interface TaskAssignment {
  /** E-mail address or id. */
  user?: string;
  /** Key of the group. */
  group?: string;
  candidates?: { users?: readonly string[]; groups?: readonly string[] };
  /** May never act on the task, whatever else they are. */
  excluded?: readonly string[];
}

/** When a task is due: after so many milliseconds, or at a moment (ISO 8601). */
export interface TaskSla {
  timeoutMs?: number;
  dueAt?: string;
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
  /** 0 to 100, or a name for 25, 50, 75, 100; 50 when not given. */
  priority?: TaskPriority;
  sla?: TaskSla;
  /** After this many milliseconds the task expires; the tenant's default (30 days) when not given. */
  timeToLiveMs?: number;
  /** A name for tasks of one kind, such as `support-question`. */
  type?: string;
}

/** Input of the server's activity `createTask`; the server reads the workflow's ids from Temporal. */
export interface CreateTaskActivityInput {
  /** Finds the task again when the activity is retried. */
  requestKey: string;
  spec: TaskSpec;
}

/** Answer of `createTask`; `closed` is there when the task was decided before the answer came. */
export interface TaskRef {
  taskId: string;
  closed?: TaskClosed;
}

/** The argument of the signal `orkestra.taskClosed`. */
export interface TaskClosed {
  taskId: string;
  outcome: TaskOutcome;
  data?: Record<string, unknown>;
  /** The data is too big for a signal: `readTaskResult` has it. */
  omitted?: true;
  completedBy?: TaskActor;
  /** ISO 8601. */
  completedAt: string;
  reason?: string;
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

/** The activities that the server offers to workflows; their names are part of the contract. */
export interface OrkestraActivities {
  createTask(input: CreateTaskActivityInput): Promise<TaskRef>;
  readTaskResult(input: ReadTaskResultActivityInput): Promise<TaskClosed>;
  closeExecution(input: CloseExecutionActivityInput): Promise<void>;
}

/** What the activity header `orkestra` carries. */
export interface OrkestraHeader {
  tenantId: string;
  correlationId: string;
}

/** The memo `orkestra` that every execution has from its start. */
export interface OrkestraMemo extends OrkestraHeader {
  starter: { kind: string; id: string };
}

/** One line of the answer to the query `orkestra.pendingTasks`. */
export interface PendingTask {
  /** Missing until the task is created. */
  taskId?: string;
  requestKey: string;
  title: string;
  type?: string;
}

/** Queue of the worker that hosts the server's activities. */
export const ORKESTRA_TASK_QUEUE = 'orkestra';
/** Key of the memo and of the activity header. */
export const ORKESTRA_KEY = 'orkestra';
/** Search attribute (Keyword) with the tenant's id. */
export const TENANT_SEARCH_ATTRIBUTE = 'OrkestraTenant';
export const TASK_CLOSED_SIGNAL = 'orkestra.taskClosed';
export const PENDING_TASKS_QUERY = 'orkestra.pendingTasks';

/** Signals, queries and updates with these names are Orkestra's own; every door refuses them. */
export function isReservedName(name: string): boolean {
  return name.startsWith('orkestra.');
}
