import type { Config } from '@orkestra/core';
import { validateHostHeader, validateOriginHeader } from '@modelcontextprotocol/server';
import { limitText } from '../protocol/foreign-text';

type Names = Pick<Config, 'HOST' | 'PUBLIC_URL' | 'ALLOWED_HOSTS'>;

const LONGEST_NAME = 200;

/** Host names under which the gateway answers: a page on another name must not reach it through the browser. */
export class AllowedHosts {
  private readonly names: string[];

  constructor({ HOST, PUBLIC_URL, ALLOWED_HOSTS }: Names) {
    const own = ['localhost', '127.0.0.1', '[::1]', HOST, new URL(PUBLIC_URL).hostname];
    this.names = [...new Set([...own, ...ALLOWED_HOSTS.map(nameOf)])];
  }

  /** Why a request is not answered: what it calls the gateway by, or the page that it comes from, is not known. */
  refusal({
    headers: { host, origin },
  }: {
    headers: { host?: string; origin?: string };
  }): string | undefined {
    if (!validateHostHeader(host, this.names).ok) return wordsFor('Host', host);
    if (!validateOriginHeader(origin, this.names).ok) return wordsFor('Origin', origin);
    return undefined;
  }
}

/** A name is compared without its port, in lower case. */
function nameOf(host: string): string {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : host;
}

function wordsFor(header: string, value = ''): string {
  const name = limitText(value, LONGEST_NAME);
  return `${header} "${name}" is not one of this gateway's. Whoever runs it adds the name to ALLOWED_HOSTS.`;
}
