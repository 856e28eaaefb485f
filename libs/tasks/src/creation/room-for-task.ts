import {
  TenantDeletingError,
  TenantLimitError,
  TenantSuspendedError,
  TenantWaitsError,
} from '@orkestra/tenancy';

/** What the statement that makes a task saw of its tenant. */
export interface Room {
  status: string;
  /** Tasks that are open. */
  open: number;
  most: number;
  /** Bytes that one task may be given. */
  largest: number;
  enough: boolean;
}

/** @throws TenantWaitsError, TenantSuspendedError, TenantDeletingError, TenantLimitError */
export function refuseUnlessRoom(room: Room | undefined, bytes: number, waits: boolean): void {
  if (room === undefined) throw new TenantDeletingError();
  if (room.enough) return;
  if (room.status !== 'active' && waits) throw new TenantWaitsError();
  if (room.status === 'suspended') throw new TenantSuspendedError();
  if (room.status !== 'active') throw new TenantDeletingError();
  if (bytes > room.largest) throw new TenantLimitError('payloadBytes', room.largest, bytes);
  throw new TenantLimitError('openTasks', room.most, room.open + 1);
}
