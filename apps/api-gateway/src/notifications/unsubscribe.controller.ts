import { Controller, Get, HttpCode, Post, Query, Res, UseGuards } from '@nestjs/common';
import { UnsubscribeService } from '@orkestra/notifications';
import type { Response } from 'express';
import { doorGuard } from '../auth/door.guard';
import { Public } from '../auth/public.decorator';
import { sendPage } from './unsubscribe-page';
import { UnsubscribeInput } from './unsubscribe.input';

/**
 * One click in a mail turns off mails like it (RFC 8058). Only POST does: a scanner that opens the link sees a page with
 * a button.
 */
@Public()
@UseGuards(doorGuard('mailed'))
@Controller('api/v1/notifications/unsubscribe')
export class UnsubscribeController {
  constructor(private readonly service: UnsubscribeService) {}

  @Get()
  look(@Query() { token }: UnsubscribeInput, @Res() response: Response): void {
    this.service.look(token);
    sendPage(response, 'Do you want no more mails of this kind from Orkestra?', token);
  }

  @Post()
  @HttpCode(200)
  async use(@Query() { token }: UnsubscribeInput, @Res() response: Response): Promise<void> {
    await this.service.use(token);
    sendPage(response, 'You get no more mails of this kind. Under Notifications you can choose again.');
  }
}
