import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Config,
  decodeCursor,
  Ids,
  InvalidCursorError,
  isUuid,
  oneLine,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import {
  actorOf,
  allowedActions,
  insertEvent,
  isOwnRequest,
  TaskDetailsService,
  TasksService,
  type TaskView,
} from '@orkestra/tasks';
import { AnswerSettingsService, AuditLog, Mailer, requireScope, type TenantContext } from '@orkestra/tenancy';
import { z } from 'zod';
import { plainForm } from '../answers/plain-form';
import { countLiveGuests, findGuest, listGuests } from './guest.queries';
import { guestMail } from './guest.words';
import {
  GUEST_ACTIONS,
  GUEST_DAYS,
  type GuestAction,
  type GuestView,
  type InvitedGuest,
  type InviteGuest,
} from './guest-view';
import {
  GuestHasAccountError,
  GuestNotFoundError,
  GuestsForbiddenError,
  InvalidGuestError,
  InviteForbiddenError,
  NotForGuestsError,
  TooManyGuestsError,
} from './guests.errors';

const DAY_MS = 24 * 3_600_000;
const MOST_GUESTS = 20;
const LONGEST_NAME = 100;
/** Who may hand a task on may ask somebody outside in its place. */
const HANDING_ON = ['forward', 'assign', 'nominate', 'delegate'] as const;

/** Invitations of people without an account, each to one task. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly tasks: TasksService,
    private readonly details: TaskDetailsService,
    private readonly settings: AnswerSettingsService,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Invites somebody by a link that works once; inviting the same address again takes the earlier invitation back.
   * @throws GuestsForbiddenError, InviteForbiddenError, InvalidGuestError, GuestHasAccountError, NotForGuestsError,
   *   TooManyGuestsError, TaskNotFoundError
   */
  async invite(ctx: TenantContext, given: InviteGuest): Promise<InvitedGuest> {
    requireScope(ctx, 'guests:write');
    const { email, name, actions, days } = checked(given);
    if (!(await this.settings.get(ctx)).guests) throw new GuestsForbiddenError();
    const task = await this.tasks.get(ctx, given.taskId);
    await this.requireInvitable(ctx, task, actions);
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const id = this.ids.next();
    const expiresAt = new Date(Math.min(now.getTime() + days * DAY_MS, task.expiresAt.getTime()));
    const link = `${this.config.PUBLIC_URL}/api/v1/guest?token=${token}`;
    const guest = await this.database.run(ctx, async (em) => {
      // One at a time: the count holds.
      await em.query('SELECT FROM tasks WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE', [
        ctx.tenantId,
        task.id,
      ]);
      const [known] = await queryRows(em, 'SELECT FROM users WHERE email = $1', [email]);
      if (known !== undefined) throw new GuestHasAccountError();
      await queryRows(em, REPLACE, [ctx.tenantId, task.id, email, now, ctx.principal.id]);
      if ((await countLiveGuests(em, [ctx.tenantId, now], task.id)) >= MOST_GUESTS)
        throw new TooManyGuestsError(MOST_GUESTS);
      const row = [
        ctx.tenantId,
        id,
        task.id,
        email,
        name,
        actions,
        ctx.principal.id,
        now,
        expiresAt,
        hashOf(token),
      ];
      await queryRows(em, INSERT, row);
      await this.note(em, ctx, task, 'guest_invited', id, { actions });
      const mail = { name, link, expiresAt, invitedBy: ctx.principal.displayName, title: task.title };
      await this.mailer.queue(em, ctx.tenantId, { to: email, ...guestMail(mail) });
      return findGuest(em, [ctx.tenantId, now], id);
    });
    if (guest === undefined) throw new GuestNotFoundError();
    this.mailer.sendSoon();
    return { guest, link: this.mailer.enabled ? null : link };
  }

  /** Ends the invitation and the guest's session at once. @throws GuestNotFoundError, InviteForbiddenError */
  async revoke(ctx: TenantContext, guestId: string): Promise<GuestView> {
    requireScope(ctx, 'guests:write');
    if (!isUuid(guestId)) throw new GuestNotFoundError();
    const now = this.clock.now();
    const known = await this.database.run(ctx, (em) => findGuest(em, [ctx.tenantId, now], guestId));
    if (known === undefined) throw new GuestNotFoundError();
    const task = await this.tasks.get(ctx, known.taskId);
    return this.database.run(ctx, async (em) => {
      const [ended] = await queryRows<{ invitedBy: string }>(em, REVOKE, [
        ...[ctx.tenantId, guestId, now, ctx.principal.id],
      ]);
      if (ended === undefined) throw new GuestNotFoundError();
      if (ended.invitedBy !== ctx.principal.id && !handsOn(ctx, task) && !isSupervising(ctx, task))
        throw new InviteForbiddenError();
      await this.note(em, ctx, task, 'guest_revoked', guestId, {});
      const guest = await findGuest(em, [ctx.tenantId, now], guestId);
      if (guest === undefined) throw new GuestNotFoundError();
      return guest;
    });
  }

  /** All who were ever invited to the task, the newest first; for whoever sees it. @throws TaskNotFoundError */
  async list(ctx: TenantContext, taskId: string, request: PageRequest): Promise<Page<GuestView>> {
    requireScope(ctx, 'tasks:read');
    const task = await this.tasks.get(ctx, taskId);
    const size = pageSize(request);
    const after = request.after == null ? null : decodeCursor(request.after, 1)[0];
    if (after !== null && !isUuid(after)) throw new InvalidCursorError();
    const now = this.clock.now();
    const rows = await listGuests(this.database.reader(ctx), [ctx.tenantId, now], task.id, {
      after,
      limit: size + 1,
    });
    return toPage(
      rows,
      size,
      (row) => row,
      ({ id }) => [id],
    );
  }

  private async requireInvitable(
    ctx: TenantContext,
    task: TaskView,
    actions: readonly GuestAction[],
  ): Promise<void> {
    const asked = task.selfApproval === 'forbid' && isOwnRequest(task, actorOf(ctx));
    if (asked || !handsOn(ctx, task)) throw new InviteForbiddenError();
    const decides = actions.filter((action) => action !== 'comment');
    if (decides.length === 0) return;
    if (task.voting) throw new NotForGuestsError('several people vote on it, and guests have no voice');
    const wrong = decides.find((action) => (action === 'complete') === task.approval);
    if (wrong !== undefined)
      throw new NotForGuestsError(task.approval ? 'it is an approval' : 'it has a form and is no approval');
    const form = (await this.details.payloads(ctx, [task.id])).get(task.id)?.form;
    if (form !== undefined && decides.some((action) => action !== 'reject') && plainForm(form) === null)
      throw new NotForGuestsError('its form has files, lists or sensitive fields, which need an account');
  }

  private async note(
    em: Parameters<Parameters<TenantDatabase['run']>[1]>[0],
    ctx: TenantContext,
    task: TaskView,
    kind: 'guest_invited' | 'guest_revoked',
    guestId: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    const changes = { guestId: { before: null, after: guestId }, ...details };
    await insertEvent(em, ctx, task, { kind, changes }, { clock: this.clock, ids: this.ids });
    await this.audit.record(em, ctx, {
      action: kind === 'guest_invited' ? 'guest.invited' : 'guest.revoked',
      target: { kind: 'task', id: task.id },
      details: { guestId, ...details },
    });
  }
}

