import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { TenantContext } from '@orkestra/tenancy';
import { type ExecutionView, WorkflowControlService, WorkflowRestartService } from '@orkestra/workflows';
import { Ctx } from '../auth/ctx.decorator';
import { CancelWorkflowInput, RestartWorkflowInput, SignalWorkflowInput } from './workflow-control.input';
import { WorkflowPayload } from './workflow-execution.type';

@Resolver()
export class WorkflowControlResolver {
  constructor(
    private readonly control: WorkflowControlService,
    private readonly restarts: WorkflowRestartService,
  ) {}

  @Mutation(() => WorkflowPayload, {
    description: 'Sends a signal to a running workflow: one that the viewer started, or any for an admin.',
  })
  async signalWorkflow(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SignalWorkflowInput,
  ): Promise<{ workflow: ExecutionView }> {
    return { workflow: await this.control.signal(ctx, input) };
  }

  @Mutation(() => WorkflowPayload, {
    description: 'Asks a running workflow to end: one that the viewer started, or any for an admin.',
  })
  async cancelWorkflow(
    @Ctx() ctx: TenantContext,
    @Args('input') input: CancelWorkflowInput,
  ): Promise<{ workflow: ExecutionView }> {
    return { workflow: await this.control.cancel(ctx, input) };
  }

  @Mutation(() => WorkflowPayload, {
    description:
      'Starts a workflow again that Temporal has lost, from its beginning, with the same id and input.',
  })
  async restartWorkflow(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RestartWorkflowInput,
  ): Promise<{ workflow: ExecutionView }> {
    return { workflow: await this.restarts.restart(ctx, input.id) };
  }
}
