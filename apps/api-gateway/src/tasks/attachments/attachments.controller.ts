import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  AttachmentsService,
  AttachmentTooLargeError,
  type IncomingFile,
  LARGEST_ATTACHMENT,
} from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Ctx } from '../../auth/ctx.decorator';
import { BodyError } from '../../http/body-error';
import { type TaskAttachment, toAttachment } from './attachment.type';
import { receiveFile } from './multipart-file';
import { OwnSiteGuard } from './own-site.guard';
import { sendAttachment } from './send-attachment';

/** The boundaries and headers that a form puts around its file. */
const FORM_BYTES = 64 * 1024;

@Controller('api/v1/tasks/:taskId/attachments')
@UseGuards(OwnSiteGuard)
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  /** Attaches the file of the form field `file` to the task. */
  @Post()
  async upload(
    @Ctx() ctx: TenantContext,
    @Param('taskId') taskId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TaskAttachment> {
    const tooLarge = Number(request.get('content-length')) > LARGEST_ATTACHMENT + FORM_BYTES;
    const attachment = await receiveFile(request, async (file: IncomingFile) => {
      if (tooLarge) throw new AttachmentTooLargeError(LARGEST_ATTACHMENT);
      return this.attachments.add(ctx, taskId, file);
    }).catch((error: unknown) => {
      if (!(error instanceof AttachmentTooLargeError)) throw error;
      throw new BodyError(413, error.code, error.message);
    });
    const body = toAttachment(attachment);
    response.location(body.url);
    return body;
  }

  /** The file, always to be saved and never to be shown. */
  @Get(':attachmentId')
  async download(
    @Ctx() ctx: TenantContext,
    @Param('taskId') taskId: string,
    @Param('attachmentId') attachmentId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { attachment, content } = await this.attachments.open(ctx, { taskId, attachmentId });
    await sendAttachment(request, response, attachment, content);
  }

  /** Deletes the attachment and its file. */
  @Delete(':attachmentId')
  @HttpCode(204)
  async remove(
    @Ctx() ctx: TenantContext,
    @Param('taskId') taskId: string,
    @Param('attachmentId') attachmentId: string,
  ): Promise<void> {
    await this.attachments.remove(ctx, { taskId, attachmentId });
  }
}
