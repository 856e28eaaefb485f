import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Logger, SystemDatabase, TenantDatabase } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AttachmentStorage } from './attachment-storage';
import { AttachmentStorageError } from './attachments.errors';
import { Inspection } from './inspection';
import { removeStray, type StrayFile } from './stray-files.store';

const SWEPT_AT_ONCE = 1_000;

/** The files behind attachments. Each is either noted as stray or belongs to an attachment, whatever crashes. */
@Injectable()
export class FileStore {
  private readonly logger: Logger;

  constructor(
    private readonly storage: AttachmentStorage,
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('attachments');
  }

  /** A place that nobody can guess, for a file that is about to come. */
  newFile({ tenantId }: TenantContext): StrayFile {
    return { tenantId, fileKey: `${tenantId}/${randomUUID()}` };
  }

  /**
   * Stores the content as it arrives and tells what passed.
   * @throws AttachmentTooLargeError, AttachmentStorageError, or what went wrong at the source
   */
  async write({ fileKey }: StrayFile, content: Readable, limit: number): Promise<Inspection> {
    const inspection = new Inspection(limit);
    let fault: Error | undefined;
    const source = async function* () {
      try {
        yield* content as AsyncIterable<Buffer>;
      } catch (error) {
        fault = error as Error;
        throw error;
      }
    };
    const stored = this.storage.put(fileKey, inspection).catch((error: Error) => {
      // The storage reads no more: without this the upload would wait for ever to write into the stream.
      inspection.destroy(error);
      throw error;
    });
    const [read, written] = await Promise.allSettled([pipeline(source, inspection), stored]);
    if (fault !== undefined) throw fault;
    if (read.status === 'rejected' && read.reason instanceof DomainError) throw read.reason;
    if (written.status === 'rejected') throw new AttachmentStorageError('stored', written.reason);
    if (read.status === 'rejected') throw read.reason as Error;
    return inspection;
  }

  /** @throws AttachmentStorageError */
  async read(fileKey: string): Promise<Readable> {
    try {
      return await this.storage.get(fileKey);
    } catch (error) {
      throw new AttachmentStorageError('read', error);
    }
  }

  /** Removes a file that no attachment has. What fails here the sweep does later. */
  async discard(ctx: TenantContext, file: StrayFile): Promise<void> {
    try {
      await this.database.run(ctx, (em) => removeStray(em, file, this.storage));
    } catch (error) {
      this.logger.warn({ err: error, fileKey: file.fileKey }, 'A stray file could not be removed yet');
    }
  }

  /** Removes a stray file; what goes wrong is thrown, and leaves it noted. */
  async removeNow(file: StrayFile): Promise<void> {
    await this.system.run((em) => removeStray(em, file, this.storage));
  }

  /** Removes stray files of all tenants that were noted longer ago than this; says how many. */
  async sweep(olderThanMs: number): Promise<number> {
    const files = await this.system.query<StrayFile>(
      `SELECT tenant_id AS "tenantId", file_key AS "fileKey" FROM stray_files
       WHERE noted_at < $1 ORDER BY noted_at LIMIT ${SWEPT_AT_ONCE}`,
      [new Date(this.clock.now().getTime() - olderThanMs)],
    );
    let removed = 0;
    for (const file of files) {
      try {
        if (await this.system.run((em) => removeStray(em, file, this.storage))) removed += 1;
      } catch (error) {
        this.logger.warn({ err: error, fileKey: file.fileKey }, 'A stray file could not be removed yet');
      }
    }
    return removed;
  }
}
