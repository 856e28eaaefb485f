import { isRecord } from '@orkestra/core';

/** A text of somebody else's answer, or ''. */
export function textOf(body: unknown, key: string): string {
  const value = isRecord(body) ? body[key] : undefined;
  return typeof value === 'string' ? value : '';
}
