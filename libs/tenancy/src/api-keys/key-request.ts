import { isScope, type Scope } from '../scopes';
import { InvalidApiKeyRequestError } from './api-keys.errors';
import { isNetwork } from './key-networks';

const MOST_NETWORKS = 50;
const MOST_REQUESTS = 1_000_000;
const LONGEST_OVERLAP_HOURS = 30 * 24;

/** What may be changed of a key while it is used. */
export interface ApiKeyChanges {
  /** What people call it. */
  name?: string | undefined;
  /** Addresses and networks (CIDR) from which it may be used; from anywhere where there are none. */
  allowedNetworks?: readonly string[] | undefined;
  /** Null for as many as any principal may send. */
  requestsPerMinute?: number | null | undefined;
  /** E-mail address or id of the person on whose behalf its program acts where it does not say; null for nobody. */
  onBehalfOf?: string | null | undefined;
}

export interface NewApiKey extends ApiKeyChanges {
  /** The service principal that the key acts as, e.g. `support-bot`; made if there is none of this name. */
  principalName: string;
  scopes: readonly Scope[];
  /** Without it the key is valid until it is revoked. */
  expiresAt?: Date | undefined;
}

export interface Rotation {
  /** How long the old secret works on: 0 to 720, default 24. */
  overlapHours?: number | undefined;
  /** Of the new key; left out, it lives as long as the old one was made for. */
  expiresAt?: Date | undefined;
}

/** @throws InvalidApiKeyRequestError */
export function checkNewKey({ principalName, scopes, expiresAt, ...changes }: NewApiKey, now: Date): void {
  if (!/^[^\0]{1,100}$/u.test(principalName)) {
    throw new InvalidApiKeyRequestError(
      'The name of the service principal must have 1 to 100 characters.',
      '/principalName',
    );
  }
  if (scopes.length === 0) throw new InvalidApiKeyRequestError('A key needs at least one scope.', '/scopes');
  const unknown = scopes.find((scope) => !isScope(scope));
  if (unknown !== undefined) throw InvalidApiKeyRequestError.unknownScope(unknown);
  checkExpiry(expiresAt, now);
  checkChanges(changes);
}

/** @throws InvalidApiKeyRequestError */
export function checkChanges({ name, allowedNetworks, requestsPerMinute }: ApiKeyChanges): void {
  if (name !== undefined && !/^[^\0]{0,100}$/u.test(name)) {
    throw new InvalidApiKeyRequestError('The name of a key has at most 100 characters.', '/name');
  }
  if (allowedNetworks !== undefined) checkNetworks(allowedNetworks);
  if (requestsPerMinute == null) return;
  if (!Number.isInteger(requestsPerMinute) || requestsPerMinute < 1 || requestsPerMinute > MOST_REQUESTS) {
    throw new InvalidApiKeyRequestError(
      `A key may send 1 to ${MOST_REQUESTS} requests a minute.`,
      '/requestsPerMinute',
    );
  }
}

/** @throws InvalidApiKeyRequestError */
export function checkRotation({ overlapHours = 24, expiresAt }: Rotation, now: Date): void {
  if (!(overlapHours >= 0 && overlapHours <= LONGEST_OVERLAP_HOURS)) {
    throw new InvalidApiKeyRequestError(
      `The old secret can work on for 0 to ${LONGEST_OVERLAP_HOURS} hours.`,
      '/overlapHours',
    );
  }
  checkExpiry(expiresAt, now);
}

function checkExpiry(expiresAt: Date | undefined, now: Date): void {
  if (expiresAt === undefined || expiresAt > now) return;
  throw new InvalidApiKeyRequestError(
    'The key would already have expired. Give a time in the future.',
    '/expiresAt',
  );
}

function checkNetworks(networks: readonly string[]): void {
  if (networks.length > MOST_NETWORKS) {
    throw new InvalidApiKeyRequestError(`A key names at most ${MOST_NETWORKS} networks.`, '/allowedNetworks');
  }
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong === undefined) return;
  throw new InvalidApiKeyRequestError(
    `"${wrong.slice(0, 100)}" is no address and no network. Write 203.0.113.7, 10.0.0.0/8 or 2001:db8::/32.`,
    '/allowedNetworks',
  );
}
