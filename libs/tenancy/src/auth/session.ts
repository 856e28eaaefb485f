import type { TenantRole } from '../roles';
import type { GroupMembership } from '../tenant-context';
import type { TenantState } from '../tenants/tenant-status';

export interface SessionUser extends TenantState {
  tenantId: string;
  sessionId: string;
  userId: string;
  displayName: string;
  role: TenantRole;
  groups: GroupMembership[];
  /** The tenant's own limit, as text. */
  tenantRequestsPerMinute: string | null;
}

/** How somebody proved who they are. */
export type SignInMethod =
  'password' | 'passkey' | 'password+totp' | 'password+passkey' | 'password+recovery-code' | SsoMethod;

type SsoMethod = 'oidc' | 'saml';

/** What a session keeps of the directory that it came from. */
export interface SsoOrigin {
  connectionId: string;
  subject: string;
  /** What the directory calls the session. */
  session?: string | undefined;
  /** What the directory wants to see at sign-out. */
  hint?: { keyId: string; bytes: Buffer } | undefined;
  /** When the person last proved there who they are; undefined where the directory does not say. */
  provenAt?: Date | undefined;
}

export interface NewSession {
  tenantId: string;
  userId: string;
  /** Of the person's sessions when they proved who they are. */
  epoch: number;
  method: SignInMethod;
  remoteAddress?: string | undefined;
  userAgent?: string | undefined;
  /** Token of a session that ends in the same step. */
  replaces?: string | undefined;
  sso?: SsoOrigin | undefined;
}

export interface OpenedSession {
  id: string;
  token: string;
  /** When it ends at the latest. */
  expiresAt: Date;
}

/** Of those that end: one, all but one, or all that a change of the account has ended already. */
export interface WhichSessions {
  only?: string | undefined;
  except?: string | undefined;
  stale?: boolean;
}

/** Those that came from a directory: all, a person's, or those that it names. */
export interface SsoSessions {
  tenantId: string;
  connectionId: string;
  subject?: string | undefined;
  sessions?: readonly string[] | undefined;
}
