import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import { ValueError } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const RawPayload = temporal.api.common.v1.Payload;

/**
 * Encrypts every payload before it leaves the process, with AES-256-GCM: Temporal keeps cipher text alone. What was written
 * without it stays readable, so it can be switched on while workflows run. Nonce, cipher text and tag lie as in Temporal's
 * own sample, so that its codec servers read them.
 */
export class EncryptionCodec implements PayloadCodec {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: { id: string; key: Buffer };

  /**
   * @param keys of 32 bytes in base64: the first encrypts, all decrypt
   * @throws Error when there is none, or one has another length
   */
  constructor(keys: readonly string[]) {
    const all = keys.map((text) => Buffer.from(text, 'base64'));
    const [key] = all;
    if (key === undefined || all.some(({ length }) => length !== KEY_BYTES))
      throw new Error('Payloads are encrypted with keys of 32 bytes in base64: openssl rand -base64 32');
    this.keys = new Map(all.map((one) => [idOf(one), one]));
    this.current = { id: idOf(key), key };
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypted(payload)));
  }

  /** @throws ValueError when a payload was changed, or its key is not there any more */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.decrypted(payload)));
  }

  private encrypted(payload: Payload): Payload {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.current.key, iv);
    const body = Buffer.concat([cipher.update(RawPayload.encode(payload).finish()), cipher.final()]);
    const metadata = { encoding: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(this.current.id) };
    return { metadata, data: Buffer.concat([iv, body, cipher.getAuthTag()]) };
  }

  private decrypted(payload: Payload): Payload {
    const { metadata, data } = payload;
    if (textOf(metadata?.encoding) !== ENCODING || !data) return payload;
    const id = textOf(metadata?.[KEY_ID]);
    const key = this.keys.get(id);
    if (key === undefined)
      throw new ValueError(
        `A payload was encrypted with the key ${id}, which TEMPORAL_CODEC_KEY does not name.`,
      );
    const sealed = Buffer.from(data);
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      const body = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
      return RawPayload.decode(Buffer.concat([body, decipher.final()]));
    } catch {
      throw new ValueError('An encrypted payload was changed, or its key is another one.');
    }
  }
}

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}

/**
 * What a worker or a client of yours needs, so that it reads and writes what the servers do: pass it as `dataConverter`.
 * Undefined unless `TEMPORAL_CODEC` is `on`; `TEMPORAL_CODEC_KEY` has the keys, with commas between them.
 * @throws Error when it is on and there is no key
 */
export function dataConverterFrom(
  environment: Readonly<Record<string, string | undefined>>,
): DataConverter | undefined {
  if (environment['TEMPORAL_CODEC'] !== 'on') return undefined;
  const keys = (environment['TEMPORAL_CODEC_KEY'] ?? '').split(',').map((key) => key.trim());
  return { payloadCodecs: [new EncryptionCodec(keys.filter((key) => key !== ''))] };
}
