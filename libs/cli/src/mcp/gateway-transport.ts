import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Gateway } from '../environment/endpoint';
import { backOffMs } from '../environment/back-off';
import { pacedStream } from './paced-stream';

interface Options {
  /** Resolves as soon as the client can take more. */
  clientIsReady: () => Promise<void>;
  /** The stream of the session's notifications stands, for the first time or again. */
  onStreamOpened: () => void;
  /** The gateway does not know the session any more: it restarted. */
  onSessionLost: () => void;
}

/**
 * The library's transport, whose stream of notifications is opened again for as long as its session lives,
 * and which reads no faster than the client does.
 */
export function gatewayTransport({ endpoint, apiKey }: Gateway, options: Options) {
  const transport: StreamableHTTPClientTransport = new StreamableHTTPClientTransport(endpoint, {
    requestInit: { headers: { authorization: `Bearer ${apiKey}` } },
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      if (init?.method === 'GET' && response.ok) options.onStreamOpened();
      if (init?.method === 'GET' && response.status === 404) options.onSessionLost();
      return paced(response, options.clientIsReady);
    },
    reconnectionOptions: {
      initialReconnectionDelay: 0,
      maxReconnectionDelay: 0,
      reconnectionDelayGrowFactor: 1,
      maxRetries: Infinity,
    },
    reconnectionScheduler: (reconnect, _delay, attempt) => {
      const { sessionId } = transport;
      // A new session opens a stream of its own.
      const again = () => void (transport.sessionId === sessionId && reconnect());
      const timer = setTimeout(again, backOffMs(attempt));
      return () => clearTimeout(timer);
    },
  });
  return transport;
}

function paced(response: Response, clientIsReady: () => Promise<void>): Response {
  const { body, status, statusText, headers } = response;
  if (body === null || !response.ok) return response;
  return new Response(pacedStream(body, clientIsReady), { status, statusText, headers });
}
