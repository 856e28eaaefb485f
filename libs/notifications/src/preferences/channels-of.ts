import type { NotificationChannel } from '../channels/notification-channel';
import type { ChannelView, ConnectWay } from './preferences-view';
import { IN_APP } from './told-how';

/** The list in the app, and other channels. */
export function channelsOf(channels: readonly NotificationChannel[]): ChannelView[] {
  const others = channels.map((channel) => ({
    name: channel.name,
    defaultDelaySeconds: channel.defaultDelaySeconds,
    addressed: channel.addressed,
    connectsBy: connectWayOf(channel),
  }));
  return [{ name: IN_APP, defaultDelaySeconds: 0, addressed: false, connectsBy: null }, ...others];
}

function connectWayOf(channel: NotificationChannel): ConnectWay | null {
  if (channel.codeTarget !== undefined) return 'send_code';
  return channel.sendCode === undefined ? null : 'receive_code';
}
