import { hostname, userInfo } from 'node:os';
import { oneLine } from '@orkestra/core';
import type { Operator } from '@orkestra/tenancy';
import type { Environment } from '../command-line/environment';

/** Who is said to have acted, in the audit logs of tenants. */
export function operatorOf(env: Environment): Operator {
  const name = oneLine(env['ORKESTRA_OPERATOR'] ?? '') || `${user()}@${hostname()}`;
  return { name: name.slice(0, 100) };
}

/** In a container the user may have no name. */
function user(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
