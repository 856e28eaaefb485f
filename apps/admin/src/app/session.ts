import type { ApolloClient } from '@apollo/client';
import { ConnectionState } from '../live/connection-state';
import { FirstStanding } from '../live/first-standing';
import { createLiveSocket } from '../live/live-socket';
import { createApolloClient } from './apollo-client';
import { Viewer } from '../viewer/viewer';

const rereadAfterMs = 300;
const probeEveryMs = 15_000;

/** Everything that lives as long as one signed-in page. */
export interface Session {
  apollo: ApolloClient;
  connection: ConnectionState;
  standing: FirstStanding;
  close: () => void;
}

/** Opens the HTTP and live connections; after each break of a live feed what is on the page is read again. */
export function openSession(onSignedOut: () => void): Session {
  const connection = new ConnectionState();
  const standing = new FirstStanding();
  let probedAt = 0;
  let closed = false;
  let reread: ReturnType<typeof setTimeout> | undefined;
  const signedOut = (): void => {
    if (!closed) onSignedOut();
  };
  const rereadSoon = (): void => {
    clearTimeout(reread);
    reread = setTimeout(() => void apollo.refetchQueries({ include: 'active' }), rereadAfterMs);
  };
  const socket = createLiveSocket({
    url: new URL('/graphql', window.location.href.replace(/^http/, 'ws')).href,
    state: connection,
    onSignedOut: signedOut,
    onTrouble: () => {
      if (Date.now() - probedAt < probeEveryMs) return;
      probedAt = Date.now();
      // A refused WebSocket does not say why; over HTTP the server can answer UNAUTHENTICATED.
      apollo
        .query({ query: Viewer, fetchPolicy: 'network-only', context: { still: true } })
        .catch(() => undefined);
    },
  });
  const apollo = createApolloClient(socket, {
    standing,
    onUnauthenticated: signedOut,
    onFeedBack: rereadSoon,
  });
  const close = (): void => {
    closed = true;
    clearTimeout(reread);
    apollo.stop();
    // A connection that the server refused has nothing left to close.
    Promise.resolve(socket.dispose()).catch(() => undefined);
  };
  return { apollo, connection, standing, close };
}
