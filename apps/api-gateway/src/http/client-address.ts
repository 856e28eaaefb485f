import { trustedProxies } from '@orkestra/core';
import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';

/** The address of the client of a request that Express does not see, by the rules that it has for others. */
export function clientAddress(proxies: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = proxyAddress.compile(trustedProxies(proxies));
  return (request) => proxyAddress(request, isTrusted);
}
