import { Query, Resolver } from '@nestjs/graphql';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { Viewer } from './viewer.type';
import { ViewerService } from './viewer.service';

@Resolver()
export class ViewerResolver {
  constructor(private readonly viewers: ViewerService) {}

  @Query(() => Viewer)
  async viewer(@Ctx() ctx: TenantContext): Promise<Viewer> {
    return this.viewers.describe(ctx);
  }
}
