import { StartRefusedError } from './cli.errors';
import type { Environment } from './environment';
import { findLocalStack } from './local-stack';

/** Where to go and with which key. */
export interface Gateway {
  endpoint: URL;
  apiKey: string;
}

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
  const hint = 'Set ORKESTRA_URL and ORKESTRA_API_KEY, or run npm start in a checkout of Orkestra first';
  throw new StartRefusedError(`There is no gateway. ${hint} (and set ORKESTRA_HOME to its .orkestra).`, 2);
}

/** @param url of the gateway, with or without `/mcp` */
export function endpointOf(url: string): URL {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new StartRefusedError('ORKESTRA_URL must be a URL such as https://orkestra.example.com.', 2);
  }
  const endpoint = new URL(url);
  if (!/\/mcp\/?$/.test(endpoint.pathname)) endpoint.pathname = `${endpoint.pathname.replace(/\/$/, '')}/mcp`;
  return endpoint;
}
