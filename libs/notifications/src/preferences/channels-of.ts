import type { ChannelRegistry } from '../channels/channel-registry.service';
import type { ChannelView } from './preferences-view';
import { IN_APP } from './told-how';

/** The list in the app, and what this installation is set up for. */
export function channelsOf({ enabled }: ChannelRegistry): ChannelView[] {
  const others = enabled.map(({ name, defaultDelaySeconds, addressed }) => ({
    name,
    defaultDelaySeconds,
    addressed,
  }));
  return [{ name: IN_APP, defaultDelaySeconds: 0, addressed: false }, ...others];
}
