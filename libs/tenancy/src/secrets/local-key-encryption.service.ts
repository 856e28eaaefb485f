import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { idOfKey, openBytes, sealBytes } from './aes-box';
import { KeyEncryption, type WrappedKey } from './key-encryption';
import { KEY_OF_DEVELOPMENT } from './secret-box.service';
import { DataKeyUnreadableError, NoKeyEncryptionKeyError } from './secrets.errors';

const KEY_BYTES = 32;

/** Keys from the environment or a file; the first wraps, all unwrap. */
@Injectable()
export class LocalKeyEncryption extends KeyEncryption {
  readonly currentId: string | undefined;
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor({ KEY_ENCRYPTION_KEY, KEY_ENCRYPTION_KEY_FILE, SECRETS_KEY, isProduction }: Config) {
    super();
    const own = KEY_ENCRYPTION_KEY_FILE === undefined ? KEY_ENCRYPTION_KEY : keysIn(KEY_ENCRYPTION_KEY_FILE);
    const given = (own.length > 0 ? own : SECRETS_KEY).map((text) => Buffer.from(text, 'base64'));
    const all = given.length > 0 || isProduction ? given : [KEY_OF_DEVELOPMENT];
    this.keys = new Map(all.map((key) => [idOfKey(key), key]));
    this.currentId = this.keys.keys().next().value;
  }

  wrap(dataKey: Buffer, tenantId: string): Promise<WrappedKey> {
    const [first] = this.keys;
    if (first === undefined) return Promise.reject(new NoKeyEncryptionKeyError());
    const [keyId, key] = first;
    return Promise.resolve({ keyId, bytes: sealBytes(key, dataKey, placeOf(tenantId)) });
  }

  unwrap({ keyId, bytes }: WrappedKey, tenantId: string): Promise<Buffer> {
    const key = this.keys.get(keyId);
    try {
      if (key !== undefined) return Promise.resolve(openBytes(key, bytes, placeOf(tenantId)));
    } catch {
      // It was changed, or is another tenant's.
    }
    return Promise.reject(new DataKeyUnreadableError(keyId));
  }
}

function placeOf(tenantId: string): string[] {
  return ['data key', tenantId];
}

/** @throws Error when the file is not there or holds anything else than keys */
function keysIn(file: string): string[] {
  const keys = readFileSync(file, 'utf8')
    .split(/[\s,]+/)
    .filter((text) => text !== '');
  if (keys.length === 0 || keys.some((text) => Buffer.from(text, 'base64').length !== KEY_BYTES))
    throw new Error('KEY_ENCRYPTION_KEY_FILE: needs keys of 32 bytes in base64, one a line');
  return keys;
}
