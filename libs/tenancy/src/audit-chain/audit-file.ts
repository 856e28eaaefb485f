import type { DsseEnvelope } from '../evidence/dsse';
import type { EvidenceJwk } from '../evidence/evidence-key';
import type { ChainEntry, Erasable } from './chain-entry';

export const AUDIT_FILE_FORMAT = 'orkestra-audit-1';

/** The first line: what the others should be. It is not signed itself. */
export interface HeaderLine {
  type: 'header';
  format: typeof AUDIT_FILE_FORMAT;
  tenantId: string;
  /** Positions of the first and last entry. */
  from: number;
  to: number;
  /** The digest of the last checkpoint. */
  checkpoint: string;
  /** The period that was asked for; the entries are those of whole checkpoints. */
  since: string | null;
  until: string | null;
  exportedAt: string;
  /** Public keys of the installation. Whoever checks the file should have them from elsewhere. */
  keys: EvidenceJwk[];
}

export interface EntryLine {
  type: 'entry';
  entry: ChainEntry;
  /** Null once it was erased. */
  erasable: Erasable | null;
  /** Of the entry. */
  digest: string;
}

/** After the entries that it seals; before the first entry where the file begins in the middle of the chain. */
export interface CheckpointLine {
  type: 'checkpoint';
  envelope: DsseEnvelope;
}

/** A line of an export: canonical JSON (RFC 8785). */
export type AuditFileLine = HeaderLine | EntryLine | CheckpointLine;

/** The names in each line, sorted. */
export const LINE_NAMES: Readonly<Record<AuditFileLine['type'], readonly string[]>> = {
  header: [
    ...['checkpoint', 'exportedAt', 'format', 'from', 'keys'],
    ...['since', 'tenantId', 'to', 'type', 'until'],
  ],
  entry: ['digest', 'entry', 'erasable', 'type'],
  checkpoint: ['envelope', 'type'],
};
