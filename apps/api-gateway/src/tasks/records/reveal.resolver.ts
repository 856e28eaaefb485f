import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { RevealService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { RevealTaskInput } from './reveal-task.input';
import { RevealTaskPayload } from './reveal-task.type';

@Resolver()
export class RevealResolver {
  constructor(private readonly service: RevealService) {}

  @Mutation(() => RevealTaskPayload, {
    description:
      'Shows one sensitive value, and writes that into the audit log. For people who may decide the task now, and for owners, admins and auditors.',
  })
  async revealTask(
    @Ctx() ctx: TenantContext,
    @Args('input') { taskId, path, reason }: RevealTaskInput,
  ): Promise<RevealTaskPayload> {
    return this.service.reveal(ctx, { taskId, path, reason: reason ?? undefined });
  }
}
