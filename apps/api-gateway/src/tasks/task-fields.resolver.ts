import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  actorOf,
  allowedActions,
  type DeliveryStatus,
  type TaskAction,
  type TaskStepView,
  type TaskView,
} from '@orkestra/tasks';
import { type Connection, toConnection } from '../graphql/connection';
import { JsonScalar } from '../graphql/json.scalar';
import { Actor, type PrincipalKind } from '../people/actor.type';
import { Group } from '../people/group.type';
import type { PeopleLoaders } from '../people/people.loaders';
import { User } from '../people/user.type';
import { TaskApproval } from './approvals/task-approval.type';
import { TaskEvent, TaskEventConnection } from './history/task-event.type';
import { TaskStep } from './sla/task-step.type';
import { DeliveryStatusEnum, TaskActionEnum, type TaskOutcome } from './task/task-enums.type';
import { Task, TaskCandidates, TaskDecision, TaskForm } from './task/task.type';
import type { TaskLoaders } from './task/tasks.loaders';
import type { FieldContext } from '../graphql/graphql-context';

type Loaders = PeopleLoaders & TaskLoaders;

/** The outcomes that somebody decided; the others have no decision. */
const DECIDED: readonly (string | null)[] = ['completed', 'approved', 'rejected'];

/** The fields of a task that need another look-up; each is batched over all tasks of the answer. */
@Resolver(() => Task)
export class TaskFieldsResolver {
  @ResolveField(() => User, { nullable: true, description: 'Who holds the task.' })
  assignee(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<User | null> | null {
    return task.assigneeId === null ? null : loaders.users.load(task.assigneeId);
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who delegated the task to its assignee, and gets it back.',
  })
  owner(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<User | null> | null {
    return task.ownerId === null ? null : loaders.users.load(task.ownerId);
  }

  @ResolveField(() => TaskCandidates, { description: 'Who may claim the task.' })
  async candidates(
    { candidates }: TaskView,
    _args: unknown,
    { loaders }: FieldContext<Loaders>,
  ): Promise<TaskCandidates> {
    const [users, groups] = await Promise.all([
      Promise.all(candidates.users.map((id) => loaders.users.load(id))),
      Promise.all(candidates.groups.map((id) => loaders.groups.load(id))),
    ]);
    return {
      users: users.filter((user) => user !== null),
      groups: groups.filter((group) => group !== null),
    };
  }

  @ResolveField(() => [User], { description: 'Who may never act on the task, whatever else they are.' })
  async excluded(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<User[]> {
    const users = await Promise.all(task.excluded.map((id) => loaders.users.load(id)));
    return users.filter((user) => user !== null);
  }

  @ResolveField(() => TaskApproval, {
    nullable: true,
    description: 'Set where people approve or reject something in place of filling in a form alone.',
  })
  approval(task: TaskView): TaskView | null {
    return task.approval ? task : null;
  }

  @ResolveField(() => [TaskStep], {
    description: 'What the task will do by itself as time passes, the next first.',
  })
  async steps(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<TaskStepView[]> {
    return task.closedAt === null ? ((await loaders.steps.load(task.id)) ?? []) : [];
  }

  @ResolveField(() => TaskStep, { nullable: true, description: 'The first of `steps`.' })
  async nextStep(
    task: TaskView,
    args: unknown,
    context: FieldContext<Loaders>,
  ): Promise<TaskStepView | null> {
    return (await this.steps(task, args, context))[0] ?? null;
  }

  @ResolveField(() => Group, { nullable: true, description: 'The queue that the task is in.' })
  group(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<Group | null> | null {
    return task.groupId === null ? null : loaders.groups.load(task.groupId);
  }

  @ResolveField(() => Actor)
  async createdBy(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<Actor> {
    const { kind, id } = task.createdBy;
    const displayName = kind === 'system' ? 'Orkestra' : await loaders.names.load(id);
    return { kind: kind as PrincipalKind, id, displayName: displayName ?? 'Unknown' };
  }

  @ResolveField(() => TaskForm, { nullable: true })
  async form(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<TaskForm | null> {
    const payloads = await loaders.payloads.load(task.id);
    return payloads?.form ?? null;
  }

  @ResolveField(() => JsonScalar, { nullable: true, description: 'What the person needs to know to decide.' })
  async context(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<unknown> {
    const payloads = await loaders.payloads.load(task.id);
    return payloads?.context ?? null;
  }

  @ResolveField(() => TaskDecision, {
    nullable: true,
    description: 'What ended the task, where somebody decided it; of a vote the last one.',
  })
  async decision(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<Loaders>,
  ): Promise<TaskDecision | null> {
    if (!DECIDED.includes(task.outcome)) return null;
    const [decision, payloads] = await Promise.all([
      loaders.decisions.load(task.id),
      loaders.payloads.load(task.id),
    ]);
    if (decision === null) return null;
    return { ...decision, outcome: task.outcome as TaskOutcome, data: payloads?.result ?? null };
  }

  @ResolveField(() => DeliveryStatusEnum, {
    nullable: true,
    description: 'Null while the task is open and where no workflow waits for it.',
  })
  async delivery(
    task: TaskView,
    _args: unknown,
    { loaders }: FieldContext<Loaders>,
  ): Promise<DeliveryStatus | null> {
    return task.closedAt === null || task.workflowId === null ? null : loaders.deliveries.load(task.id);
  }

  @ResolveField(() => [TaskActionEnum], { description: 'What the viewer may do now; draw buttons from it.' })
  allowedActions(task: TaskView, _args: unknown, { ctx }: FieldContext): TaskAction[] {
    return allowedActions(task, actorOf(ctx));
  }

  @ResolveField(() => TaskEventConnection, { description: 'The history, oldest first.' })
  async events(
    @Parent() { id }: TaskView,
    @Context('loaders') loaders: Loaders,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<TaskEvent>> {
    return toConnection(await loaders.events.load({ of: id, page: { first, after } }), { after });
  }
}
