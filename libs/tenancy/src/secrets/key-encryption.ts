/** A data key as it is kept: of no use without the key that wrapped it. */
export interface WrappedKey {
  /** Names the key-encryption key. */
  keyId: string;
  bytes: Buffer;
}

/**
 * What wraps the data keys of tenants: keys from the environment or a file, or a key management service. An adapter for one
 * answers `wrap` with its Encrypt call, `unwrap` with its Decrypt call, and passes the tenant as encryption context.
 */
export abstract class KeyEncryption {
  /** With the present key. @throws NoKeyEncryptionKeyError */
  abstract wrap(dataKey: Buffer, tenantId: string): Promise<WrappedKey>;
  /** @throws DataKeyUnreadableError when the key that wrapped it is not there any more */
  abstract unwrap(wrapped: WrappedKey, tenantId: string): Promise<Buffer>;
  /** The id of the present key; undefined where there is none. */
  abstract readonly currentId: string | undefined;
}
