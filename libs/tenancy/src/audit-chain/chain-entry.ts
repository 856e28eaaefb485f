import { digest } from '@orkestra/core';
import type { AuditActorKind, AuditEvent } from '../audit/audit-events.service';

/** What an entry commits to: people by their ids, and what may be erased by its digest alone. */
export interface ChainEntry {
  tenantId: string;
  /** From 1 on, without gaps. */
  position: number;
  /** The digest of the entry before it; null at the first. */
  previous: string | null;
  id: string;
  at: string;
  action: string;
  /** The id of an operator is their name, and stands in what may be erased. */
  actor: { kind: AuditActorKind; id: string | null };
  onBehalfOf: string | null;
  credentialId: string | null;
  channel: string;
  correlationId: string;
  target: { kind: string; id: string | null } | null;
  erasableDigest: string;
}

/**
 * What may be erased later, while the chain stays whole. The salt goes with it: without, an address could be found again
 * by trying them all.
 */
export interface Erasable {
  /** 16 random bytes, hexadecimal. */
  salt: string;
  remoteAddress: string | null;
  operator: string | null;
  details: Record<string, unknown>;
}

/** Hexadecimal SHA-256 of canonical JSON (RFC 8785). */
export function digestOf(value: unknown): string {
  return digest(value).toString('hex');
}

export function erasableOf(
  { actorKind, actorId, remoteAddress, details }: AuditEvent,
  salt: Buffer,
): Erasable {
  const operator = actorKind === 'operator' ? actorId : null;
  return { salt: salt.toString('hex'), remoteAddress, operator, details };
}

export function entryOf(
  tenantId: string,
  event: AuditEvent,
  { position, previous }: Pick<ChainEntry, 'position' | 'previous'>,
  erasableDigest: string,
): ChainEntry {
  const { id, at, action, actorKind, actorId, targetKind, targetId } = event;
  const { onBehalfOf, credentialId, channel, correlationId } = event;
  const actor = { kind: actorKind, id: actorKind === 'operator' ? null : actorId };
  const target = targetKind === null ? null : { kind: targetKind, id: targetId };
  return {
    ...{ tenantId, position, previous, id, at: at.toISOString(), action, actor },
    ...{ onBehalfOf, credentialId, channel, correlationId, target, erasableDigest },
  };
}
