import { StartRefusedError } from './cli.errors';
import { endpointOf, type Gateway } from './endpoint';
import type { Environment } from './environment';
import { findLocalStack } from './local-stack';

/**
 * The gateway that the environment names, or else that of the stack which runs on this machine.
 * @throws StartRefusedError when there is none, or no key for it
 */
export function gatewayFor(env: Environment): Gateway {
  const url = env['ORKESTRA_URL'];
  const key = env['ORKESTRA_API_KEY'];
  if (url) {
    const endpoint = endpointOf(url);
    if (key) return { endpoint, apiKey: key };
    throw new StartRefusedError('ORKESTRA_API_KEY is missing: set it to an API key of Orkestra.', 2);
  }
  const local = findLocalStack(env, process.cwd());
  if (local !== undefined) return { endpoint: local.endpoint, apiKey: key || local.apiKey };
  throw noGateway();
}

export function noGateway(): StartRefusedError {
  const hint = 'Set ORKESTRA_URL and ORKESTRA_API_KEY, or run npm start in a checkout of Orkestra first';
  return new StartRefusedError(`There is no gateway. ${hint} (and set ORKESTRA_HOME to its .orkestra).`, 2);
}
