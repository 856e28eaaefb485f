import { oneLine } from '@orkestra/core';
import { z } from 'zod';
import { TENANT_ROLES } from '../roles';
import type { ConnectionKind, ConnectionMapping, RoleRule } from './connection';
import { oidcConfig } from './oidc/oidc-config.schema';
import { samlConfig } from './saml/saml-config.schema';
import { InvalidConnectionError } from './sso.errors';

const LONGEST_NAME = 60;
const roles = TENANT_ROLES.filter((role): role is RoleRule['role'] => role !== 'owner');
const path = z.string().trim().min(1).max(300);
const given = z.string().min(1).max(500);

const mapping = z.strictObject({
  email: path.default('email'),
  displayName: path.default('name'),
  groups: path.default('groups'),
  groupRules: z
    .array(
      z.strictObject({
        from: given,
        group: z.string().min(1).max(63),
        role: z.enum(['member', 'supervisor']),
      }),
    )
    .max(200)
    .default([]),
  roleRules: z
    .array(z.strictObject({ from: given, role: z.enum(roles) }))
    .max(50)
    .default([]),
  defaultRole: z.enum(roles).default('operator'),
});

const secret = z.string().trim().min(1).max(2_000);

const CONFIGS: Record<ConnectionKind, z.ZodType<Record<string, unknown>>> = {
  oidc: oidcConfig,
  saml: samlConfig,
};

/** @throws InvalidConnectionError */
export function checkedName(text: string): string {
  const name = oneLine(text);
  if (name === '' || name.length > LONGEST_NAME)
    throw new InvalidConnectionError([
      { pointer: '/name', message: `must have 1 to ${LONGEST_NAME} characters` },
    ]);
  return name;
}

/** @throws InvalidConnectionError */
export function checkedConfig(kind: ConnectionKind, config: unknown): Record<string, unknown> {
  return parse(CONFIGS[kind], config, '/config');
}

/** With what is usual where something is left out. @throws InvalidConnectionError */
export function checkedMapping(text: unknown): ConnectionMapping {
  return parse(mapping, text, '/mapping');
}

/** @throws InvalidConnectionError */
export function checkedSecret(text: string): string {
  return parse(secret, text, '/secret');
}

function parse<T>(schema: z.ZodType<T>, value: unknown, at: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidConnectionError(
    parsed.error.issues.map(({ path: where, message }) => ({ pointer: [at, ...where].join('/'), message })),
  );
}
