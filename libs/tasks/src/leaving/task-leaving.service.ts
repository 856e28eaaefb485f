import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Ids } from '@orkestra/core';
import {
  type Departure,
  type LeavingListener,
  type LeavingPerson,
  PersonLeaves,
  substituteOf,
  type TenantContext,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { TaskCommands } from '../commands/task-commands.service';
import { countRulesOf, endRulesOf } from '../tool-approvals/standing-rule.store';
import { noteEndedRules } from '../tool-approvals/ended-rules.store';
import { departureOf } from './departure-of';
import { destinationOf, kindOf } from './left-task';
import { lockTasksOf, tasksOf } from './left-tasks.queries';
import { handOnTasks, type LeftTo } from './left-tasks.store';

/** What becomes of the tasks and standing permissions of somebody who leaves. */
@Injectable()
export class TaskLeaving implements LeavingListener, OnModuleInit {
  constructor(
    private readonly leaves: PersonLeaves,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.leaves.register(this);
  }

  async foretell(em: EntityManager, ctx: TenantContext, person: LeavingPerson): Promise<Departure> {
    const left = await this.leftTo(em, ctx, person);
    return departureOf(left, await countRulesOf(em, ctx, person.id, this.clock.now()));
  }

  async leave(
    em: EntityManager,
    ctx: TenantContext,
    person: LeavingPerson,
  ): Promise<{ departure: Departure; afterwards: () => void }> {
    await lockTasksOf(em, ctx.tenantId, person.id);
    const left = await this.leftTo(em, ctx, person);
    await handOnTasks(em, ctx, person, left, this.clockAndIds);
    const ended = await endRulesOf(em, ctx, person.id, this.clock.now());
    const told = await noteEndedRules(em, ctx, ended, this.clockAndIds);
    const afterwards = () => {
      for (const { task, destination } of left) {
        const changed = { ...task, tenantId: ctx.tenantId, revision: task.revision + 1 };
        this.commands.tell(changed, kindOf(destination));
      }
      for (const task of told) this.commands.tell(task, 'rule_revoked');
    };
    return { departure: departureOf(left, ended.length), afterwards };
  }

  private get clockAndIds() {
    return { clock: this.clock, ids: this.ids };
  }

  private async leftTo(em: EntityManager, ctx: TenantContext, { id }: LeavingPerson): Promise<LeftTo[]> {
    const { substituteId } = await substituteOf(em, ctx.tenantId, id, this.clock.now());
    const tasks = await tasksOf(em, ctx.tenantId, id, substituteId);
    return tasks.map((task) => ({ task, destination: destinationOf(task, id, substituteId) }));
  }
}
