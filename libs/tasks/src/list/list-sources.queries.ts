import type { Conditions } from './list-conditions.queries';
import { foundTasks } from './task-search.service';

/** Rows in the list's order out of one index, each of which the principal may see. */
export interface Source {
  from: string;
  /** What the index knows. */
  where: string[];
  /** What must be looked up for each row. */
  rest: string[];
  /** Users or groups, `p.id` in `where`: the index is read for each of them. */
  each?: { parameter: string; count: number };
}

const TASKS = 'tasks s';
/** The rows of candidates, under the names that tasks give to what lists sort by. */
const INBOX = `(SELECT c.tenant_id, c.principal_id, c.claimable, c.open, c.role, c.due_at, c.rank, c.created_at,
                       c.closed_at, c.voting, c.task_id AS id FROM task_candidates c) s`;

/** Chooses the indexes that hold all of the list's tasks which the principal may see, and few others. */
export function sourcesOf(conditions: Conditions): Source[] {
  return new SourceChoice(conditions).all();
}

class SourceChoice {
  constructor(private readonly is: Conditions) {}

  all(): Source[] {
    const { text, workflowId, candidate, assignedToMe, assignee } = this.is.filter;
    if (text !== undefined) return [this.found(text)];
    if (workflowId !== undefined) return [this.ofWorkflow()];
    if (candidate) return this.claimable();
    if (assignedToMe || assignee !== undefined) return [this.heldBySomebody()];
    return this.is.seesAll ? [this.ofTenant()] : this.visible();
  }

  /** A bounded number, so that it may be sorted. */
  private found(text: string): Source {
    const { is } = this;
    const conditions = [...this.part(), ...is.workflow('s'), ...is.claimable('s'), ...this.ofTask('s')];
    const where = [...conditions, ...is.bounds(), ...is.ofSorted(), ...is.visible('s')];
    return { from: foundTasks(is.order.part, is.add(text)), where, rest: [] };
  }

  private ofWorkflow(): Source {
    const { is } = this;
    return this.tasks(is.workflow('s'), [...this.ofTask('s'), ...is.claimable('s'), ...is.visible('s')]);
  }

  private claimable(): Source[] {
    const { is } = this;
    if (is.inOwnGroup) return [this.tasks(is.group('s'), [...this.inQueue(), ...is.claimable('s')])];
    const { status } = is.filter;
    const waiting = !status?.length || status.includes('READY') ? 's.claimable' : 'false';
    const rest = [...this.ofItsTask('type', 'group', 'assignee'), ...is.mayTake('s', 's.voting')];
    return [this.inbox([waiting], rest)];
  }

  private heldBySomebody(): Source {
    const { is } = this;
    const rest = [...is.status('s'), ...is.type('s'), ...is.group('s')];
    return this.tasks(is.assignee('s'), is.filter.assignedToMe ? rest : [...rest, ...is.visible('s')]);
  }

  private ofTenant(): Source {
    const { is } = this;
    const { group, type } = is.filter;
    if (group !== undefined) return this.tasks(is.group('s'), this.inQueue());
    if (type !== undefined) return this.tasks(is.type('s'), [...is.status('s'), ...is.assignee('s')]);
    return this.tasks([], [...is.status('s'), ...is.assignee('s')]);
  }

  /** What a member sees: what they hold, own or made, and what is in their queues or theirs to take. */
  private visible(): Source[] {
    const { is } = this;
    if (is.inOwnGroup) return [this.tasks(is.group('s'), this.inQueue())];
    const open = is.order.part === 'open' ? 's.open' : 'NOT s.open';
    const me = is.add(is.me);
    const sources = [
      this.tasks([`s.assignee_id = ${me}::uuid`], this.ofTask('s')),
      this.tasks([`s.owner_id = ${me}::uuid`], this.ofTask('s')),
      this.tasks([`s.created_by_kind = 'user'`, `s.created_by_id = ${me}::uuid::text`], this.ofTask('s')),
      this.inbox([open], this.ofItsTask('status', 'type', 'group', 'assignee')),
    ];
    return is.filter.group === undefined ? [...sources, this.queues()] : sources;
  }

  private queues(): Source {
    const each = { parameter: this.is.add(this.is.groupIds), count: this.is.groupIds.length };
    return { ...this.tasks(['s.group_id = p.id'], this.inQueue()), each };
  }

  private inbox(where: string[], rest: string[]): Source {
    const { is } = this;
    const principals = [is.me, ...is.groupIds];
    return {
      from: INBOX,
      where: [...where, `s.role = 'candidate'`, 's.principal_id = p.id', ...is.bounds()],
      rest: [...is.ofSorted(), ...rest],
      each: { parameter: is.add(principals), count: principals.length },
    };
  }

  private tasks(where: string[], rest: string[]): Source {
    const { is } = this;
    return {
      from: TASKS,
      where: [...this.part(), ...where, ...is.bounds()],
      rest: [...is.ofSorted(), ...rest],
    };
  }

  private part(): string[] {
    const { part } = this.is.order;
    return part === 'all' ? [] : [part === 'open' ? 's.closed_at IS NULL' : 's.closed_at IS NOT NULL'];
  }

  private inQueue(): string[] {
    const { is } = this;
    return [...is.status('s'), ...is.type('s'), ...is.assignee('s')];
  }

  private ofTask(table: string): string[] {
    const { is } = this;
    return [...is.status(table), ...is.type(table), ...is.group(table), ...is.assignee(table)];
  }

  /** Conditions on the task behind a row of candidates. */
  private ofItsTask(...names: ('status' | 'type' | 'group' | 'assignee')[]): string[] {
    const conditions = names.flatMap((name) => this.is[name]('o'));
    if (conditions.length === 0) return [];
    const itsTask = 'o.tenant_id = s.tenant_id AND o.id = s.id';
    return [`(SELECT ${conditions.join(' AND ')} FROM tasks o WHERE ${itsTask})`];
  }
}
