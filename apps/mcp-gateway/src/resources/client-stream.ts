import type { TenantContext } from '@orkestra/tenancy';

/** The way to a client that listens: an HTTP response that stays open, or stdout. */
export interface ClientStream {
  /** Who listens. It is asked again from time to time, so that a key that was revoked hears no more. */
  authenticate(): Promise<TenantContext>;
  /** Whether the client takes more now. */
  ready(): boolean;
  /** To be called when it is ready again; set by who sends. */
  onready: (() => void) | undefined;
  /** Hangs up on a client whose key is not valid any more. */
  end(): void;
}
