import type { TaskAction, TaskStatus } from '@orkestra/tasks';

/** Who acts in the model; kim is excluded, bot and engine make the tasks. */
export const ACTORS = ['sam', 'lee', 'eva', 'kim', 'max', 'ada', 'bot', 'tool', 'engine'] as const;
export type ActorName = (typeof ACTORS)[number];
export type GroupKey = 'l1' | 'l2';

const MEMBERS: Record<GroupKey, readonly ActorName[]> = { l1: ['sam', 'lee', 'eva', 'kim'], l2: ['max'] };
const SUPERVISORS: Record<GroupKey, readonly ActorName[]> = { l1: ['eva'], l2: [] };
const PROGRAMS: readonly ActorName[] = ['bot', 'tool', 'engine'];
const EXCLUDED = 'kim';

export interface Step {
  action: TaskAction;
  by: ActorName;
  /** A person or a group; commands take of them what they can. */
  to: ActorName | GroupKey;
  with: boolean;
}

export type ModelKind = 'form' | 'open form' | 'approval' | 'vote' | 'open vote';

/**
 * What product.md says of a task, once more and in another way: in the words of who may do what when. It shares no
 * code with the task domain.
 */
export class TaskModel {
  status: TaskStatus = 'READY';
  suspendedFrom: TaskStatus | null = null;
  assignee: ActorName | null = null;
  owner: ActorName | null = null;
  users: ActorName[] = [];
  groups: GroupKey[] = ['l1'];
  group: GroupKey = 'l1';
  waiting = false;
  round = 1;
  level = 0;
  revision = 1;
  deliveries = 0;
  outcome: string | null = null;
  votes = new Map<ActorName, boolean>();

  constructor(readonly kind: ModelKind) {}

  get approval(): boolean {
    return !this.kind.endsWith('form');
  }

  get voting(): boolean {
    return this.kind.endsWith('vote');
  }

  get closed(): boolean {
    return this.outcome !== null;
  }

  get held(): boolean {
    return this.status === 'RESERVED' || this.status === 'IN_PROGRESS';
  }

  get active(): boolean {
    return this.held || this.status === 'READY';
  }

  sees(actor: ActorName): boolean {
    if (PROGRAMS.includes(actor) || actor === 'ada' || actor === this.assignee || actor === this.owner)
      return true;
    return this.isListed(actor) || MEMBERS[this.group].includes(actor);
  }

  allows(action: TaskAction, by: ActorName): boolean {
    if (this.closed || by === EXCLUDED) return false;
    if (by === 'engine') return this.allowsEngine(action);
    if (PROGRAMS.includes(by)) return this.allowsProgram(action, by);
    const mine = by === this.assignee;
    const boss = by === 'ada' || [...this.groups, this.group].some((key) => SUPERVISORS[key].includes(by));
    const free = this.owner === null;
    switch (action) {
      case 'claim':
        return this.status === 'READY' && this.isListed(by) && !this.voting;
      case 'claim_and_complete':
        return this.status === 'READY' && this.isListed(by) && !this.approval;
      case 'complete':
        return this.held && mine && free && !this.approval;
      case 'approve':
      case 'reject':
      case 'request_changes':
        return this.mayDecide(by) && (this.isListed(by) || mine);
      case 'answer_changes':
        return this.waiting && by === 'ada';
      case 'release':
        return this.held && free && (mine || boss);
      case 'start':
        return this.status === 'RESERVED' && mine;
      case 'stop':
        return this.status === 'IN_PROGRESS' && mine;
      case 'delegate':
        return this.held && mine && free;
      case 'resolve':
        return this.held && !free && (mine || by === this.owner);
      case 'forward':
        return this.active && free && !this.voting && (mine || boss);
      case 'suspend':
        return this.active && (mine || boss);
      case 'resume':
        return this.status === 'SUSPENDED' && !this.waiting && (mine || boss);
      case 'escalate':
        return this.active && free && (mine || boss);
      case 'assign':
        return this.active && boss && !this.voting;
      case 'nominate':
        return this.active && boss;
      case 'cancel':
      case 'set_priority':
      case 'set_due_date':
        return boss;
      case 'expire':
        return false;
    }
  }

  /** Carries an allowed step out; false where what it asks for is impossible, and then nothing changes. */
  take(step: Step): boolean {
    const { action, by, to } = step;
    if (!this.isPossible(step)) return false;
    this.revision += 1;
    switch (action) {
      case 'claim':
        this.hold(by);
        break;
      case 'claim_and_complete':
      case 'complete':
        this.close('COMPLETED', 'completed', by);
        break;
      case 'approve':
      case 'reject':
        this.vote(by, action === 'approve');
        break;
      case 'request_changes':
        this.pause();
        this.waiting = true;
        break;
      case 'answer_changes':
        this.goOn();
        this.round += 1;
        this.votes.clear();
        break;
      case 'release':
        [this.status, this.assignee] = ['READY', null];
        break;
      case 'start':
        this.status = 'IN_PROGRESS';
        break;
      case 'stop':
        this.status = 'RESERVED';
        break;
      case 'delegate':
        this.owner = this.assignee;
        this.hold(to as ActorName);
        break;
      case 'resolve':
        this.hold(this.owner);
        this.owner = null;
        break;
      case 'escalate':
        this.level += 1;
        if (step.with) this.hand(to);
        break;
      case 'forward':
      case 'assign':
        this.hand(to);
        break;
      case 'nominate':
        this.nominate(to);
        break;
      case 'suspend':
        this.pause();
        break;
      case 'resume':
        this.goOn();
        break;
      case 'cancel':
        this.close('CANCELLED', 'cancelled');
        break;
      case 'expire':
        this.close('EXPIRED', 'expired');
        break;
      case 'set_due_date':
        this.deliveries += 1;
    }
    return true;
  }

