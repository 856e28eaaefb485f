import { isClosed, type TaskStatus } from './task-status';
import { barredRequesters, isOwnRequest } from './self-approval';
import { type Actor, isOnlyCreator, rolesOf, type TaskAccess, type TaskRole } from './task-roles';

/** Why an action is not allowed. */
export type Refusal =
  | 'closed'
  | 'suspended'
  | 'not_suspended'
  | 'waiting'
  | 'not_waiting'
  | 'excluded'
  | 'service'
  | 'agent'
  | 'guest'
  | 'candidate'
  | 'held'
  | 'unclaimed'
  | 'assignee'
  | 'supervisor'
  | 'creator'
  | 'system'
  | 'delegated'
  | 'not_delegated'
  | 'started'
  | 'not_started'
  | 'approval'
  | 'not_approval'
  | 'voting'
  | 'voted'
  | 'own';

type Check = (task: TaskAccess, actor: Actor) => Refusal | null;

interface Rule {
  from: readonly TaskStatus[];
  by: readonly TaskRole[];
  /** What the person lacks who has none of the roles. */
  otherwise: Refusal;
  checks?: readonly Check[];
}

const HELD = ['RESERVED', 'IN_PROGRESS'] as const;
const ACTIVE = ['READY', ...HELD] as const;
const OPEN = [...ACTIVE, 'SUSPENDED'] as const;

const isForm: Check = (task) => (task.approval ? 'approval' : null);
const isApproval: Check = (task) => (task.approval ? null : 'not_approval');
const oneDecides: Check = (task) => (task.voting ? 'voting' : null);
const notDelegated: Check = (task) => (task.ownerId === null ? null : 'delegated');
const isDelegated: Check = (task) => (task.ownerId === null ? 'not_delegated' : null);
const notWaiting: Check = (task) => (task.waitingFor === null ? null : 'waiting');
const isWaiting: Check = (task) => (task.waitingFor === null ? 'not_waiting' : null);
/** Who may decide: the assignee; any candidate while nobody holds the task; in a vote every candidate, once. */
const isTheirs: Check = (task, actor) => {
  // They were asked to decide it in place of whoever holds it; in a vote they have no voice.
  if (actor.guest !== undefined) return task.voting ? 'candidate' : null;
  if (task.voting) return task.voters.includes(actor.id) ? 'voted' : null;
  return task.status === 'READY' || task.assigneeId === actor.id ? null : 'held';
};

/** Four eyes: whoever asked, or for whom it was asked, does not decide it where the tenant forbids that. */
const notOwn: Check = (task, actor) =>
  barredRequesters(task).length > 0 && isOwnRequest(task, actor) ? 'own' : null;

/** Whoever asked for a task may send it to others as long as nobody has taken it. */
const isFreeForCreator: Check = (task, actor) =>
  task.status === 'READY' || !isOnlyCreator(task, actor) ? null : 'held';

const decide = (by: readonly TaskRole[]): Rule => ({
  from: ACTIVE,
  by,
  otherwise: 'candidate',
  checks: [isApproval, notOwn, notDelegated, isTheirs],
});
const boss = { by: ['supervisor', 'admin', 'system'], otherwise: 'supervisor' } as const;

/** From which states, by whom and on what condition. The one truth about permissions on tasks. */
const RULES = {
  claim: { from: ['READY'], by: ['candidate'], otherwise: 'candidate', checks: [oneDecides, notOwn] },
  claim_and_complete: {
    from: ['READY'],
    by: ['candidate', 'program', 'guest'],
    otherwise: 'candidate',
    checks: [isForm, notOwn],
  },
  complete: {
    from: HELD,
    by: ['assignee', 'guest'],
    otherwise: 'assignee',
    checks: [isForm, notOwn, notDelegated],
  },
  approve: decide(['candidate', 'assignee', 'program', 'guest']),
  reject: decide(['candidate', 'assignee', 'program', 'guest']),
  request_changes: decide(['candidate', 'assignee']),
  answer_changes: {
    from: ['SUSPENDED'],
    by: ['creator', 'admin', 'system'],
    otherwise: 'creator',
    checks: [isWaiting],
  },
  release: {
    from: HELD,
    by: ['assignee', 'supervisor', 'admin'],
    otherwise: 'assignee',
    checks: [notDelegated],
  },
  start: { from: ['RESERVED'], by: ['assignee'], otherwise: 'assignee' },
  stop: { from: ['IN_PROGRESS'], by: ['assignee'], otherwise: 'assignee' },
  // It would come back to them.
  delegate: { from: HELD, by: ['assignee'], otherwise: 'assignee', checks: [notOwn, notDelegated] },
  resolve: { from: HELD, by: ['assignee', 'owner'], otherwise: 'assignee', checks: [isDelegated] },
  forward: {
    from: ACTIVE,
    by: ['assignee', 'supervisor', 'admin', 'creator'],
    otherwise: 'assignee',
    checks: [notDelegated, oneDecides, isFreeForCreator],
  },
  assign: { ...boss, from: ACTIVE, checks: [oneDecides] },
  nominate: { ...boss, from: ACTIVE },
  suspend: { from: ACTIVE, by: ['assignee', 'supervisor', 'admin', 'system'], otherwise: 'assignee' },
  resume: {
    from: ['SUSPENDED'],
    by: ['assignee', 'supervisor', 'admin', 'system'],
    otherwise: 'assignee',
    checks: [notWaiting],
  },
  cancel: { from: OPEN, by: ['creator', 'supervisor', 'admin', 'system'], otherwise: 'supervisor' },
  expire: { from: OPEN, by: ['system'], otherwise: 'system' },
  escalate: {
    from: ACTIVE,
    by: ['assignee', 'supervisor', 'admin', 'system'],
    otherwise: 'assignee',
    checks: [notDelegated],
  },
  set_priority: { ...boss, from: OPEN },
  set_due_date: { ...boss, from: OPEN },
} as const satisfies Record<string, Rule>;

