import type { Channel } from '@orkestra/tenancy';

/** The door that a request came through, as decisions record it. */
export function channelOf(path: string): Channel {
  return /^\/graphql(?![^/?])/i.test(path) ? 'graphql' : 'rest';
}
