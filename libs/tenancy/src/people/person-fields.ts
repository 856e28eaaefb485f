import { oneLine } from '@orkestra/core';
import { isTenantRole, type TenantRole } from '../roles';
import { InvalidPersonError } from './people.errors';

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 100;
const EMAIL = /^[^\s@<>(),;:"\\[\]\p{Cc}\p{Cf}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}\p{Cf}]{1,189}$/u;

/** In small letters, as it is kept. @throws InvalidPersonError */
export function checkedEmail(email: string): string {
  const text = email.trim().toLowerCase();
  if (text.length > LONGEST_EMAIL || !EMAIL.test(text)) {
    throw new InvalidPersonError('/email', 'must be an e-mail address such as ida@example.com');
  }
  return text;
}

/** @throws InvalidPersonError */
export function checkedDisplayName(name: string): string {
  const line = oneLine(name);
  if (line === '' || line.length > LONGEST_NAME) {
    throw new InvalidPersonError('/displayName', `must have 1 to ${LONGEST_NAME} characters`);
  }
  return line;
}

/** @throws InvalidPersonError */
export function checkedRole(role: string): TenantRole {
  if (!isTenantRole(role)) throw new InvalidPersonError('/role', 'is no role');
  return role;
}
