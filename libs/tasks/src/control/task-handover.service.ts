import { Injectable } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import { DirectoryService, requireWorkers, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { withStandIns } from '../voting/stand-in-voters.queries';
import { quorumProblem } from '../voting/voters.queries';
import { type Plan, TaskCommands } from '../commands/task-commands.service';
import { checkedReason, invalid, type ReasonedCommand } from './task-control.service';
import { refusalError } from '../task/task-refusal';
import { barredFrom } from '../task/self-approval';
import { actorOf, isOnlyCreator, supervisedGroups } from '../task/task-roles';
import { handedTo, resolveTarget, type TaskTarget } from '../assignment/task-target';
import { lendDraft, returnDraft } from '../drafts/hand-over-draft.store';
import type { TaskView } from '../task/task-view';
import { RefusedError } from '../task/refused.errors';

export interface DelegateCommand extends ReasonedCommand {
  /** E-mail address or id of a user. */
  to: string;
}

export interface HandOverCommand extends ReasonedCommand {
  to: TaskTarget;
}

export interface EscalateCommand extends ReasonedCommand {
  /** Who gets the task; it stays where it is without one, and the supervisors are told. */
  to?: TaskTarget | undefined;
}

export interface NominateCommand extends ReasonedCommand {
  users?: readonly string[] | undefined;
  groups?: readonly string[] | undefined;
}

/** Giving tasks to other people. */
@Injectable()
export class TaskHandoverService {
  constructor(
    private readonly commands: TaskCommands,
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands the work to somebody else for a while, with what was filled in; `resolve` brings it back to the one who
   * delegated it.
   */
  async delegate(ctx: TenantContext, command: DelegateCommand): Promise<TaskView> {
    return this.commands.run(
      ctx,
      'delegate',
      command,
      async (em, before) => {
        const target = await resolveTarget(em, this.directory, before, { user: command.to });
        const { change, details } = await handedTo(em, before, target, this.clock.now());
        if (change.assigneeId === before.assigneeId) throw invalid('/to', 'already holds the task');
        return {
          kind: 'delegated',
          note: checkedReason(command.reason),
          change: { status: 'RESERVED', assigneeId: change.assigneeId, ownerId: before.assigneeId },
          details,
          write: (after) => betweenTheTwo(after, (owner, other) => lendDraft(em, after, owner, other)),
        };
      },
      { locked: true },
    );
  }

  /** Gives a delegated task back to its owner, with what was filled in as the owner's draft. */
  async resolve(ctx: TenantContext, command: ReasonedCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'resolve', command, (em, before) => ({
      kind: 'resolved',
      note: checkedReason(command.reason),
      change: { status: 'RESERVED', assigneeId: before.ownerId, ownerId: null },
      write: () => betweenTheTwo(before, (owner, other) => returnDraft(em, before, other, owner)),
    }));
  }

  /**
   * Gives the task away for good, to a person or into a group's queue. Whoever asked for it may do so while nobody
   * holds it, and does not get it.
   */
  async forward(ctx: TenantContext, command: HandOverCommand): Promise<TaskView> {
    return this.commands.run(
      ctx,
      'forward',
      command,
      (em, before) => this.handOver(em, withoutCreator(ctx, before), command, 'forwarded'),
      { locked: true },
    );
  }

  /** A supervisor gives the task to a person, or puts it into a group's queue. */
  async assign(ctx: TenantContext, command: HandOverCommand): Promise<TaskView> {
    return this.commands.run(
      ctx,
      'assign',
      command,
      (em, before) => this.handOver(em, before, command, 'assigned'),
      { locked: true },
    );
  }

  /** Names who may claim the task, in the place of all earlier candidates. */
  async nominate(ctx: TenantContext, command: NominateCommand): Promise<TaskView> {
    const { users = [], groups = [], reason } = command;
    if (users.length + groups.length === 0) throw invalid('/users', 'name at least one user or group');
    if (users.length + groups.length > 200) throw invalid('/users', 'name at most 200 users and groups');
    return this.commands.run(ctx, 'nominate', command, async (em, before) => {
      const resolved = await this.directory.resolveAssignees(em, { users: [...users], groups: [...groups] });
      requireWorkers(resolved.users.values());
      const ids = (map: ReadonlyMap<string, { id: string }>) => [
        ...new Set([...map.values()].map(({ id }) => id)),
      ];
      const named = { users: ids(resolved.users), groups: ids(resolved.groups) };
      const { candidates, details } = await this.votersAmong(em, before, named);
      if (candidates.users.some((id) => barredFrom(before).includes(id)))
        throw new RefusedError('task.target_excluded');
      const groupId = candidates.groups.length === 1 ? (candidates.groups[0] ?? null) : before.groupId;
      return {
        kind: 'nominated',
        note: checkedReason(reason),
        change: { candidates, groupId },
        details,
        write: (after) => checkVoters(em, after),
      };
    });
  }

  /** Raises the task's level. It is an event, not a state: the task can be claimed and completed as before. */
  async escalate(ctx: TenantContext, command: EscalateCommand): Promise<TaskView> {
    return this.commands.run(ctx, 'escalate', command, (em, before) => this.raise(em, before, command), {
      locked: true,
    });
  }

  /** On a task with a vote whoever stands in votes for those who are away. */
  private async votersAmong(em: EntityManager, task: TaskView, candidates: TaskView['candidates']) {
    if (!task.voting) return { candidates, details: {} };
    const now = this.clock.now();
    const { users, substitutes } = await withStandIns(
      em,
      task.tenantId,
      candidates.users,
      barredFrom(task),
      now,
    );
    const details = Object.keys(substitutes).length === 0 ? {} : { substitutes };
    return { candidates: { ...candidates, users }, details };
  }

  private async raise(em: EntityManager, before: TaskView, command: EscalateCommand): Promise<Plan> {
    const note = checkedReason(command.reason);
    const escalationLevel = before.escalationLevel + 1;
    if (command.to === undefined) {
      const details = { recipients: { supervisorsOf: supervisedGroups(before) } };
      return { kind: 'escalated', note, change: { escalationLevel }, details };
    }
    if (before.voting) throw await refusalError(em, 'voting', before, this.directory);
    const plan = await this.handOver(em, before, { ...command, to: command.to }, 'escalated');
    return { ...plan, change: { ...plan.change, escalationLevel } };
  }

  private async handOver(
    em: EntityManager,
    before: TaskView,
    { to, reason }: HandOverCommand,
    kind: string,
  ): Promise<Plan> {
    if ((to.user === undefined) === (to.group === undefined)) throw invalid('/to', 'name a user or a group');
    const target = await resolveTarget(em, this.directory, before, to);
    return { kind, note: checkedReason(reason), ...(await handedTo(em, before, target, this.clock.now())) };
  }
}

/** Does something between the owner of a delegated task and whoever holds it for them. */
async function betweenTheTwo(
  { ownerId, assigneeId }: TaskView,
  work: (owner: string, other: string) => Promise<void>,
): Promise<void> {
  if (ownerId !== null && assigneeId !== null) await work(ownerId, assigneeId);
}

/** @throws InvalidTaskCommandError when the new voters could not bring a vote to an approval */
async function checkVoters(em: EntityManager, task: TaskView): Promise<void> {
  const problem = task.quorum && (await quorumProblem(em, task, task.quorum));
  if (problem !== null) throw invalid('/users', problem);
}

/**
 * The task as if its creator were excluded: whoever sends away what they asked for gets it neither by name, nor as a
 * substitute, nor in turn.
 */
function withoutCreator(ctx: TenantContext, task: TaskView): TaskView {
  if (!isOnlyCreator(task, actorOf(ctx))) return task;
  return { ...task, excluded: [...task.excluded, ctx.principal.id] };
}
