import { type KeyObject, sign, verify } from 'node:crypto';
import { keyIdOf, type PublicKeys } from './evidence-key';

/** A signed message: DSSE, https://github.com/secure-systems-lab/dsse (v1.0.2). */
export interface DsseEnvelope {
  payloadType: string;
  /** Base64. */
  payload: string;
  signatures: { keyid: string; sig: string }[];
}

type EnvelopeProblem = 'malformed' | 'payload_type' | 'unknown_key' | 'signature';

/** What an envelope holds, or why it is not to be believed. */
export type Opened =
  { payload: Buffer; keyId: string; problem?: undefined } | { problem: EnvelopeProblem; keyId?: string };

export function signEnvelope(payloadType: string, payload: Buffer, privateKey: KeyObject, keyId: string) {
  const sig = sign(null, preAuthentication(payloadType, payload), privateKey).toString('base64');
  return { payloadType, payload: payload.toString('base64'), signatures: [{ keyid: keyId, sig }] };
}

/** Checks the one signature of an envelope before anything in it is looked at. */
export function openEnvelope(envelope: unknown, payloadType: string, keys: PublicKeys): Opened {
  if (!isEnvelope(envelope)) return { problem: 'malformed' };
  const [{ keyid, sig } = { keyid: '', sig: '' }] = envelope.signatures;
  if (envelope.payloadType !== payloadType) return { problem: 'payload_type', keyId: keyid };
  const key = keys.get(keyid);
  if (key === undefined) return { problem: 'unknown_key', keyId: keyid };
  const payload = Buffer.from(envelope.payload, 'base64');
  const signature = Buffer.from(sig, 'base64');
  // Base64 that is read leniently would let other text stand for the same bytes.
  if (payload.toString('base64') !== envelope.payload || signature.toString('base64') !== sig)
    return { problem: 'malformed', keyId: keyid };
  return verify(null, preAuthentication(payloadType, payload), key, signature)
    ? { payload, keyId: keyIdOf(key) }
    : { problem: 'signature', keyId: keyid };
}

function isEnvelope(value: unknown): value is DsseEnvelope {
  if (!hasExactly(value, ['payload', 'payloadType', 'signatures'])) return false;
  const { payload, payloadType, signatures } = value;
  if (typeof payload !== 'string' || typeof payloadType !== 'string' || !Array.isArray(signatures))
    return false;
  const [signature, ...more] = signatures as unknown[];
  return (
    more.length === 0 &&
    hasExactly(signature, ['keyid', 'sig']) &&
    typeof signature['keyid'] === 'string' &&
    typeof signature['sig'] === 'string'
  );
}

function hasExactly(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).toSorted().join() === names.join();
}

/** What is signed: PAE of DSSE. */
function preAuthentication(payloadType: string, payload: Buffer): Buffer {
  const type = Buffer.from(payloadType);
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    payload,
  ]);
}
