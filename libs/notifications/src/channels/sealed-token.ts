import { isRecord } from '@orkestra/core';
import type { SecretBox } from '@orkestra/tenancy';

/** The first byte of a token says how long the id of its key is. */
const ID_LENGTH_BYTES = 1;

/**
 * What a link carries, so that nobody can read or change it.
 * @param place what kind of link it is: one of another kind does not open there
 * @throws NoSecretsKeyError
 */
export function sealToken(box: SecretBox, said: object, place: readonly string[]): string {
  const { keyId, bytes } = box.seal(JSON.stringify(said), place);
  const id = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([id.length]), id, bytes]).toString('base64url');
}

/** Undefined for whatever was not sealed here for this place. */
export function openToken(
  box: SecretBox,
  token: string,
  place: readonly string[],
): Record<string, unknown> | undefined {
  const all = Buffer.from(token, 'base64url');
  const end = ID_LENGTH_BYTES + (all[0] ?? 0);
  try {
    const sealed = { keyId: all.subarray(ID_LENGTH_BYTES, end).toString(), bytes: all.subarray(end) };
    const said: unknown = JSON.parse(box.open(sealed, place));
    return isRecord(said) ? said : undefined;
  } catch {
    return undefined;
  }
}
