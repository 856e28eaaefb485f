import { isRecord } from '@orkestra/core';
import type { TenantRole } from '../roles';
import type { ConnectionMapping, GroupRule } from './connection';

export interface MappedAttributes {
  email: string | undefined;
  displayName: string | undefined;
  groups: string[] | undefined;
}

const MOST_GROUPS = 1_000;

/** What the mapping finds in what a directory says. */
export function mapAttributes(
  { email, displayName, groups }: Pick<ConnectionMapping, 'email' | 'displayName' | 'groups'>,
  attributes: Readonly<Record<string, unknown>>,
): MappedAttributes {
  return {
    email: textAt(attributes, email),
    displayName: textAt(attributes, displayName),
    groups: isOverfull(attributes, groups) ? undefined : textsAt(attributes, groups),
  };
}

/** The role that the directory gives; undefined where it says nothing about roles. */
export function roleOf(
  { roleRules, defaultRole }: ConnectionMapping,
  groups: readonly string[] | undefined,
): TenantRole | undefined {
  if (roleRules.length === 0 || groups === undefined) return undefined;
  return roleRules.find(({ from }) => groups.includes(from))?.role ?? defaultRole;
}

/** Groups that the person is to be in, by key; a supervisor by one rule is so whatever another says. */
export function placesOf(
  rules: readonly GroupRule[],
  groups: readonly string[],
): Map<string, GroupRule['role']> {
  const places = new Map<string, GroupRule['role']>();
  for (const { from, group, role } of rules) {
    if (groups.includes(from) && places.get(group) !== 'supervisor') places.set(group, role);
  }
  return places;
}

/** The whole name first: names may be URLs. */
export function valueAt(attributes: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(attributes, path)) return attributes[path];
  let value: unknown = attributes;
  for (const part of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

function textAt(attributes: Readonly<Record<string, unknown>>, path: string): string | undefined {
  const value = valueAt(attributes, path);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}

function textsAt(attributes: Readonly<Record<string, unknown>>, path: string): string[] {
  const value = valueAt(attributes, path);
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string').slice(0, MOST_GROUPS);
}

/** Entra leaves out groups that are too many for a token, and says only where they could be asked for. */
function isOverfull(attributes: Readonly<Record<string, unknown>>, path: string): boolean {
  const elsewhere = attributes['_claim_names'];
  return isRecord(elsewhere) && Object.hasOwn(elsewhere, path);
}
