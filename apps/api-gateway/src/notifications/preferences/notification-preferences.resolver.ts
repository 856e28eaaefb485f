import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type DefaultView,
  type ExceptionSubject,
  ExceptionsService,
  NotificationDefaults,
  PreferencesService,
  type PreferencesView,
} from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import {
  SetNotificationDefaultsInput,
  SetNotificationExceptionsInput,
  SetNotificationHoursInput,
  SetNotificationLanguageInput,
  SetNotificationPreferencesInput,
} from './notification-preferences.input';
import {
  NotificationDefault,
  NotificationDefaultsPayload,
  NotificationExceptionSubject,
  NotificationPreferences,
  NotificationPreferencesPayload,
} from './notification-preferences.type';

@Resolver()
export class NotificationPreferencesResolver {
  constructor(
    private readonly service: PreferencesService,
    private readonly defaults: NotificationDefaults,
    private readonly exceptions: ExceptionsService,
  ) {}

  @Query(() => NotificationPreferences)
  async notificationPreferences(@Ctx() ctx: TenantContext): Promise<PreferencesView> {
    return this.service.get(ctx);
  }

  @Query(() => [NotificationDefault], {
    description: 'Of each kind and each channel, what holds for people who have not chosen.',
  })
  async notificationDefaults(@Ctx() ctx: TenantContext): Promise<DefaultView[]> {
    return this.defaults.list(ctx);
  }

  @Mutation(() => NotificationPreferencesPayload)
  async setNotificationPreferences(
    @Ctx() ctx: TenantContext,
    @Args('input') { preferences, delays }: SetNotificationPreferencesInput,
  ): Promise<NotificationPreferencesPayload> {
    const changes = preferences.map((change) => ({ ...change, mode: change.mode ?? null }));
    const waits = (delays ?? []).map(({ channel, delaySeconds = null }) => ({ channel, delaySeconds }));
    return { notificationPreferences: await this.service.set(ctx, changes, waits) };
  }

  @Mutation(() => NotificationPreferencesPayload)
  async setNotificationHours(
    @Ctx() ctx: TenantContext,
    @Args('input') { quietFrom, quietUntil, ...rest }: SetNotificationHoursInput,
  ): Promise<NotificationPreferencesPayload> {
    const hours = { ...rest, quietFrom: quietFrom ?? null, quietUntil: quietUntil ?? null };
    return { notificationPreferences: await this.service.setHours(ctx, hours) };
  }

  @Mutation(() => NotificationPreferencesPayload)
  async setNotificationLanguage(
    @Ctx() ctx: TenantContext,
    @Args('input') { language }: SetNotificationLanguageInput,
  ): Promise<NotificationPreferencesPayload> {
    return { notificationPreferences: await this.service.setLanguage(ctx, language ?? null) };
  }

  @Query(() => [NotificationExceptionSubject], {
    description:
      'The agents of the workspace, the types of workflow that ran last, and the viewer’s groups; at most 200 of each.',
  })
  async notificationExceptionSubjects(@Ctx() ctx: TenantContext): Promise<ExceptionSubject[]> {
    return this.exceptions.subjects(ctx);
  }

  @Mutation(() => NotificationPreferencesPayload, {
    description: 'What the viewer wants otherwise for one agent, type or group.',
  })
  async setNotificationExceptions(
    @Ctx() ctx: TenantContext,
    @Args('input') { exceptions }: SetNotificationExceptionsInput,
  ): Promise<NotificationPreferencesPayload> {
    const rules = exceptions.map((one) => ({ ...one, kind: one.kind ?? null }));
    return { notificationPreferences: await this.exceptions.set(ctx, rules) };
  }

  @Mutation(() => NotificationDefaultsPayload, {
    description: 'What is locked counts in the place of what people have chosen. For tenant admins.',
  })
  async setNotificationDefaults(
    @Ctx() ctx: TenantContext,
    @Args('input') { defaults }: SetNotificationDefaultsInput,
  ): Promise<NotificationDefaultsPayload> {
    const changes = defaults.map((change) => ({
      ...change,
      mode: change.mode ?? null,
      locked: change.locked ?? false,
    }));
    return { notificationDefaults: await this.defaults.set(ctx, changes) };
  }
}
