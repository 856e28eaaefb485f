export const CHECKPOINT_TYPE = 'application/vnd.orkestra.audit-checkpoint.v1+json';

/** Says of some entries which they are; signed as it is in canonical JSON. */
export interface Checkpoint {
  tenantId: string;
  /** Positions of its first and last entry. */
  from: number;
  to: number;
  count: number;
  /** The digest of its last entry, hexadecimal. */
  head: string;
  /** The digest of the checkpoint before it, hexadecimal; null at the first. */
  previous: string | null;
  sealedAt: string;
}
