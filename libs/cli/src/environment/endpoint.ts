import { StartRefusedError } from './cli.errors';

/** Where to go and with which key. */
export interface Gateway {
  endpoint: URL;
  apiKey: string;
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
