import { Injectable } from '@nestjs/common';
import { Clock, Ids, TenantDatabase } from '@orkestra/core';
import { isAdmin, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { holdOpen } from '../commands/hold-open.store';
import { TaskCommands } from '../commands/task-commands.service';
import { insertEvent } from '../task/task-event.store';
import { isClosed } from '../task/task-status';
import type { TaskView } from '../task/task-view';
import { TaskClosedError } from '../task/task.errors';
import {
  countAttachments,
  deleteAttachment,
  findAttachment,
  insertAttachment,
  listAttachments,
} from './attachment.store';
import type { AttachmentView, IncomingFile } from './attachment-view';
import { NotAttachmentOwnerError, TooManyAttachmentsError } from './attachments.errors';
import { contentTypeOf } from './content-type';
import { safeFileName } from './file-name';
import { FileStore } from './file-store.service';
import type { Inspection } from './inspection';
import { noteStray, type StrayFile, takeStray } from './stray-files.store';
import { RefusedError } from '../task/refused.errors';

export const LARGEST_ATTACHMENT = 25 * 1024 * 1024;
const MOST_ATTACHMENTS = 50;

export interface AttachmentKey {
  taskId: string;
  attachmentId: string;
}

/** Files beside tasks. The file is stored first and its row written second, so that a row always has its file. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly commands: TaskCommands,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Attaches a file to an open task that the principal may see. The content is stored as it arrives; its type is
   * told from the content, not from what the sender says.
   * @throws TaskNotFoundError, TaskClosedError, TooManyAttachmentsError
   * @throws AttachmentTooLargeError beyond 25 MB, `task.attachment_empty`, AttachmentStorageError
   */
  async add(ctx: TenantContext, taskId: string, file: IncomingFile): Promise<AttachmentView> {
    requireScope(ctx, 'tasks:write');
    const stray = this.files.newFile(ctx);
    await this.database.run(ctx, async (em) => {
      await this.roomOn(em, ctx, taskId);
      await noteStray(em, stray, this.clock.now());
    });
    try {
      const inspection = await this.files.write(stray, file.content, LARGEST_ATTACHMENT);
      if (inspection.bytes === 0) throw new RefusedError('task.attachment_empty');
      return await this.attach(ctx, taskId, stray, file, inspection);
    } catch (error) {
      await this.files.discard(ctx, stray);
      throw error;
    }
  }

  /**
   * An attachment, and its content once that is asked for.
   * @throws TaskNotFoundError, `task.attachment_not_found`
   */
  async open(
    ctx: TenantContext,
    { taskId, attachmentId }: AttachmentKey,
  ): Promise<{ attachment: AttachmentView; content: () => Promise<Readable> }> {
    requireScope(ctx, 'tasks:read');
    const found = await this.database.run(ctx, async (em) => {
      await this.commands.read(em, ctx, taskId);
      return findAttachment(em, ctx, taskId, attachmentId);
    });
    if (found === undefined) throw new RefusedError('task.attachment_not_found');
    const { fileKey, ...attachment } = found;
    return { attachment, content: () => this.files.read(fileKey) };
  }

  /**
   * The attachments of each task, oldest first; made for batching.
   * @param taskIds of tasks that the caller has read through `TasksService`, which decides who sees them
   */
  async list(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, AttachmentView[]>> {
    requireScope(ctx, 'tasks:read');
    return listAttachments(this.database.reader(ctx), ctx, taskIds);
  }

  /**
   * Deletes an attachment of an open task, and its file.
   * @throws `task.attachment_not_found`, TaskClosedError, NotAttachmentOwnerError unless the uploader or an admin does it
   */
  async remove(ctx: TenantContext, { taskId, attachmentId }: AttachmentKey): Promise<void> {
    requireScope(ctx, 'tasks:write');
    const { task, stray } = await this.database.run(ctx, async (em) => {
      await this.commands.read(em, ctx, taskId);
      // Locks the attachment before the task, as a completion does: so that neither waits for the other.
      const deleted = await deleteAttachment(em, ctx, taskId, attachmentId);
      if (deleted === undefined) throw new RefusedError('task.attachment_not_found');
      const task = await holdOpen(em, ctx, this.commands, taskId);
      const { uploadedBy, fileKey } = deleted;
      const isOwner = uploadedBy.kind === ctx.principal.kind && uploadedBy.id === ctx.principal.id;
      if (!isOwner && !isAdmin(ctx)) throw new NotAttachmentOwnerError(uploadedBy);
      const stray = { tenantId: ctx.tenantId, fileKey };
      await noteStray(em, stray, this.clock.now());
      await this.record(em, ctx, task, 'attachment_deleted', { before: deleted, after: null });
      return { task, stray };
    });
    await this.files.discard(ctx, stray);
    this.commands.tell(task, 'attachments_changed');
  }

  /**
   * Removes files that uploads and deletions left behind, of all tenants, for the reconciler; says how many.
   * @param olderThanMs longer than any upload takes, such as an hour
   */
  async removeOrphans(olderThanMs: number): Promise<number> {
    return this.files.sweep(olderThanMs);
  }

  private async attach(
    ctx: TenantContext,
    taskId: string,
    stray: StrayFile,
    { name, declaredType }: IncomingFile,
    inspection: Inspection,
  ): Promise<AttachmentView> {
    const row = {
      id: this.ids.next(),
      taskId,
      name: safeFileName(name),
      contentType: await contentTypeOf(inspection.head, declaredType),
      size: inspection.bytes,
      digest: inspection.digest(),
      fileKey: stray.fileKey,
      at: this.clock.now(),
    };
    const { task, attachment } = await this.database.run(ctx, async (em) => {
      await this.commands.lock(em, ctx, taskId);
      const task = await this.roomOn(em, ctx, taskId);
      if (!(await takeStray(em, stray))) throw new RefusedError('task.upload_too_slow');
      const attachment = await insertAttachment(em, ctx, row);
      await this.record(em, ctx, task, 'attachment_added', { before: null, after: attachment });
      return { task, attachment };
    });
    this.commands.tell(task, 'attachments_changed');
    return attachment;
  }

  /** @throws TooManyAttachmentsError when the task holds as many as it may; exact once the task is locked */
  private async roomOn(em: EntityManager, ctx: TenantContext, taskId: string): Promise<TaskView> {
    const task = await this.commands.read(em, ctx, taskId);
    if (isClosed(task.status)) throw new TaskClosedError(task.status);
    const count = await countAttachments(em, ctx, taskId);
    if (count >= MOST_ATTACHMENTS) throw new TooManyAttachmentsError(MOST_ATTACHMENTS);
    return task;
  }

  /** The line in the history: which file, by digest; never its name. */
  private async record(
    em: EntityManager,
    ctx: TenantContext,
    task: TaskView,
    kind: 'attachment_added' | 'attachment_deleted',
    { before, after }: { before: AttachmentView | null; after: AttachmentView | null },
  ): Promise<void> {
    const changes = {
      attachmentId: { before: before?.id ?? null, after: after?.id ?? null },
      fileDigest: { before: before?.digest ?? null, after: after?.digest ?? null },
    };
    await insertEvent(em, ctx, task, { kind, changes }, { clock: this.clock, ids: this.ids });
  }
}
