import { type Client, createClient } from 'graphql-ws';
import type { ConnectionState } from './connection-state';

const heartbeatMs = 12_000;
const answerWithinMs = 6_000;
/** Close codes by which the server says that the session is missing, refused or has ended. */
const signedOutCodes = new Set([4401, 4403]);

export interface LiveSocketOptions {
  url: string;
  state: ConnectionState;
  onSignedOut: () => void;
  /** An attempt failed without saying why; the session may be the reason. */
  onTrouble: () => void;
}

/** The one WebSocket of the page: it reconnects for ever, and notices a dead line by a heartbeat. */
export function createLiveSocket({ url, state, onSignedOut, onTrouble }: LiveSocketOptions): Client {
  let socket: WebSocket | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  return createClient({
    url,
    lazy: true,
    keepAlive: heartbeatMs,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (attempt) => wait(Math.min(8_000, 400 * 1.7 ** attempt) + Math.random() * 300),
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
      connected: () => {
        failures = 0;
        state.opened();
      },
      ping: (received) => {
        if (received) return;
        deadline = setTimeout(() => socket?.close(4408, 'Request Timeout'), answerWithinMs);
      },
      pong: (received) => {
        if (received) clearTimeout(deadline);
      },
      closed: (event) => {
        clearTimeout(deadline);
        if (signedOutCodes.has((event as CloseEvent).code)) return onSignedOut();
        failures += 1;
        state.lost();
        if (failures < 2) return;
        state.troubled();
        onTrouble();
      },
    },
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
