import { createECDH, createHash } from 'node:crypto';
import type { AddressDetails } from '../addresses/address';

/** What a browser hands out so that it can be reached (RFC 8030, RFC 8291). */
export interface PushSubscription {
  /** At its push service. Whoever has it can send to the browser what it cannot read. */
  endpoint: string;
  /** The browser's public key; base64url. */
  p256dh: string;
  /** What the two share; base64url. */
  auth: string;
}

const LONGEST_ENDPOINT = 2_000;
const POINT_BYTES = 65;
const AUTH_BYTES = 16;

/**
 * Why it cannot be sent to; null where it can.
 * @param services hosts of push services; `*.example.com` for all below one
 */
export function problemWith(
  { endpoint, p256dh, auth }: PushSubscription,
  services: readonly string[],
): string | null {
  if (endpoint.length > LONGEST_ENDPOINT || !URL.canParse(endpoint)) return 'Its endpoint is no address.';
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (protocol !== 'https:' || username !== '' || password !== '')
    return 'Its endpoint must be an https address without a password.';
  if (!services.some((service) => isOf(hostname, service)))
    return `Its push service, ${hostname}, is not one of PUSH_SERVICES.`;
  if (!isPoint(p256dh) || Buffer.from(auth, 'base64url').length !== AUTH_BYTES)
    return 'Its keys are no keys.';
  return null;
}

/** What tells it from others; nobody reaches the browser by it. */
export function keyOf({ endpoint }: PushSubscription): string {
  return createHash('sha256').update(endpoint).digest('base64url');
}

export function subscriptionIn({ endpoint = '', p256dh = '', auth = '' }: AddressDetails): PushSubscription {
  return { endpoint, p256dh, auth };
}

function isOf(hostname: string, service: string): boolean {
  const name = service.toLowerCase();
  return name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name;
}

function isPoint(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== POINT_BYTES) return false;
  try {
    const own = createECDH('prime256v1');
    own.generateKeys();
    own.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}
