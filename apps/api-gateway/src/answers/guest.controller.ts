import { randomUUID } from 'node:crypto';
import { Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { Config, DomainError, type FieldError, plainAddress } from '@orkestra/core';
import {
  GUEST_ACTIONS,
  type GuestAction,
  GuestAnswers,
  GuestSessions,
  type KnownGuest,
  type OpenTask,
  plainData,
  plainForm,
} from '@orkestra/notifications';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';
import { doorGuard } from '../auth/door.guard';
import { problemOf } from '../http/problem';
import { toldOf } from './answer.words';
import { ofFields, type Sent, sentIn } from './form-fields';
import { guestCookieOf, setGuestCookie } from './guest-cookie';
import { GuestLinkInput } from './guest-link.input';
import { markup, sendHtml } from './html';
import { minute, taskPage } from './task-page';

const TASK_PATH = '/api/v1/guest/task';

/**
 * Pages of guests: the link shows who invites, pressing its button changes it for a session, and the session opens the one
 * task. Only POST uses the link up or answers.
 */
@Public()
@UseGuards(doorGuard('mailed'))
@Controller('api/v1/guest')
export class GuestController {
  constructor(
    private readonly sessions: GuestSessions,
    private readonly answers: GuestAnswers,
    private readonly config: Config,
  ) {}

  @Get()
  async look(@Query() { token }: GuestLinkInput, @Res() response: Response): Promise<void> {
    await onPage(response, async () => {
      const { name, invitedBy, workspace, expiresAt } = await this.sessions.look(token);
      const target = `/api/v1/guest?token=${encodeURIComponent(token)}`;
      const who = invitedBy ?? 'Somebody';
      const body = markup`<h1>Hello ${name}</h1><p>${who} of ${workspace} asks you for an answer.</p>
        <p class="dim">This link works once, in this browser, and what it opens stays open until ${minute(expiresAt)}.</p>
        <form method="post" action="${target}"><button>Open it</button></form>`;
      sendHtml(response, { title: 'Invitation', body });
    });
  }

  @Post()
  async open(
    @Query() { token }: GuestLinkInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await onPage(response, async () => {
      const { session, guest } = await this.sessions.open(token, originOf(request));
      const secure = this.config.PUBLIC_URL.startsWith('https:');
      setGuestCookie(response, session, { expires: guest.expiresAt, secure });
      response.redirect(303, TASK_PATH);
    });
  }

  @Get('task')
  async task(@Req() request: Request, @Res() response: Response): Promise<void> {
    await onPage(response, async () => {
      const guest = await this.sessions.by(guestCookieOf(request));
      if (guest === undefined) return tellEnded(response);
      await this.show(response, guest);
    });
  }

  @Post('task')
  async answer(@Req() request: Request, @Res() response: Response): Promise<void> {
    await onPage(response, async () => {
      const guest = await this.sessions.by(guestCookieOf(request));
      if (guest === undefined) return tellEnded(response);
      const sent = sentIn(request.body);
      const action = GUEST_ACTIONS.find((one) => one === sent('action')[0]);
      const look = await this.answers.look(guest);
      if (action === undefined) return this.show(response, guest);
      const form = look.kind === 'open' && look.form !== null ? plainForm(look.form) : null;
      const given = {
        ...{ action, text: sent(TEXTS[action])[0], key: sent('key')[0] ?? '' },
        data: form === null ? undefined : plainData(form, ofFields(sent)),
        expectedRevision: Number(sent('revision')[0]),
      };
      const outcome = await this.answers.answer(guest, given, originOf(request));
      if (outcome.kind === 'invalid') {
        const { message, fields } = outcome;
        return this.show(response, guest, { problem: message, errors: fields, sent });
      }
      if (outcome.kind === 'done' && action === 'comment')
        return this.show(response, guest, { notice: 'Your comment is there.' });
      const { title, text, status } = toldOf(outcome, 'task' in outcome ? outcome.task.title : '');
      const again = outcome.kind === 'changed';
      const body = markup`<h1>${title}</h1><p role="status">${again ? CHANGED : text}</p>
        ${again ? markup`<p><a href="${TASK_PATH}">See it as it is now</a></p>` : null}`;
      sendHtml(response, { title, body, status });
    });
  }

  private async show(response: Response, guest: KnownGuest, more: More = {}): Promise<void> {
    const look = await this.answers.look(guest);
    if (look.kind !== 'open') {
      const { title, text, status } = toldOf(look, '');
      return sendHtml(response, {
        title,
        status,
        body: markup`<h1>${title}</h1><p role="status">${text}</p>`,
      });
    }
    const { notice, ...rest } = more;
    const actions = actionsIn(look, guest);
    // Of this page: what is pressed twice is done once.
    const hidden = { revision: String(look.task.revision), key: randomUUID() };
    const body = markup`${notice === undefined ? null : markup`<p role="status">${notice}</p>`}
      ${taskPage(look, { target: TASK_PATH, actions, hidden, ...rest })}
      <p class="dim">You are here as a guest of ${guest.invitedBy ?? guest.workspace}, until ${minute(guest.expiresAt)}.</p>`;
    sendHtml(response, { title: look.task.title, body, status: more.problem === undefined ? 200 : 422 });
  }
}

interface More {
  problem?: string;
  errors?: readonly FieldError[];
  sent?: Sent;
  notice?: string;
}

const TEXTS: Readonly<Record<GuestAction, string>> = {
  approve: 'note',
  reject: 'reason',
  complete: 'note',
  comment: 'comment',
};

const CHANGED = 'Somebody has changed the task while you looked at it. Nothing was done.';

function actionsIn({ allowed }: OpenTask, guest: KnownGuest): GuestAction[] {
  return guest.actions.filter(
    (action) =>
      action === 'comment' ||
      allowed.includes(action) ||
      (action === 'complete' && allowed.includes('claim_and_complete')),
  );
}

function originOf(request: Request): { remoteAddress?: string | undefined; userAgent?: string | undefined } {
  return { remoteAddress: plainAddress(request.ip), userAgent: request.get('user-agent') };
}

function tellEnded(response: Response): void {
  const text = 'Your invitation has ended, or this is another browser than the one that you opened it in.';
  const body = markup`<h1>This is not open any more</h1><p role="status">${text} Ask whoever has invited you for another link.</p>`;
  sendHtml(response, { title: 'Invitation', body, status: 404 });
}

/** A person sees a page also of what goes wrong. */
async function onPage(response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const body = markup`<h1>This does not work</h1><p role="status">${error.message}</p>`;
    sendHtml(response, { title: 'Invitation', body, status: problemOf(error)?.status ?? 500 });
  }
}
