import { Injectable } from '@nestjs/common';
import { Clock, Config, Ids, isRecord, TenantDatabase } from '@orkestra/core';
import { TasksService } from '@orkestra/tasks';
import { AuditLog, RateLimits, requireScope, type TenantContext } from '@orkestra/tenancy';
import type { ChannelMessage } from '../channels/notification-channel';
import { ChannelRegistry } from '../channels/channel-registry.service';
import { writeLetter } from '../email/email-letter';
import { TEMPLATE_VARIABLES, variablesOf } from '../templates/template-variables';
import { BUILT_IN_TEXTS } from './built-in-texts';
import { sampleMessage } from '../templates/sample-message';
import { checkedKey, checkLength, checkText } from './checked-template';
import { frameFor } from './frame-for';
import type { PreviewView, TemplateKey, TemplateText, VariableView } from './template-view';
import { InvalidTemplateError, TestNotSentError } from './templates.errors';

/** Tests that one person may send in a minute. */
const TESTS_A_MINUTE = 5;

export type PreviewRequest = TemplateKey & TemplateText & { taskId?: string | null | undefined };

/** Shows what a template comes to before anybody gets it. For tenant admins. */
@Injectable()
export class MessagePreviews {
  constructor(
    private readonly database: TenantDatabase,
    private readonly tasks: TasksService,
    private readonly channels: ChannelRegistry,
    private readonly limits: RateLimits,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What a template of the kind can name, with what it is in a sample. @throws RoleForbidsError, PeopleOnlyError */
  async variables(ctx: TenantContext, kind: string, language: string): Promise<VariableView[]> {
    const key = { channel: Object.keys(BUILT_IN_TEXTS)[0] ?? '', kind, language };
    const message = await this.messageFor(ctx, { ...key, subject: '', body: '' });
    const app = this.config.PUBLIC_URL;
    const values = variablesOf(message, { app, settings: `${app}/notifications`, unsubscribe: app });
    return TEMPLATE_VARIABLES.map(({ name, meaning }) => ({
      name,
      meaning,
      example: exampleIn(values, name),
    }));
  }

  /**
   * With a made-up task, or one that the admin may see.
   * @throws InvalidTemplateError, TaskNotFoundError, RoleForbidsError, PeopleOnlyError
   */
  async preview(ctx: TenantContext, request: PreviewRequest): Promise<PreviewView> {
    const message = await this.messageFor(ctx, request);
    const app = this.config.PUBLIC_URL;
    const { problem, ...letter } = writeLetter(message, { app, settings: app, unsubscribe: app });
    if (problem !== undefined) throw InvalidTemplateError.of(problem);
    return letter;
  }

  /**
   * Sends it to whoever asks and to nobody else.
   * @returns the address
   * @throws InvalidTemplateError, RateLimitedError, TestNotSentError, TaskNotFoundError, RoleForbidsError, PeopleOnlyError
   */
  async sendTest(ctx: TenantContext, request: PreviewRequest): Promise<string> {
    const message = await this.messageFor(ctx, request);
    const frame = { ...message, now: this.clock.now(), url: this.config.PUBLIC_URL };
    checkText(request, request.kind, frame);
    await this.limits.admitAction(ctx, 'template-test', TESTS_A_MINUTE);
    const { email } = message.recipient;
    const channel = this.channels.find(request.channel);
    if (channel === undefined) throw new TestNotSentError(`${request.channel} is not set up here.`);
    const { NOTIFY_ONLY: only } = this.config;
    if (only !== undefined && only.toLowerCase() !== email.toLowerCase())
      throw new TestNotSentError('NOTIFY_ONLY is set, and is not your address.');
    const result = await channel.send(message);
    if (result.outcome !== 'sent') throw new TestNotSentError(result.problem);
    const { kind, language } = request;
    const details = { channel: channel.name, kind, language };
    const target = { kind: 'tenant', id: ctx.tenantId } as const;
    await this.database.run(ctx, (em) =>
      this.audit.record(em, ctx, { action: 'settings.template_tested', target, details }),
    );
    return email;
  }

  private async messageFor(ctx: TenantContext, request: PreviewRequest): Promise<ChannelMessage> {
    requireScope(ctx, 'settings:write');
    const { subject, body, taskId } = request;
    const task = taskId == null ? undefined : await this.tasks.get(ctx, taskId);
    const { kind, language } = checkedKey(request);
    checkLength(request);
    const parts = { id: this.ids.next(), now: this.clock.now(), url: this.config.PUBLIC_URL };
    const frame = await this.database.run(ctx, (em) => frameFor(em, ctx, language, parts));
    const shown = task && { id: task.id, title: task.title, dueAt: task.dueAt };
    return { ...sampleMessage(frame, kind, shown), template: { kind, language, subject, body } };
  }
}

/** Null for what is no single value. */
function exampleIn(values: object, name: string): string | null {
  let value: unknown = values;
  for (const part of name.split('.')) value = isRecord(value) ? value[part] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
