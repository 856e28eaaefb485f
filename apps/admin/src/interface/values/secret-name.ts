import { readableKey } from './readable';

const names =
  /(^| )(password|passwd|passphrase|passcode|pwd|secret|token|credentials?|authorization|cvv|cvc|pin|otp|((api|access|private|secret|signing|encryption) ?key))$/;

/** Whether what has this name is not for whoever looks over a shoulder: `apiKey`, `db_password`. Not so a count of tokens. */
export function isSecretName(name: string): boolean {
  return names.test(readableKey(name).toLowerCase());
}
