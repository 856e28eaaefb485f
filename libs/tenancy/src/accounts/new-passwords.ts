import { queryRows, type TenantDatabase, type TenantScope } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { hashPassword } from '../auth/passwords';
import { checkPassword } from './password-rules';

interface Owner {
  email: string;
  displayName: string;
  slug: string;
  name: string;
}

/**
 * Before the transaction that sets it: no connection waits for the hash.
 * @throws WeakPasswordError
 */
export async function hashNewPassword(
  database: TenantDatabase,
  scope: TenantScope,
  userId: string,
  password: string,
): Promise<string> {
  const [owner] = await database.run(scope, (em) => queryRows<Owner>(em, OWNER, [userId]));
  if (owner === undefined) throw new Error(`The person ${userId} is gone`);
  checkPassword(password, Object.values(owner) as string[]);
  return hashPassword(password);
}

/** @param em of a transaction of the tenant */
export async function setPasswordHash(em: EntityManager, userId: string, hash: string): Promise<void> {
  await queryRows(em, 'UPDATE users SET password_hash = $2 WHERE id = $1', [userId, hash]);
}

const OWNER = `
  SELECT u.email, u.display_name AS "displayName", t.slug, t.name
  FROM users u JOIN tenants t ON t.id = u.tenant_id WHERE u.id = $1`;
