import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type DeletionRequest,
  type TenantContext,
  TenantDeletion,
  WorkspaceService,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  ConfirmWorkspaceDeletionInput,
  RequestWorkspaceDeletionInput,
  SetWorkspaceLogoInput,
  UpdateWorkspaceInput,
} from './workspace.input';
import {
  CancelWorkspaceDeletionPayload,
  ConfirmWorkspaceDeletionPayload,
  RequestWorkspaceDeletionPayload,
  SetWorkspaceLogoPayload,
  toWorkspace,
  UpdateWorkspacePayload,
  Workspace,
} from './workspace.type';

@Resolver(() => Workspace)
export class WorkspaceResolver {
  constructor(
    private readonly workspaces: WorkspaceService,
    private readonly deletion: TenantDeletion,
  ) {}

  @Query(() => Workspace)
  async workspace(@Ctx() ctx: TenantContext): Promise<Workspace> {
    return toWorkspace(await this.workspaces.get(ctx));
  }

  @Mutation(() => UpdateWorkspacePayload, {
    description: 'Name, language, time zone and colour. For tenant admins.',
  })
  async updateWorkspace(
    @Ctx() ctx: TenantContext,
    @Args('input') { name, ...rest }: UpdateWorkspaceInput,
  ): Promise<UpdateWorkspacePayload> {
    await this.workspaces.update(ctx, { ...rest, name: name ?? undefined });
    return this.read(ctx);
  }

  @Mutation(() => SetWorkspaceLogoPayload, { description: 'For tenant admins.' })
  async setWorkspaceLogo(
    @Ctx() ctx: TenantContext,
    @Args('input') { image }: SetWorkspaceLogoInput,
  ): Promise<SetWorkspaceLogoPayload> {
    await this.workspaces.setLogo(ctx, image == null ? null : Buffer.from(image, 'base64'));
    return this.read(ctx);
  }

  @Mutation(() => RequestWorkspaceDeletionPayload, {
    description: 'Asks to delete the workspace; nothing happens until the same owner confirms it.',
  })
  async requestWorkspaceDeletion(
    @Ctx() ctx: TenantContext,
    @Args('input') { slug }: RequestWorkspaceDeletionInput,
  ): Promise<DeletionRequest> {
    return this.deletion.request(ctx, slug);
  }

  @Mutation(() => ConfirmWorkspaceDeletionPayload, {
    description:
      'No new work is taken from now on, and everything is deleted at `deleteAt`, unless an owner takes it back.',
  })
  async confirmWorkspaceDeletion(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ConfirmWorkspaceDeletionInput,
  ): Promise<ConfirmWorkspaceDeletionPayload> {
    await this.deletion.confirm(ctx, input);
    return this.read(ctx);
  }

  @Mutation(() => CancelWorkspaceDeletionPayload, { description: 'Takes the deletion back. For owners.' })
  async cancelWorkspaceDeletion(@Ctx() ctx: TenantContext): Promise<CancelWorkspaceDeletionPayload> {
    await this.deletion.cancel(ctx);
    return this.read(ctx);
  }

  private async read(ctx: TenantContext): Promise<{ workspace: Workspace }> {
    return { workspace: toWorkspace(await this.workspaces.get(ctx)) };
  }
}
