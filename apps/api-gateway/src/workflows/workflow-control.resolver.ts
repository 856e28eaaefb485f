import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { TenantContext } from '@orkestra/tenancy';
import { type ExecutionView, WorkflowControlService } from '@orkestra/workflows';
import { Ctx } from '../auth/ctx.decorator';
import { CancelWorkflowInput, SignalWorkflowInput } from './workflow-control.input';
import { WorkflowPayload } from './workflow-execution.type';

@Resolver()
export class WorkflowControlResolver {
  constructor(private readonly control: WorkflowControlService) {}

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
}