export type TaskAction = keyof typeof RULES;

export const TASK_ACTIONS = Object.keys(RULES) as TaskAction[];

/** What is left to the person themselves where an agent acts in their name. */
const DECISIONS: ReadonlySet<TaskAction> = new Set([
  'claim_and_complete',
  'complete',
  'approve',
  'reject',
  'request_changes',
]);

/** How `actor` would decide `task`: with a vote, or with an answer to its form. */
export function decisionOn(task: TaskAccess, actor: Actor): 'approve' | 'complete' | 'claim_and_complete' {
  if (task.approval) return 'approve';
  return task.status === 'READY' || actor.kind !== 'user' ? 'claim_and_complete' : 'complete';
}

/** Every action that `actor` may take on `task` now. The API shows it and the interface draws its buttons from it. */
export function allowedActions(task: TaskAccess, actor: Actor): TaskAction[] {
  if (isClosed(task.status)) return [];
  const roles = rolesOf(task, actor);
  return TASK_ACTIONS.filter((action) => refusalOfRoles(task, actor, roles, action) === null);
}

/** Why `actor` may not do `action`, or null when it is allowed. */
export function refusal(task: TaskAccess, actor: Actor, action: TaskAction): Refusal | null {
  return isClosed(task.status) ? 'closed' : refusalOfRoles(task, actor, rolesOf(task, actor), action);
}

function refusalOfRoles(
  task: TaskAccess,
  actor: Actor,
  roles: ReadonlySet<TaskRole>,
  action: TaskAction,
): Refusal | null {
  const rule: Rule = RULES[action];
  if (actor.agent !== undefined && DECISIONS.has(action)) return 'agent';
  if (actor.guest !== undefined && !isInvitedTo(action, actor.guest)) return 'guest';
  return (
    refusalOfPerson(task, actor, roles, rule) ??
    refusalOfState(task, rule) ??
    refusalOfChecks(task, actor, rule)
  );
}

/** Whoever may complete a task need not hold it. */
function isInvitedTo(action: TaskAction, { actions }: NonNullable<Actor['guest']>): boolean {
  return actions.includes(action === 'claim_and_complete' ? 'complete' : action);
}

function refusalOfPerson(
  task: TaskAccess,
  actor: Actor,
  roles: ReadonlySet<TaskRole>,
  { by, otherwise }: Rule,
): Refusal | null {
  if (by.some((role) => roles.has(role))) return null;
  if (actor.kind !== 'user') return 'service';
  if (task.excluded.includes(actor.id)) return 'excluded';
  return otherwise === 'assignee' && task.status === 'READY' ? 'unclaimed' : otherwise;
}

function refusalOfState({ status, waitingFor }: TaskAccess, { from }: Rule): Refusal | null {
  if (from.includes(status)) return null;
  if (status === 'SUSPENDED') return waitingFor === null ? 'suspended' : 'waiting';
  if (!from.some((state) => state !== 'SUSPENDED')) return 'not_suspended';
  if (status === 'READY') return 'unclaimed';
  if (from.includes('READY')) return 'held';
  return status === 'IN_PROGRESS' ? 'started' : 'not_started';
}

function refusalOfChecks(task: TaskAccess, actor: Actor, { checks = [] }: Rule): Refusal | null {
  for (const check of checks) {
    const refused = check(task, actor);
    if (refused !== null) return refused;
  }
  return null;
}
