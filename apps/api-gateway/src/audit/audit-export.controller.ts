import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import { actorFrom, AuditExport, AuditSeals, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { Response } from 'express';
import { Ctx } from '../auth/ctx.decorator';
import { AuditExportQuery } from './audit-export.input';

@Controller('api/v1/audit')
export class AuditExportController {
  constructor(
    private readonly exports: AuditExport,
    private readonly seals: AuditSeals,
    private readonly clock: Clock,
  ) {}

  /** The sealed audit log as JSON lines, written while it is read: for owners, admins and auditors. */
  @Get('export')
  async export(
    @Ctx() ctx: TenantContext,
    @Query() { since, until }: AuditExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    requireScope(ctx, 'audit:read');
    await this.seals.seal(ctx.tenantId);
    const lines = this.exports.lines(actorFrom(ctx), { since: momentOf(since), until: momentOf(until) });
    // Until the first line is there, what is wrong is answered as any error.
    const first = await lines.next();
    response.attachment(`audit-${this.clock.now().toISOString().slice(0, 10)}.jsonl`);
    response.set({
      'content-type': 'application/jsonl',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    // Broken off, it ends without its last checkpoint, which whoever checks it sees.
    await pipeline(Readable.from(fromFirst(first, lines)), response).catch(() => undefined);
  }
}

function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

async function* fromFirst(first: IteratorResult<string>, rest: AsyncGenerator<string>) {
  if (first.done === true) return;
  try {
    yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
