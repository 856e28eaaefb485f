import type { Config } from '@orkestra/core';

/** Host names under which the gateway answers: a page on another name must not reach it through the browser. */
export function allowedHosts({ HOST, PUBLIC_URL }: Pick<Config, 'HOST' | 'PUBLIC_URL'>): string[] {
  return [...new Set(['localhost', '127.0.0.1', '[::1]', HOST, new URL(PUBLIC_URL).hostname])];
}
