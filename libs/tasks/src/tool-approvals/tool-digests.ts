import { digest } from '@orkestra/core';
import type { Risk } from './risk';

/** The digest of one call: what would be done. Agents can compute the same from canonical JSON. */
export function callDigest({ tool, arguments: given }: { tool: string; arguments: object }): Buffer {
  return digest({ tool, arguments: given });
}

export interface AskedCall {
  callId: string;
  tool: string;
  arguments: Record<string, unknown>;
  reason?: string | null | undefined;
  risk: Risk;
}

/** The digest of everything that a person is asked: what would be done, why, and how risky it is said to be. */
export function askedDigest(calls: readonly AskedCall[]): Buffer {
  return digest(
    calls.map(({ callId, tool, arguments: given, reason, risk }) => ({
      callId,
      tool,
      arguments: given,
      reason: reason ?? null,
      risk,
    })),
  );
}

/**
 * The digest of what has to stay the same for another call to be similar: the arguments of these names, and that they
 * are missing where they are; without names all arguments, exactly.
 */
export function similarityDigest(given: Readonly<Record<string, unknown>>, names: readonly string[]): Buffer {
  if (names.length === 0) return digest({ all: given });
  const kept = distinctNames(names).map((name) => [name, Object.hasOwn(given, name) ? [given[name]] : []]);
  return digest({ some: kept });
}

/** The names once each and sorted, so that the same names always make the same rule. */
export function distinctNames(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
