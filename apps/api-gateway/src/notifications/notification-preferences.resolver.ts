import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type DefaultView,
  NotificationDefaults,
  PreferencesService,
  type PreferencesView,
} from '@orkestra/notifications';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  SetNotificationDefaultsInput,
  SetNotificationHoursInput,
  SetNotificationPreferencesInput,
} from './notification-preferences.input';
import {
  NotificationDefault,
  NotificationDefaultsPayload,
  NotificationPreferences,
  NotificationPreferencesPayload,
} from './notification-preferences.type';

@Resolver()
export class NotificationPreferencesResolver {
  constructor(
    private readonly service: PreferencesService,
    private readonly defaults: NotificationDefaults,
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
    @Args('input') { preferences }: SetNotificationPreferencesInput,
  ): Promise<NotificationPreferencesPayload> {
    const changes = preferences.map((change) => ({ ...change, mode: change.mode ?? null }));
    return { notificationPreferences: await this.service.set(ctx, changes) };
  }

  @Mutation(() => NotificationPreferencesPayload)
  async setNotificationHours(
    @Ctx() ctx: TenantContext,
    @Args('input') { quietFrom, quietUntil, ...rest }: SetNotificationHoursInput,
  ): Promise<NotificationPreferencesPayload> {
    const hours = { ...rest, quietFrom: quietFrom ?? null, quietUntil: quietUntil ?? null };
    return { notificationPreferences: await this.service.setHours(ctx, hours) };
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
