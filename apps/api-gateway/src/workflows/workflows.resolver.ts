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
import { TasksService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { CatalogueService, type ExecutionView, WorkflowsService } from '@orkestra/workflows';
import { Ctx } from '../auth/ctx.decorator';
import type { GraphqlContext } from '../graphql/graphql-context';
import { toDomainFilter } from '../tasks/list/domain-filter';
import { Task } from '../tasks/task/task.type';
import { StartWorkflowInput } from './start-workflow.input';
import { WorkflowDefinition } from './workflow-definition.type';
import { StartWorkflowPayload, WorkflowExecution } from './workflow-execution.type';
import { WorkflowUpdates } from './workflow-updates.service';

@Resolver(() => WorkflowExecution)
export class WorkflowsResolver {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly catalogue: CatalogueService,
    private readonly tasksService: TasksService,
    private readonly updates: WorkflowUpdates,
  ) {}

  @Query(() => WorkflowExecution)
  async workflow(
    @Ctx() ctx: TenantContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ExecutionView> {
    return this.workflows.get(ctx, id);
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

  @ResolveField(() => [Task], {
    description: 'The tasks that the execution asked for, as far as the viewer may see them.',
  })
  async tasks(
    @Parent() execution: ExecutionView,
    @Ctx() ctx: TenantContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
  ): Promise<TaskView[]> {
    const filter = toDomainFilter(ctx.tenantId, { workflowId: execution.id });
    const page = await this.tasksService.list(ctx, filter, { first });
    return page.items;
  }
}
