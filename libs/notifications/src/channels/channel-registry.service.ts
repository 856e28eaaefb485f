import { Inject, Injectable } from '@nestjs/common';
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

  find(name: string): NotificationChannel | undefined {
    return this.enabled.find((channel) => channel.name === name);
  }
}