  private isPossible({ action, to, with: given }: Step): boolean {
    if (action === 'delegate') return !isGroup(to) && to !== EXCLUDED && to !== this.assignee;
    if (action === 'forward' || action === 'assign') return to !== EXCLUDED;
    if (action === 'escalate') return !given || (!this.voting && to !== EXCLUDED);
    if (action !== 'nominate') return true;
    if (to === EXCLUDED) return false;
    if (!this.voting) return true;
    const approvals = [...this.votes.values()].filter((vote) => vote).length;
    const missing = (isGroup(to) ? MEMBERS[to] : [to]).filter(
      (name) => name !== EXCLUDED && !this.votes.has(name),
    );
    return approvals + missing.length >= 2;
  }

  private isListed(actor: ActorName): boolean {
    return this.users.includes(actor) || this.groups.some((key) => MEMBERS[key].includes(actor));
  }

  private mayDecide(by: ActorName): boolean {
    if (!this.approval || !this.active || this.owner !== null) return false;
    return this.voting ? !this.votes.has(by) : this.status === 'READY' || this.assignee === by;
  }

  private allowsEngine(action: TaskAction): boolean {
    switch (action) {
      case 'suspend':
      case 'nominate':
        return this.active;
      case 'assign':
        return this.active && !this.voting;
      case 'escalate':
        return this.active && this.owner === null;
      case 'resume':
        return this.status === 'SUSPENDED' && !this.waiting;
      case 'answer_changes':
        return this.waiting;
      default:
        return ['cancel', 'expire', 'set_priority', 'set_due_date'].includes(action);
    }
  }

  private allowsProgram(action: TaskAction, by: ActorName): boolean {
    // The bot asked for the task, or for the workflow behind it.
    if (by === 'bot') {
      const made = !this.kind.startsWith('open');
      if (action === 'forward') return made && this.status === 'READY' && !this.voting;
      return made && (action === 'cancel' || (action === 'answer_changes' && this.waiting));
    }
    if (!this.kind.startsWith('open')) return false;
    if (action === 'claim_and_complete') return this.status === 'READY' && !this.approval;
    return (action === 'approve' || action === 'reject') && this.mayDecide(by);
  }

  private hold(by: ActorName | null): void {
    [this.status, this.assignee] = ['RESERVED', by];
  }

  private hand(to: ActorName | GroupKey): void {
    this.owner = null;
    if (!isGroup(to)) {
      this.hold(to);
      this.users = [to];
      return;
    }
    [this.status, this.assignee, this.group] = ['READY', null, to];
    [this.users, this.groups] = [[], [to]];
  }

  private nominate(to: ActorName | GroupKey): void {
    [this.users, this.groups] = isGroup(to) ? [[], [to]] : [[to], []];
    if (isGroup(to)) this.group = to;
  }

  private vote(by: ActorName, approves: boolean): void {
    const person = PROGRAMS.includes(by) || this.voting ? undefined : by;
    if (!this.voting) return this.close('COMPLETED', approves ? 'approved' : 'rejected', person);
    this.votes.set(by, approves);
    const approvals = [...this.votes.values()].filter((vote) => vote).length;
    const rejections = this.votes.size - approvals;
    const mayVote = ACTORS.filter((name) => name !== EXCLUDED && this.isListed(name));
    const everybody = new Set([...mayVote, ...this.votes.keys()]).size;
    if (approvals >= 2) this.close('COMPLETED', 'approved');
    else if (rejections > 0 && everybody - rejections < 2) this.close('COMPLETED', 'rejected');
  }

  private pause(): void {
    [this.suspendedFrom, this.status] = [this.status, 'SUSPENDED'];
    this.deliveries += 1;
  }

  private goOn(): void {
    this.status = this.suspendedFrom ?? 'READY';
    [this.suspendedFrom, this.waiting] = [null, false];
    this.deliveries += 1;
  }

  private close(status: TaskStatus, outcome: string, by?: ActorName): void {
    [this.status, this.outcome, this.suspendedFrom, this.waiting] = [status, outcome, null, false];
    if (by !== undefined && !PROGRAMS.includes(by)) this.assignee = by;
    this.deliveries += 1;
  }
}

export function isGroup(name: ActorName | GroupKey): name is GroupKey {
  return name === 'l1' || name === 'l2';
}
