import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import { requirePerson } from '../events/require-person';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { ChannelRegistry } from '../channels/channel-registry.service';
import { channelsOf } from './channels-of';
import { NOTIFICATION_KINDS } from '../events/notification-kind';
import { checkChanges, checkDelays, checkedHours, checkedLanguage } from './checked-preferences';
import { type ChosenByPeople, type PersonKey, readChoices } from './choices.queries';
import { InvalidPreferenceError } from './preferences.errors';
import { readRules } from './rules.queries';
import { LockedPreferenceError } from './preferences.errors';
import type {
  ChannelView,
  DelayChange,
  HoursChange,
  PreferenceChange,
  PreferencesView,
} from './preferences-view';
import { toldHow } from './told-how';
import { writeDelays, writePreferences } from './write-preferences.store';

/** How a person wants to be told. Everybody has their own, and sees nobody else's. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly channels: ChannelRegistry,
  ) {}

  /** @throws PeopleOnlyError */
  async get(ctx: TenantContext): Promise<PreferencesView> {
    requirePerson(ctx);
    return this.database.run(ctx, (em) => this.read(em, ctx));
  }

  /**
   * @param delays how long channels wait
   * @throws PeopleOnlyError, InvalidPreferenceError, LockedPreferenceError
   */
  async set(
    ctx: TenantContext,
    changes: readonly PreferenceChange[],
    delays: readonly DelayChange[] = [],
  ): Promise<PreferencesView> {
    requirePerson(ctx);
    const names = channelsOf(this.channels.enabled).map(({ name }) => name);
    checkChanges(changes, names);
    checkDelays(delays, names);
    return this.database.run(ctx, async (em) => {
      const chosen = await readChoices(em, [keyOf(ctx)]);
      for (const { kind, channel } of changes)
        if (chosen.of(keyOf(ctx), kind, channel).tenant?.locked === true)
          throw new LockedPreferenceError(kind, channel);
      await writePreferences(em, keyOf(ctx), changes);
      if (delays.length > 0) await writeDelays(em, keyOf(ctx), delays);
      return this.read(em, ctx);
    });
  }

  /** @throws PeopleOnlyError, InvalidPreferenceError */
  async setHours(ctx: TenantContext, hours: HoursChange): Promise<PreferencesView> {
    requirePerson(ctx);
    const {
      timeZone,
      quietFrom,
      quietUntil,
      quietWeekends,
      digestAt,
      quietCalendar = null,
    } = checkedHours(hours);
    return this.database.run(ctx, async (em) => {
      const { tenantId, personId } = keyOf(ctx);
      const times = [timeZone, quietFrom, quietUntil, quietWeekends, digestAt];
      const [set] = await queryRows(em, SET_HOURS, [tenantId, personId, ...times, quietCalendar]);
      if (set === undefined)
        throw new InvalidPreferenceError([
          { pointer: '/quietCalendar', message: 'must be the key of a business calendar of the workspace' },
        ]);
      return this.read(em, ctx);
    });
  }

  /**
   * @param language null for that of the workspace
   * @throws PeopleOnlyError, InvalidPreferenceError
   */
  async setLanguage(ctx: TenantContext, language: string | null): Promise<PreferencesView> {
    requirePerson(ctx);
    const tag = language === null ? null : checkedLanguage(language);
    return this.database.run(ctx, async (em) => {
      await queryRows(em, SET_LANGUAGE, [ctx.tenantId, ctx.principal.id, tag]);
      return this.read(em, ctx);
    });
  }

  private async read(em: EntityManager, ctx: TenantContext): Promise<PreferencesView> {
    const chosen = await readChoices(em, [keyOf(ctx)]);
    const key = keyOf(ctx);
    const channels = channelsOf(await this.channels.offeredTo(em, ctx.tenantId));
    return {
      channels: channels.map((one) => ({ ...one, delaySeconds: chosen.delayOf(key, one.name) ?? null })),
      preferences: viewsOf(chosen, key, channels),
      hours: chosen.hoursOf(key),
      exceptions: await readRules(em, key),
    };
  }
}

function viewsOf(chosen: ChosenByPeople, key: PersonKey, channels: readonly ChannelView[]) {
  return NOTIFICATION_KINDS.flatMap((kind) =>
    channels.map((channel) => {
      const choices = chosen.of(key, kind, channel.name);
      const locked = choices.tenant?.locked === true;
      return {
        kind,
        channel: channel.name,
        ...toldHow(kind, channel, choices),
        chosen: !locked && choices.own !== undefined,
        locked,
      };
    }),
  );
}

function keyOf({ tenantId, principal }: TenantContext): PersonKey {
  return { tenantId, personId: principal.id };
}

/** Nothing where there is no such calendar. */
const SET_HOURS = `
  INSERT INTO notification_settings (tenant_id, person_id, time_zone, quiet_from, quiet_until, quiet_weekends, digest_at,
    quiet_calendar)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8
  WHERE $8::text IS NULL OR EXISTS (SELECT FROM business_calendars WHERE tenant_id = $1 AND key = $8)
  ON CONFLICT (tenant_id, person_id) DO UPDATE SET time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
    quiet_until = excluded.quiet_until, quiet_weekends = excluded.quiet_weekends, digest_at = excluded.digest_at,
    quiet_calendar = excluded.quiet_calendar
  RETURNING tenant_id`;

const SET_LANGUAGE = `
  INSERT INTO notification_settings (tenant_id, person_id, language) VALUES ($1, $2, $3)
  ON CONFLICT (tenant_id, person_id) DO UPDATE SET language = excluded.language`;
