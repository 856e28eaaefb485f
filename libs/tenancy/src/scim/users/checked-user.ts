import { oneLine } from '@orkestra/core';
import { InvalidPersonError } from '../../people/people.errors';
import { checkedEmail } from '../../people/person-fields';
import { isTenantRole, type TenantRole } from '../../roles';
import { ScimRequestError } from '../scim.errors';
import type { ListedValue, UserProfile } from './user-attributes';

/** A role that a directory may give: owners are made in Orkestra alone. */
export type ScimRole = Exclude<TenantRole, 'owner'>;

export interface CheckedUser {
  profile: UserProfile;
  /** In small letters. */
  userName: string;
  externalId: string | null;
  email: string;
  displayName: string;
  /** Undefined where the directory does not say. */
  active: boolean | undefined;
  role: ScimRole | null;
  /** Values that have no meaning here. */
  ignored: string[];
}

const LONGEST_USER_NAME = 254;
const LONGEST_NAME = 100;

/** @throws ScimRequestError invalidValue */
export function checkedUser(profile: UserProfile): CheckedUser {
  const userName = (profile.userName ?? '').trim();
  if (userName === '' || userName.length > LONGEST_USER_NAME)
    throw new ScimRequestError('invalidValue', `"userName" must have 1 to ${LONGEST_USER_NAME} characters.`);
  const email = emailOf(profile, userName);
  const { role, ignored } = roleOf(profile.roles ?? []);
  return {
    profile,
    userName: userName.toLowerCase(),
    externalId: profile.externalId ?? null,
    email,
    displayName: displayNameOf(profile, email),
    active: profile.active,
    ...{ role, ignored },
  };
}

/** The primary address, else that of work, else the first; a user name that is an address counts as one. */
function emailOf({ emails = [] }: UserProfile, userName: string): string {
  const usable = emails.filter(({ value }) => value !== undefined);
  const chosen =
    usable.find(({ primary }) => primary === true) ??
    usable.find(({ type }) => type?.toLowerCase() === 'work') ??
    usable[0];
  try {
    return checkedEmail(chosen?.value ?? userName);
  } catch (error) {
    if (!(error instanceof InvalidPersonError)) throw error;
    const problem = 'A person needs an e-mail address: in "emails", or as "userName".';
    throw new ScimRequestError('invalidValue', problem);
  }
}

function displayNameOf({ displayName, name }: UserProfile, email: string): string {
  const said = [displayName, name?.formatted, `${name?.givenName ?? ''} ${name?.familyName ?? ''}`, email];
  const lines = said.map((text) => oneLine((text ?? '').slice(0, LONGEST_NAME)));
  return lines.find((line) => line !== '') ?? email.slice(0, LONGEST_NAME);
}

function roleOf(roles: readonly ListedValue[]): { role: ScimRole | null; ignored: string[] } {
  const inOrder = [...roles].sort((a, b) => Number(b.primary === true) - Number(a.primary === true));
  const named = inOrder.flatMap(({ value }) => (value === undefined ? [] : [value.trim().toLowerCase()]));
  if (named.includes('owner')) {
    const message = 'A directory makes nobody an owner. Owners are named in Orkestra, by owners.';
    throw new ScimRequestError('invalidValue', message);
  }
  const known = named.filter((name): name is ScimRole => isTenantRole(name));
  const ignored = named.filter((name) => !isTenantRole(name)).map((name) => `roles "${name.slice(0, 50)}"`);
  return { role: known[0] ?? null, ignored };
}
