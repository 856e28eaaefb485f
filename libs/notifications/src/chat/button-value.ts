import { isUuid } from '@orkestra/core';

/** What a button carries: which message it stands in, and the digest of what that showed. No secret. */
export interface ButtonValue {
  tenantId: string;
  /** Of the message. */
  id: string;
  /** Of what was shown whole to be approved; null where nothing was. */
  payloadDigest: string | null;
}

const DIGEST = /^([0-9a-f]{64})?$/;

export function writeButtonValue({ tenantId, id, payloadDigest }: ButtonValue): string {
  return `${tenantId}/${id}/${payloadDigest ?? ''}`;
}

/** Undefined where the text is no such value. */
export function readButtonValue(text: unknown): ButtonValue | undefined {
  if (typeof text !== 'string') return undefined;
  const [tenantId = '', id = '', digest = '', ...more] = text.split('/');
  if (!isUuid(tenantId) || !isUuid(id) || !DIGEST.test(digest) || more.length > 0) return undefined;
  return { tenantId, id, payloadDigest: digest === '' ? null : digest };
}
