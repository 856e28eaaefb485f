import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Ids } from '@orkestra/core';
import {
  type EndingGroup,
  type EndingListener,
  GroupEnds,
  GroupVoteError,
  type TenantContext,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { TaskCommands } from '../commands/task-commands.service';
import { quorumProblem } from '../voting/voters.queries';
import { countTasksOfGroup, lockTasksOfGroup, moveTasksOfGroup, votesOfGroup } from './group-tasks.store';

/** What becomes of the tasks of a group that is deleted. */
@Injectable()
export class GroupEnding implements EndingListener, OnModuleInit {
  constructor(
    private readonly ends: GroupEnds,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.ends.register(this);
  }

  async count(em: EntityManager, { tenantId }: TenantContext, groupId: string): Promise<number> {
    return countTasksOfGroup(em, tenantId, groupId);
  }

  async hold(em: EntityManager, { tenantId }: TenantContext, groupId: string): Promise<void> {
    await lockTasksOfGroup(em, tenantId, groupId);
  }

  /** @throws GroupVoteError where a vote could not be won any more */
  async move(
    em: EntityManager,
    ctx: TenantContext,
    from: EndingGroup,
    to: EndingGroup,
  ): Promise<{ moved: number; afterwards: () => void }> {
    await lockTasksOfGroup(em, ctx.tenantId, from.id);
    const votes = await votesOfGroup(em, ctx.tenantId, from.id);
    const tasks = await moveTasksOfGroup(em, ctx, from, to, { clock: this.clock, ids: this.ids });
    for (const { candidates, ...vote } of votes) {
      const groups = [...new Set(candidates.groups.map((id) => (id === from.id ? to.id : id)))];
      const task = { ...vote, candidates: { ...candidates, groups } };
      if (vote.quorum !== null && (await quorumProblem(em, task, vote.quorum)) !== null) {
        throw new GroupVoteError(vote.id);
      }
    }
    const afterwards = () => tasks.forEach((task) => this.commands.tell(task, 'reassigned'));
    return { moved: tasks.length, afterwards };
  }
}
