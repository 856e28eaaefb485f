import type { Scope } from '../scopes';

/**
 * `expiring` within seven days; `rotated` while the old secret works besides the new one; `stopped` because the person
 * on whose behalf it acts is inactive, or its program is.
 */
export type ApiKeyState = 'active' | 'expiring' | 'rotated' | 'stopped' | 'expired' | 'revoked';

export interface ApiKeyPerson {
  id: string;
  displayName: string;
  active: boolean;
}

export interface ApiKeyView {
  id: string;
  /** What people call it; may be empty. */
  name: string;
  /** The first part of the key, by which people tell keys apart. */
  prefix: string;
  principal: { id: string; name: string };
  scopes: Scope[];
  state: ApiKeyState;
  createdAt: Date;
  /** Null where the operator of the server made it. */
  createdBy: ApiKeyPerson | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  rotatedAt: Date | null;
  /** The id of the key that a rotation made. */
  replacedBy: string | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  /** Addresses and networks from which it may be used; empty for all. */
  allowedNetworks: string[];
  /** Null for as many as any principal may send. */
  requestsPerMinute: number | null;
  /** On whose behalf its program acts where it does not say. */
  onBehalfOf: ApiKeyPerson | null;
}

/** Uses of a key from one address on one day. */
export interface ApiKeyUse {
  /** In UTC, such as `2030-01-31`. */
  day: string;
  /** Null where it was not known. */
  address: string | null;
  count: number;
  lastUsedAt: Date;
}

export type ApiKeyRow = Omit<ApiKeyView, 'state'> & { principalActive: boolean };

const EXPIRING_MS = 7 * 24 * 3_600_000;

function stateOf(row: ApiKeyRow, now: Date): ApiKeyState {
  const { revokedAt, expiresAt, rotatedAt, onBehalfOf, principalActive } = row;
  if (revokedAt !== null) return 'revoked';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  if (onBehalfOf?.active === false || !principalActive) return 'stopped';
  if (rotatedAt !== null) return 'rotated';
  return expiresAt !== null && expiresAt.getTime() - now.getTime() <= EXPIRING_MS ? 'expiring' : 'active';
}

export function toApiKeyView(row: ApiKeyRow, now: Date): ApiKeyView {
  const { principalActive: _, ...view } = row;
  return { ...view, state: stateOf(row, now) };
}
