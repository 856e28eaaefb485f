import type { TaskAction, TaskCommand, TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { digestOf, type Office, PAYLOAD } from './office';

/** One command in a situation where it is allowed. */
export interface CommandCase {
  /** The event that it leaves. */
  kind: string;
  prepare: () => Promise<TaskView>;
  by: () => TenantContext;
  run: (ctx: TenantContext, command: TaskCommand) => Promise<TaskView>;
  after: Partial<Record<keyof TaskView, unknown>>;
  /** What the workflow of the task is told; nothing unless said. */
  told?: string;
}

/** Every command that there is, on tasks that a workflow waits for. */
export function commandCases(opened: () => Office): Record<TaskAction, CommandCase> {
  const payloadDigest = digestOf(PAYLOAD);
  const hour = 3_600_000;
  const origin = () => ({ workflowId: `${opened().bot.tenantId}/case` });
  const ready = () => opened().task({ sla: { timeoutMs: 4 * hour } }, origin());
  const held = async () => opened().tasks.claim(opened().people.sam, { taskId: (await ready()).id });
  const begun = async () => opened().tasks.start(opened().people.sam, { taskId: (await held()).id });
  const suspended = async () => opened().control.suspend(opened().people.sam, { taskId: (await begun()).id });
  const delegated = async () =>
    opened().handover.delegate(opened().people.sam, { taskId: (await held()).id, to: 'max@a.test' });
  const approval = () => opened().task({ form: undefined, approval: { payload: PAYLOAD } }, origin());
  const waiting = async () =>
    opened().approvals.requestChanges(opened().people.sam, {
      taskId: (await approval()).id,
      payloadDigest,
      reason: 'Too much',
    });
  const sam = () => opened().people.sam;
  const eva = () => opened().people.eva;
  const ada = () => opened().people.ada;
  const engine = () => opened().engine;
  const data = { answer: 'Soon' };

  return {
    claim: {
      kind: 'claimed',
      prepare: ready,
      by: sam,
      run: (ctx, command) => opened().tasks.claim(ctx, command),
      after: { status: 'RESERVED' },
    },
    claim_and_complete: {
      kind: 'completed',
      prepare: ready,
      by: sam,
      run: (ctx, command) => opened().tasks.complete(ctx, { ...command, data, claim: true }),
      after: { status: 'COMPLETED', outcome: 'completed' },
      told: 'task.closed',
    },
    complete: {
      kind: 'completed',
      prepare: begun,
      by: sam,
      run: (ctx, command) => opened().tasks.complete(ctx, { ...command, data }),
      after: { status: 'COMPLETED', outcome: 'completed' },
      told: 'task.closed',
    },
    approve: {
      kind: 'approved',
      prepare: approval,
      by: sam,
      run: (ctx, command) => opened().approvals.approve(ctx, { ...command, payloadDigest }),
      after: { status: 'COMPLETED', outcome: 'approved' },
      told: 'task.closed',
    },
    reject: {
      kind: 'rejected',
      prepare: approval,
      by: sam,
      run: (ctx, command) =>
        opened().approvals.reject(ctx, { ...command, payloadDigest, reason: 'Too much' }),
      after: { status: 'COMPLETED', outcome: 'rejected', outcomeReason: 'Too much' },
      told: 'task.closed',
    },
    request_changes: {
      kind: 'changes_requested',
      prepare: approval,
      by: sam,
      run: (ctx, command) =>
        opened().approvals.requestChanges(ctx, { ...command, payloadDigest, reason: 'No' }),
      after: { status: 'SUSPENDED', waitingFor: 'requester', suspendedFrom: 'READY' },
      told: 'task.changed',
    },
    answer_changes: {
      kind: 'changes_answered',
      prepare: waiting,
      by: ada,
      run: (ctx, command) => opened().approvals.answerChanges(ctx, { ...command, payload: { refund: 20 } }),
      after: { status: 'READY', waitingFor: null, round: 2, pausedAt: null },
      told: 'task.changed',
    },
    release: {
      kind: 'released',
      prepare: begun,
      by: sam,
      run: (ctx, command) => opened().tasks.release(ctx, command),
      after: { status: 'READY', assigneeId: null },
    },
    start: {
      kind: 'started',
      prepare: held,
      by: sam,
      run: (ctx, command) => opened().tasks.start(ctx, command),
      after: { status: 'IN_PROGRESS' },
    },
    stop: {
      kind: 'stopped',
      prepare: begun,
      by: sam,
      run: (ctx, command) => opened().tasks.stop(ctx, command),
      after: { status: 'RESERVED' },
    },
    delegate: {
      kind: 'delegated',
      prepare: held,
      by: sam,
      run: (ctx, command) => opened().handover.delegate(ctx, { ...command, to: 'max@a.test' }),
      after: { status: 'RESERVED' },
    },
    resolve: {
      kind: 'resolved',
      prepare: delegated,
      by: () => opened().people.max,
      run: (ctx, command) => opened().handover.resolve(ctx, command),
      after: { status: 'RESERVED', ownerId: null },
    },
    forward: {
      kind: 'forwarded',
      prepare: held,
      by: sam,
      run: (ctx, command) => opened().handover.forward(ctx, { ...command, to: { group: 'l2' } }),
      after: { status: 'READY', assigneeId: null },
    },
    assign: {
      kind: 'assigned',
      prepare: ready,
      by: eva,
      run: (ctx, command) => opened().handover.assign(ctx, { ...command, to: { user: 'lee@a.test' } }),
      after: { status: 'RESERVED' },
    },
    nominate: {
      kind: 'nominated',
      prepare: ready,
      by: eva,
      run: (ctx, command) => opened().handover.nominate(ctx, { ...command, users: ['max@a.test'] }),
      after: { status: 'READY' },
    },
    suspend: {
      kind: 'suspended',
      prepare: held,
      by: sam,
      run: (ctx, command) => opened().control.suspend(ctx, command),
      after: { status: 'SUSPENDED', suspendedFrom: 'RESERVED' },
      told: 'task.changed',
    },
    resume: {
      kind: 'resumed',
      prepare: suspended,
      by: sam,
      run: (ctx, command) => opened().control.resume(ctx, command),
      after: { status: 'IN_PROGRESS', suspendedFrom: null, pausedAt: null },
      told: 'task.changed',
    },
    cancel: {
      kind: 'cancelled',
      prepare: suspended,
      by: eva,
      run: (ctx, command) => opened().control.cancel(ctx, { ...command, reason: 'Solved' }),
      after: { status: 'CANCELLED', outcome: 'cancelled', outcomeReason: 'Solved', suspendedFrom: null },
      told: 'task.closed',
    },
    expire: {
      kind: 'expired',
      prepare: held,
      by: engine,
      run: (ctx, command) => opened().control.expire(ctx, command),
      after: { status: 'EXPIRED', outcome: 'expired' },
      told: 'task.closed',
    },
    escalate: {
      kind: 'escalated',
      prepare: held,
      by: sam,
      run: (ctx, command) => opened().handover.escalate(ctx, { ...command, to: { group: 'l2' } }),
      after: { status: 'READY', escalationLevel: 1, assigneeId: null },
    },
    set_priority: {
      kind: 'priority_changed',
      prepare: ready,
      by: eva,
      run: (ctx, command) => opened().control.setPriority(ctx, { ...command, priority: 90 }),
      after: { status: 'READY', priority: 90 },
    },
    set_due_date: {
      kind: 'due_date_changed',
      prepare: ready,
      by: eva,
      run: (ctx, command) =>
        opened().control.setDueDate(ctx, {
          ...command,
          dueAt: new Date(opened().clock.now().getTime() + hour),
        }),
      after: { status: 'READY' },
      told: 'task.changed',
    },
  };
}
