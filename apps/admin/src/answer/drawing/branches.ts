import { isRecord } from '../../interface/values/is-record';
import { mapValues, namesOf, type Schema, schemasOf, without } from './schema-keywords';

/**
 * One of several alternatives as it is drawn: values that it fixes are not asked for, they come with the choice.
 * @param raw the same alternative before its fixed values became choices
 */
export function branchOf(drawn: Schema, raw: unknown): Schema {
  if (!isRecord(raw)) return drawn;
  const whole = { 'x-raw': raw };
  if ('const' in raw) return { ...without(drawn, 'oneOf', 'enum'), ...whole, 'x-const': raw.const };
  const fixed = fixedIn(raw);
  const names = Object.keys(fixed);
  if (names.length === 0) return { ...drawn, ...whole };
  return { ...withoutNames(drawn, names), ...whole, 'x-consts': fixed };
}

/** The values that an alternative fixes, by name. */
export function constsOf(branch: Schema): Schema {
  return isRecord(branch['x-consts']) ? branch['x-consts'] : {};
}

/** Which alternative a value belongs to; where several could be, the one that was chosen, else the first. */
export function matchingBranch(branches: readonly Schema[], value: unknown, chosen?: number): number {
  if (value === undefined && chosen === undefined) return 'x-const' in (branches[0] ?? {}) ? -1 : 0;
  const scores = branches.map((branch, index) => fit(branch, value) + (index === chosen ? 0.5 : 0));
  return scores.indexOf(Math.max(...scores));
}

function fit(branch: Schema, value: unknown): number {
  if ('x-const' in branch) return sameValue(branch['x-const'], value) ? 20 : value === undefined ? 0 : -20;
  if (!isRecord(value)) return value === undefined ? 0 : isOfType(branch, value) ? 5 : -5;
  if (branch.type !== undefined && branch.type !== 'object') return -5;
  const consts = constsOf(branch);
  const known = new Set([...namesIn(branch), ...Object.keys(consts)]);
  return Object.entries(value).reduce((score, [name, member]) => {
    if (member === undefined) return score;
    if (Object.hasOwn(consts, name)) return score + (sameValue(consts[name], member) ? 10 : -10);
    return score + (known.has(name) ? 1 : -1);
  }, 0);
}

/** The names of the fields that a branch draws. */
export function namesIn(branch: Schema): string[] {
  const own = isRecord(branch.properties) ? Object.keys(branch.properties) : [];
  const parts = [...schemasOf(branch.allOf), ...schemasOf([branch.then, branch.else])];
  const further = [...schemasOf(branch.oneOf), ...schemasOf(branch.anyOf)];
  return [
    ...own,
    ...[...parts, ...further].flatMap((part) => [...namesIn(part), ...Object.keys(constsOf(part))]),
  ];
}

function isOfType({ type }: Schema, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === undefined) return true;
  return typeof value === type;
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fixedIn(raw: Schema): Schema {
  const own = isRecord(raw.properties) ? Object.entries(raw.properties) : [];
  const fixed = own.flatMap(([name, field]) => {
    if (!isRecord(field)) return [];
    if ('const' in field) return [[name, field.const]];
    return Array.isArray(field.enum) && field.enum.length === 1 ? [[name, field.enum[0] as unknown]] : [];
  });
  const inner = schemasOf(raw.allOf).flatMap((part) => Object.entries(fixedIn(part)));
  return Object.fromEntries([...inner, ...fixed]) as Schema;
}

function withoutNames(schema: Schema, names: readonly string[]): Schema {
  return mapValues(schema, (value, keyword) => {
    if (keyword === 'properties' && isRecord(value)) return without(value, ...names);
    if (keyword === 'required' && Array.isArray(value))
      return namesOf(value).filter((name) => !names.includes(name));
    if (keyword === 'allOf') return schemasOf(value).map((part) => withoutNames(part, names));
    return value;
  });
}
