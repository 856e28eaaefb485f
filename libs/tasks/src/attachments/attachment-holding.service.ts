import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, queryRows, TenantDatabase } from '@orkestra/core';
import { type TenantHolding, TenantHoldings } from '@orkestra/tenancy';
import type { Readable } from 'node:stream';
import { FileStore } from './file-store.service';
import type { StrayFile } from './stray-files.store';

const FILES_AT_ONCE = 200;

/** The files of a tenant's tasks, for its export and for its deletion. */
@Injectable()
export class AttachmentHolding implements TenantHolding, OnModuleInit {
  readonly name = 'files';

  constructor(
    private readonly holdings: TenantHoldings,
    private readonly database: TenantDatabase,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  async *files(tenantId: string): AsyncGenerator<{ path: string; open(): Promise<Readable> }> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const last = after;
      const page = await this.database.query<{ id: string; taskId: string; name: string; fileKey: string }>(
        { tenantId },
        PAGE,
        [tenantId, last],
      );
      for (const { id, taskId, name, fileKey } of page) {
        const path = `files/${taskId}/${id}/${safe(name)}`;
        yield { path, open: () => this.store.read(fileKey) };
      }
      after = page.at(-1)?.id ?? last;
      if (page.length < FILES_AT_ONCE) return;
    }
  }

  /** First every file becomes a stray one, with its attachment gone; strays are then removed one by one. */
  async remove(tenantId: string): Promise<{ removed: number; more: boolean }> {
    const strays = await this.database.run({ tenantId }, async (em) => {
      await queryRows(em, MADE_STRAY, [tenantId, this.clock.now()]);
      return queryRows<StrayFile>(em, STRAYS, [tenantId]);
    });
    for (const file of strays) await this.store.removeNow(file);
    return { removed: strays.length, more: strays.length > 0 };
  }
}

/** As part of a path in a zip. */
function safe(name: string): string {
  const plain = name.replace(/[\\/:\0]/g, '_');
  return /^\.*$/.test(plain) ? 'file' : plain;
}

const PAGE = `
  SELECT id, task_id AS "taskId", name, file_key AS "fileKey" FROM task_attachments
  WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT ${FILES_AT_ONCE}`;

const MADE_STRAY = `
  WITH deleted AS (
    DELETE FROM task_attachments WHERE tenant_id = $1 AND id IN
      (SELECT id FROM task_attachments WHERE tenant_id = $1 LIMIT ${FILES_AT_ONCE}) RETURNING file_key)
  INSERT INTO stray_files (tenant_id, file_key, noted_at) SELECT $1, file_key, $2 FROM deleted`;

const STRAYS = `
  SELECT tenant_id AS "tenantId", file_key AS "fileKey" FROM stray_files WHERE tenant_id = $1 LIMIT ${FILES_AT_ONCE}`;
