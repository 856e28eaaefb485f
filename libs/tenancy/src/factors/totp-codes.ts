import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Steps before and after the present one whose codes are taken: clocks of phones are not exact. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** In base32, as authenticator apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the QR code says. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return totp(secret, issuer, label).toString();
}

/** The step of time whose code it is; undefined for a wrong code and for one of a step that was used already. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totp(secret).validate({ token: digits, timestamp: now.getTime(), window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1_000 / PERIOD_S) + delta;
  return step > lastStep ? step : undefined;
}

function totp(secret: string, issuer = 'Orkestra', label = 'account'): TOTP {
  const parts = { issuer, label, secret: Secret.fromBase32(secret) };
  return new TOTP({ ...parts, algorithm: 'SHA1', digits: 6, period: PERIOD_S });
}
