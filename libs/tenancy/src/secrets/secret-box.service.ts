import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { idOfKey, openBytes, sealBytes } from './aes-box';
import { NoSecretsKeyError, SecretUnreadableError } from './secrets.errors';

/** Where nobody has set a key and nothing is at stake. */
export const KEY_OF_DEVELOPMENT = createHash('sha256').update('orkestra development').digest();

export interface Sealed {
  keyId: string;
  /** Nonce, tag and cipher text. */
  bytes: Buffer;
}

/** Seals what Postgres must keep but nobody may read there (AES-256-GCM). */
@Injectable()
export class SecretBox {
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor({ SECRETS_KEY, isProduction }: Config) {
    const given = SECRETS_KEY.map((text) => Buffer.from(text, 'base64'));
    const all = given.length > 0 || isProduction ? given : [KEY_OF_DEVELOPMENT];
    this.keys = new Map(all.map((key) => [idOfKey(key), key]));
  }

  /**
   * @param place what it is and whose: sealed text that is moved to another place does not open there
   * @throws NoSecretsKeyError
   */
  seal(text: string, place: readonly string[]): Sealed {
    const [first] = this.keys;
    if (first === undefined) throw new NoSecretsKeyError();
    const [keyId, key] = first;
    return { keyId, bytes: sealBytes(key, Buffer.from(text, 'utf8'), place) };
  }

  /** @throws SecretUnreadableError when its key is gone, or when it was changed or belongs elsewhere */
  open({ keyId, bytes }: Sealed, place: readonly string[]): string {
    const key = this.keys.get(keyId);
    if (key === undefined) throw new SecretUnreadableError();
    try {
      return openBytes(key, bytes, place).toString('utf8');
    } catch {
      throw new SecretUnreadableError();
    }
  }

  /**
   * A short mark by which what was given away is known again, where there is no room for sealed text (HMAC-SHA-256).
   * @param bytes how long, 8 to 32
   * @throws NoSecretsKeyError
   */
  mark(text: string, place: readonly string[], bytes: number): Buffer {
    const [first] = this.keys.values();
    if (first === undefined) throw new NoSecretsKeyError();
    return markBy(first, text, place, bytes);
  }

  /** Whether one of the keys has made the mark. */
  isMark(mark: Buffer, text: string, place: readonly string[]): boolean {
    return [...this.keys.values()].some((key) =>
      timingSafeEqual(markBy(key, text, place, mark.length), mark),
    );
  }
}

function markBy(key: Buffer, text: string, place: readonly string[], bytes: number): Buffer {
  // A key of its own: what seals does not mark.
  const own = createHmac('sha256', key).update('mark').digest();
  return createHmac('sha256', own)
    .update(JSON.stringify([...place, text]))
    .digest()
    .subarray(0, bytes);
}
