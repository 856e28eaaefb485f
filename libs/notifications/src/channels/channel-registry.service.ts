import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NotificationChannel } from './notification-channel';

/** Token of the list of all channels. */
export const CHANNELS = Symbol('notification channels');

/** The channels that this installation can use. */
@Injectable()
export class ChannelRegistry {
  constructor(@Inject(CHANNELS) private readonly channels: readonly NotificationChannel[]) {}

  get enabled(): readonly NotificationChannel[] {
    return this.channels.filter(({ enabled }) => enabled);
  }

  /** The names of those that reach only who has connected an address. */
  get addressed(): readonly string[] {
    return this.enabled.filter(({ addressed }) => addressed).map(({ name }) => name);
  }

  /** What people of a tenant are shown: that of which it has set up what is its own to set up. */
  async offeredTo(em: EntityManager, tenantId: string): Promise<NotificationChannel[]> {
    const offered = await Promise.all(
      this.enabled.map(async (channel) => (await channel.isOfferedTo?.(em, tenantId)) ?? true),
    );
    return this.enabled.filter((_, index) => offered[index] === true);
  }

  find(name: string): NotificationChannel | undefined {
    return this.enabled.find((channel) => channel.name === name);
  }
}
