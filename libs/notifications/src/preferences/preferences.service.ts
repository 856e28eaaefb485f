import { Injectable } from '@nestjs/common';
import { queryRows, TenantDatabase } from '@orkestra/core';
import { requirePerson } from '../events/require-person';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { ChannelRegistry } from '../channels/channel-registry.service';
import { channelsOf } from './channels-of';
import { NOTIFICATION_KINDS } from '../events/notification-kind';
import { checkChanges, checkedHours } from './checked-preferences';
import { type ChosenByPeople, type PersonKey, readChoices } from './choices.queries';
import type { Hours } from './moment';
import { LockedPreferenceError } from './preferences.errors';
import type { ChannelView, PreferenceChange, PreferencesView } from './preferences-view';
import { toldHow } from './told-how';
import { writePreferences } from './write-preferences.store';

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

  /** @throws PeopleOnlyError, InvalidPreferenceError, LockedPreferenceError */
  async set(ctx: TenantContext, changes: readonly PreferenceChange[]): Promise<PreferencesView> {
    requirePerson(ctx);
    checkChanges(
      changes,
      channelsOf(this.channels).map(({ name }) => name),
    );
    return this.database.run(ctx, async (em) => {
      const chosen = await readChoices(em, [keyOf(ctx)]);
      for (const { kind, channel } of changes)
        if (chosen.of(keyOf(ctx), kind, channel).tenant?.locked === true)
          throw new LockedPreferenceError(kind, channel);
      await writePreferences(em, keyOf(ctx), changes);
      return this.read(em, ctx);
    });
  }

  /** @throws PeopleOnlyError, InvalidPreferenceError */
  async setHours(ctx: TenantContext, hours: Hours): Promise<PreferencesView> {
    requirePerson(ctx);
    const { timeZone, quietFrom, quietUntil, quietWeekends, digestAt } = checkedHours(hours);
    return this.database.run(ctx, async (em) => {
      const { tenantId, personId } = keyOf(ctx);
      await queryRows(em, SET_HOURS, [
        tenantId,
        personId,
        timeZone,
        quietFrom,
        quietUntil,
        quietWeekends,
        digestAt,
      ]);
      return this.read(em, ctx);
    });
  }

  private async read(em: EntityManager, ctx: TenantContext): Promise<PreferencesView> {
    const chosen = await readChoices(em, [keyOf(ctx)]);
    const channels = channelsOf(this.channels);
    return {
      channels,
      preferences: viewsOf(chosen, keyOf(ctx), channels),
      hours: chosen.hoursOf(keyOf(ctx)),
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

const SET_HOURS = `
  INSERT INTO notification_settings (tenant_id, person_id, time_zone, quiet_from, quiet_until, quiet_weekends, digest_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (tenant_id, person_id) DO UPDATE SET time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
    quiet_until = excluded.quiet_until, quiet_weekends = excluded.quiet_weekends, digest_at = excluded.digest_at`;
