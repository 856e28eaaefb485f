import type { GuestAction, GuestStatus } from '../generated/graphql';

export const ACTION_LABELS: Readonly<Record<GuestAction, string>> = {
  APPROVE: 'Approve',
  REJECT: 'Reject',
  COMPLETE: 'Fill in the form',
  COMMENT: 'Comment',
};

export const STATUS_LABELS: Readonly<Record<GuestStatus, string>> = {
  INVITED: 'invited',
  ARRIVED: 'has opened it',
  REVOKED: 'revoked',
  ENDED: 'ended',
};

/** Who may still do something. */
export function isLive(status: GuestStatus): boolean {
  return status === 'INVITED' || status === 'ARRIVED';
}

/** What there is to do about a task for somebody outside. */
export function actionsFor(isApproval: boolean): GuestAction[] {
  return isApproval ? ['APPROVE', 'REJECT', 'COMMENT'] : ['COMPLETE', 'COMMENT'];
}
