import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { NoSecretsKeyError, SecretUnreadableError } from './secrets.errors';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Where nobody has set a key and nothing is at stake. */
const KEY_OF_DEVELOPMENT = createHash('sha256').update('orkestra development').digest();

export interface Sealed {
  keyId: string;
  /** Nonce, tag and cipher text. */
  bytes: Buffer;
}

/** Seals what Postgres must keep but nobody may read there (AES-256-GCM). */
@Injectable()
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor({ SECRETS_KEY, NODE_ENV }: Config) {
    const given = SECRETS_KEY.map((text) => Buffer.from(text, 'base64'));
    const all = given.length > 0 || NODE_ENV === 'production' ? given : [KEY_OF_DEVELOPMENT];
    this.keys = new Map(all.map((key) => [idOf(key), key]));
  }

  /**
   * @param place what it is and whose: sealed text that is moved to another place does not open there
   * @throws NoSecretsKeyError
   */
  seal(text: string, place: readonly string[]): Sealed {
    const [first] = this.keys;
    if (first === undefined) throw new NoSecretsKeyError();
    const [keyId, key] = first;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(JSON.stringify(place)));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return { keyId, bytes: Buffer.concat([iv, cipher.getAuthTag(), body]) };
  }

  /** @throws SecretUnreadableError when its key is gone, or when it was changed or belongs elsewhere */
  open({ keyId, bytes }: Sealed, place: readonly string[]): string {
    const key = this.keys.get(keyId);
    if (key === undefined) throw new SecretUnreadableError();
    try {
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(JSON.stringify(place)))
        .setAuthTag(tag);
      const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    } catch {
      throw new SecretUnreadableError();
    }
  }
}

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
