import { createHmac, timingSafeEqual } from 'node:crypto';

const LONGEST_AGE_S = 5 * 60;
const TIMESTAMP = /^\d{1,12}$/;

/** What Slack sends with each request to show that it is Slack's. */
export interface SlackSignature {
  /** `X-Slack-Request-Timestamp`: seconds. */
  timestamp: string;
  /** `X-Slack-Signature`. */
  signature: string;
}

/** @see https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function isRecent({ timestamp }: SlackSignature, now: Date): boolean {
  if (!TIMESTAMP.test(timestamp)) return false;
  return Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= LONGEST_AGE_S;
}

/** In constant time. @param body the bytes as they came */
export function isSigned(body: Buffer, { timestamp, signature }: SlackSignature, secret: string): boolean {
  const expected = Buffer.from(signatureOf(body, timestamp, secret));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf(body: Buffer, timestamp: string, secret: string): string {
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body);
  return `v0=${hmac.digest('hex')}`;
}
