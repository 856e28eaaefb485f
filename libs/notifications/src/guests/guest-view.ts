/** What a guest can be allowed. */
export const GUEST_ACTIONS = ['approve', 'reject', 'complete', 'comment'] as const;
export type GuestAction = (typeof GUEST_ACTIONS)[number];

/** How long an invitation lasts, in days. */
export const GUEST_DAYS = { fallback: 7, most: 30 } as const;

/** `invited` until the link was used; `ended` when its time was over. */
export const GUEST_STATUSES = ['invited', 'arrived', 'revoked', 'ended'] as const;
export type GuestStatus = (typeof GUEST_STATUSES)[number];

/** A person without an account who was invited to a task. */
export interface GuestView {
  id: string;
  taskId: string;
  email: string;
  name: string;
  actions: GuestAction[];
  status: GuestStatus;
  /** Null where that person was forgotten. */
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  arrivedAt: Date | null;
  revokedAt: Date | null;
}

export interface InviteGuest {
  taskId: string;
  email: string;
  name: string;
  actions: readonly GuestAction[];
  /** 1 to 30; 7 where it is left out. */
  days?: number | undefined;
}

export interface InvitedGuest {
  guest: GuestView;
  /** To be handed on; null where it was mailed. */
  link: string | null;
}
