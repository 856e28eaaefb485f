import {
  Args,
  Context,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import type { TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import {
  CatalogueService,
  type ExecutionView,
  temporalWorkflowId,
  WorkflowsService,
} from '@orkestra/workflows';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import type { GraphqlContext, FieldContext } from '../graphql/graphql-context';
import type { PeopleLoaders } from '../people/people.loaders';
import { User } from '../people/user.type';
import { Task } from '../tasks/task/task.type';
import { StartWorkflowInput } from './start-workflow.input';
import { WorkflowConnection } from './workflow-connection.type';
import { WorkflowDefinition } from './workflow-definition.type';
import { StartWorkflowPayload, WorkflowExecution } from './workflow-execution.type';
import type { WorkflowLoaders } from './workflows.loaders';
import { WorkflowFilter } from './workflow-filter.input';
import { WorkflowUpdates } from './workflow-updates.service';

@Resolver(() => WorkflowExecution)
export class WorkflowsResolver {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly catalogue: CatalogueService,
    private readonly updates: WorkflowUpdates,
  ) {}

  @Query(() => WorkflowExecution, {
    description:
      'One that the viewer started, or of which they see a task; admins and programs see every one.',
  })
  async workflow(
    @Ctx() ctx: TenantContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ExecutionView> {
    return this.workflows.get(ctx, id);
  }

  @Query(() => WorkflowConnection, {
    description:
      'The executions that the viewer may see, the latest start first. A page can be short and yet not the last: go on while there is a next one.',
  })
  async workflowExecutions(
    @Ctx() ctx: TenantContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    // Optional rather than `| null`, which would hide the class from whatever checks the argument.
    @Args('filter', { type: () => WorkflowFilter, nullable: true }) filter?: WorkflowFilter,
  ): Promise<Connection<ExecutionView>> {
    return toConnection(await this.workflows.list(ctx, filter ?? {}, { first, after }), { after });
  }

  @Query(() => [WorkflowDefinition], { description: 'What `startWorkflow` can start.' })
  async workflowDefinitions(@Ctx() ctx: TenantContext): Promise<WorkflowDefinition[]> {
    return this.catalogue.list(ctx);
  }

  @Mutation(() => StartWorkflowPayload)
  async startWorkflow(
    @Ctx() ctx: TenantContext,
    @Args('input') input: StartWorkflowInput,
  ): Promise<{ workflow: ExecutionView }> {
    return { workflow: await this.workflows.start(ctx, input) };
  }

  @Subscription(() => WorkflowExecution, {
    description: 'The execution as it is now and whenever it changes; ends when the execution has ended.',
  })
  async workflowUpdated(
    @Context() context: GraphqlContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AsyncIterableIterator<{ workflowUpdated: ExecutionView }>> {
    return this.updates.watch(context, id);
  }

  @ResolveField(() => User, { nullable: true, description: 'The person for whom it was started.' })
  async onBehalfOf(
    { onBehalfOf }: ExecutionView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<User | null> {
    return onBehalfOf === null ? null : loaders.users.load(onBehalfOf);
  }

  @ResolveField(() => [Task], {
    description: 'The tasks that the execution asked for, as far as the viewer may see them.',
  })
  async tasks(
    @Parent() { id }: ExecutionView,
    @Ctx() { tenantId }: TenantContext,
    @Context('loaders') loaders: WorkflowLoaders,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
  ): Promise<TaskView[]> {
    return (
      (await loaders.workflowTasks.load({ of: temporalWorkflowId(tenantId, id), page: { first } })) ?? []
    );
  }
}
