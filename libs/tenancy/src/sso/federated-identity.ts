import type { SsoConnection } from './connection';

/** Whom a directory has sent, as every kind of connection tells it. All of it was checked to come from the directory. */
export interface FederatedIdentity {
  connection: SsoConnection;
  /** What the directory calls the person, for good. */
  subject: string;
  email?: string | undefined;
  /** False only where the directory says so. */
  emailVerified?: boolean | undefined;
  displayName?: string | undefined;
  /** Undefined where the directory leaves open which; empty where there are none. */
  groups?: readonly string[] | undefined;
  /** All that it said. */
  attributes: Readonly<Record<string, unknown>>;
  /** How the person proved who they are, as the directory calls it. */
  acr?: string | undefined;
  authTime?: Date | undefined;
  /** What the directory calls the session. */
  session?: string | undefined;
  /** What it wants to see at sign-out. */
  hint?: string | undefined;
}
