/** What somebody went to their directory for. */
type RoundTripPurpose =
  | { kind: 'sign-in' }
  | { kind: 'test'; tenantId: string; testId: string }
  | { kind: 'step-up'; tenantId: string; userId: string; sessionId: string };

/** What is kept until they are back. */
export interface RoundTrip {
  connectionId: string;
  purpose: RoundTripPurpose;
  /** Path where they go on. */
  returnTo: string;
  /** What the protocol needs to check the answer. */
  checks: Readonly<Record<string, string>>;
}

export interface Departure {
  connectionId: string;
  purpose: RoundTripPurpose;
  returnTo?: string | undefined;
  /** Random text that only this browser has. */
  browser: string;
  /** Whom the directory may take for granted to be asked for. */
  email?: string | undefined;
}

const LOCAL_PATH = /^\/(?![/\\])[^\\\p{Cc}]{0,1000}$/u;

/** A path of the admin app, whatever was given: nobody is sent elsewhere. */
export function localPath(text: string | undefined): string {
  return text !== undefined && LOCAL_PATH.test(text) ? text : '/';
}
