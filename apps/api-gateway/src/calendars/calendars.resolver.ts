import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutNullsWithin } from '@orkestra/core';
import {
  CalendarsService,
  type CalendarView,
  type HolidayDay,
  type HolidayPlaceName,
  type TenantContext,
  type TenantSettings,
  TenantSettingsService,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import {
  PutBusinessCalendarInput,
  RemoveBusinessCalendarInput,
  SetDefaultCalendarInput,
} from './business-calendar.input';
import { BusinessCalendar, Holiday, NamedHolidayPlace } from './business-calendar.type';
import {
  PutBusinessCalendarPayload,
  RemoveBusinessCalendarPayload,
  SetDefaultCalendarPayload,
} from './calendar-payloads.type';

@Resolver(() => BusinessCalendar)
export class CalendarsResolver {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly tenantSettings: TenantSettingsService,
  ) {}

  @Query(() => [BusinessCalendar], { description: 'The calendars of the tenant, by key; at most 100.' })
  async businessCalendars(@Ctx() ctx: TenantContext): Promise<CalendarView[]> {
    return this.calendars.list(ctx);
  }

  @Query(() => BusinessCalendar)
  async businessCalendar(
    @Ctx() ctx: TenantContext,
    @Args('key', { type: () => String }) key: string,
  ): Promise<CalendarView> {
    return this.calendars.get(ctx, key);
  }

  @Query(() => [NamedHolidayPlace], {
    description:
      'The countries, the states of a country, or the regions of a state, that have holidays of their own.',
  })
  holidayPlaces(
    @Ctx() ctx: TenantContext,
    @Args('country', { type: () => String, nullable: true }) country: string | null,
    @Args('state', { type: () => String, nullable: true }) state: string | null,
  ): HolidayPlaceName[] {
    return this.calendars.holidayPlaces(ctx, { country: country ?? undefined, state: state ?? undefined });
  }

  @Query(() => [Holiday], {
    description: 'The days of a year that the public holidays of a place close, by date.',
  })
  holidays(
    @Ctx() ctx: TenantContext,
    @Args('country', { type: () => String }) country: string,
    @Args('state', { type: () => String, nullable: true }) state: string | null,
    @Args('region', { type: () => String, nullable: true }) region: string | null,
    @Args('year', { type: () => Int, description: '2000 to 2100.' }) year: number,
  ): HolidayDay[] {
    return this.calendars.holidays(ctx, { country, state, region }, year);
  }

  @Mutation(() => PutBusinessCalendarPayload, {
    description:
      'Makes a calendar, or changes the one with the key; tasks that are under way keep their due dates. For tenant admins.',
  })
  async putBusinessCalendar(
    @Ctx() ctx: TenantContext,
    @Args('input') input: PutBusinessCalendarInput,
  ): Promise<{ calendar: CalendarView }> {
    return { calendar: await this.calendars.put(ctx, withoutNullsWithin(input)) };
  }

  @Mutation(() => RemoveBusinessCalendarPayload, {
    description: 'Removes a calendar that neither the tenant nor a group goes by. For tenant admins.',
  })
  async removeBusinessCalendar(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RemoveBusinessCalendarInput,
  ): Promise<{ removedKey: string }> {
    await this.calendars.remove(ctx, input.key);
    return { removedKey: input.key };
  }

  @Mutation(() => SetDefaultCalendarPayload, {
    description: 'The calendar of groups that have none of their own. For tenant admins.',
  })
  async setDefaultCalendar(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetDefaultCalendarInput,
  ): Promise<{ settings: TenantSettings }> {
    await this.calendars.setDefault(ctx, input.key ?? null);
    return { settings: await this.tenantSettings.get(ctx) };
  }
}
