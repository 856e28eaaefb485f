import { Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { Config, DomainError, plainAddress } from '@orkestra/core';
import {
  type LinkedAction,
  linkedActions,
  type LinkedLook,
  MailAnswers,
  plainData,
  plainForm,
} from '@orkestra/notifications';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';
import { problemOf } from '../http/problem';
import { doorGuard } from '../auth/door.guard';
import { AnswerLinkInput } from './answer-link.input';
import { toldOf } from './answer.words';
import { ofFields, type Sent, sentIn } from './form-fields';
import { markup, sendHtml } from './html';
import { taskPage } from './task-page';

/**
 * Links in mails by which people answer a task. Only POST answers: whoever opens the link, such as a scanner of mails,
 * sees a page with a button.
 */
@Public()
@UseGuards(doorGuard('mailed'))
@Controller('api/v1/answers')
export class AnswerLinkController {
  constructor(
    private readonly answers: MailAnswers,
    private readonly config: Config,
  ) {}

  @Get()
  async look(@Query() input: AnswerLinkInput, @Res() response: Response): Promise<void> {
    await this.onPage(response, async () => {
      this.show(response, input, await this.answers.look(input.token));
    });
  }

  @Post()
  async answer(
    @Query() input: AnswerLinkInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.onPage(response, async () => {
      const sent = sentIn(request.body);
      const look = await this.answers.look(input.token);
      const action = actionIn(sent);
      if (action === undefined) return this.show(response, input, look);
      const form = look.kind === 'open' && look.form !== null ? plainForm(look.form) : null;
      const from = { remoteAddress: plainAddress(request.ip), userAgent: request.get('user-agent') };
      const outcome = await this.answers.answer(
        input.token,
        {
          action,
          reason: sent(action === 'reject' ? 'reason' : 'note')[0],
          data: form === null ? undefined : plainData(form, ofFields(sent)),
        },
        from,
      );
      if (outcome.kind === 'invalid' && look.kind === 'open') {
        const { message, fields } = outcome;
        return this.show(response, input, look, { problem: message, errors: fields, sent }, 422);
      }
      const title = 'task' in look ? look.task.title : '';
      const told = toldOf(outcome, title);
      this.tell(response, told, 'task' in outcome ? outcome.task.id : undefined);
    });
  }

  private show(
    response: Response,
    { token, do: first }: AnswerLinkInput,
    look: LinkedLook,
    more: { problem?: string; errors?: readonly { pointer: string; message: string }[]; sent?: Sent } = {},
    status = 200,
  ): void {
    if (look.kind !== 'open') {
      const outcome = look.kind === 'changed' ? { ...look, code: 'answers.changed', message: '' } : look;
      return this.tell(response, toldOf(outcome, ''), 'task' in look ? look.task.id : undefined);
    }
    const actions = linkedActions(look).sort((one, other) => Number(other === first) - Number(one === first));
    if (actions.length === 0) {
      const text = 'There is nothing that you can answer here. Sign in to see the task.';
      return this.tell(response, { title: look.task.title, text, status: 200 }, look.task.id);
    }
    const target = `/api/v1/answers?token=${encodeURIComponent(token)}`;
    const body = markup`${taskPage(look, { target, actions, ...more })}
      <p class="dim">
        You answer by a link that was sent to you.
        <a href="${this.urlOf(look.task.id)}">Open the task in Orkestra</a>
      </p>`;
    sendHtml(response, { title: look.task.title, body, status });
  }

  private tell(
    response: Response,
    { title, text, status }: { title: string; text: string; status: number },
    taskId?: string,
  ): void {
    const link = taskId === undefined ? this.config.PUBLIC_URL : this.urlOf(taskId);
    const body = markup`<h1>${title}</h1>
      <p role="status">${text}</p>
      <p><a href="${link}">Open Orkestra</a></p>`;
    sendHtml(response, { title, body, status });
  }

  private urlOf(taskId: string): string {
    return `${this.config.PUBLIC_URL}/tasks/${taskId}`;
  }

  /** A person sees a page also of what goes wrong. */
  private async onPage(response: Response, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const status = problemOf(error)?.status ?? 500;
      this.tell(response, { title: 'This does not work', text: error.message, status });
    }
  }
}

function actionIn(sent: Sent): LinkedAction | undefined {
  const [action] = sent('action');
  return action === 'approve' || action === 'reject' || action === 'complete' ? action : undefined;
}