function handsOn(ctx: TenantContext, task: TaskView): boolean {
  const allowed = allowedActions(task, actorOf(ctx));
  return HANDING_ON.some((action) => allowed.includes(action));
}

function isSupervising(ctx: TenantContext, task: TaskView): boolean {
  return allowedActions({ ...task, status: 'READY' }, actorOf(ctx)).includes('assign');
}

const email = z.email().max(320);

function checked(given: InviteGuest): Required<Omit<InviteGuest, 'taskId'>> {
  const address = given.email.trim().toLowerCase();
  if (!email.safeParse(address).success) throw new InvalidGuestError('/email', 'is no e-mail address');
  const name = oneLine(given.name);
  if (name === '' || name.length > LONGEST_NAME)
    throw new InvalidGuestError('/name', `must be 1 to ${LONGEST_NAME} characters`);
  const actions = GUEST_ACTIONS.filter((action) => given.actions.includes(action));
  if (actions.length === 0) throw new InvalidGuestError('/actions', 'must name at least one');
  const { days = GUEST_DAYS.fallback } = given;
  if (!Number.isInteger(days) || days < 1 || days > GUEST_DAYS.most)
    throw new InvalidGuestError('/days', `must be 1 to ${GUEST_DAYS.most}`);
  return { email: address, name, actions, days };
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const REPLACE = `
  UPDATE task_guests SET revoked_at = $4, revoked_by = $5, link_hash = NULL, session_hash = NULL
  WHERE tenant_id = $1 AND task_id = $2 AND email = $3 AND revoked_at IS NULL`;

const INSERT = `
  INSERT INTO task_guests (tenant_id, id, task_id, email, name, actions, invited_by, created_at, expires_at, link_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const REVOKE = `
  UPDATE task_guests SET revoked_at = $3, revoked_by = $4, link_hash = NULL, session_hash = NULL
  WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL AND expires_at > $3 RETURNING invited_by AS "invitedBy"`;
