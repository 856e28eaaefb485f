import { Controller, Get, Res } from '@nestjs/common';
import {
  actorFrom,
  requireScope,
  type TenantContext,
  TenantExport,
  WorkspaceService,
} from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Ctx } from '../auth/ctx.decorator';

const EXPORTS = ['/api/v1/tenant/export', '/api/v1/audit/export'];

/** An export is given an hour, in which it is read as fast as it is taken. */
export function isExport({ path }: Pick<Request, 'path'>): boolean {
  return EXPORTS.includes(path);
}

@Controller('api/v1/tenant')
export class TenantController {
  constructor(
    private readonly exports: TenantExport,
    private readonly workspaces: WorkspaceService,
  ) {}

  /** Everything that the workspace holds, as a zip that is written while it is read. */
  @Get('export')
  async export(@Ctx() ctx: TenantContext, @Res() response: Response): Promise<void> {
    requireScope(ctx, 'tenant:export');
    const { slug } = await this.workspaces.get(ctx);
    try {
      await this.exports.stream(actorFrom(ctx), response, () => {
        response.attachment(`${slug}-${new Date().toISOString().slice(0, 10)}.zip`);
        response.set({ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' });
      });
    } catch (error) {
      // Before the first byte it is answered as any error; after it the answer ends without its last part.
      if (!response.headersSent && !response.destroyed) throw error;
    }
  }

  @Get('logo')
  async logo(@Ctx() ctx: TenantContext, @Res() response: Response): Promise<void> {
    const logo = await this.workspaces.logo(ctx);
    if (logo === undefined) return void response.status(404).end();
    response.set({
      'content-type': logo.type,
      'cache-control': 'private, max-age=86400',
      'content-security-policy': 'sandbox',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    response.end(logo.bytes);
  }
}
