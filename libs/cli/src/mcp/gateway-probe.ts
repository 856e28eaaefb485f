import { StartRefusedError } from '../environment/cli.errors';
import type { Gateway } from '../environment/endpoint';

const LONGEST_MS = 10_000;

/**
 * Asks the gateway whether the key is good, before anything is promised on stdout.
 * @throws StartRefusedError
 */
export async function probeGateway(gateway: Gateway): Promise<void> {
  const response = await ask(gateway);
  await response.body?.cancel();
  if (response.status === 401) {
    throw new StartRefusedError('The API key is refused: it is wrong, expired or revoked.', 2);
  }
  if (response.status === 404 || response.status >= 500) {
    throw new StartRefusedError(
      `${gateway.endpoint.href} is no MCP gateway that works (HTTP ${response.status}).`,
      1,
    );
  }
}

/** A ping without a session: a good key is told that the session is missing. */
async function ask({ endpoint, apiKey }: Gateway): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 'probe', method: 'ping' }),
      signal: AbortSignal.timeout(LONGEST_MS),
    });
  } catch {
    throw new StartRefusedError(`The gateway at ${endpoint.href} does not answer.`, 1);
  }
}
