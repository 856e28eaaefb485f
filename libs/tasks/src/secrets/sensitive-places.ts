import type { JsonSchema } from '../forms/field/form-field';
import { escapePointer } from '../forms/schema/schema-keywords';
import { isRecord } from '../forms/schema/schema-walk';

const DEEPEST = 64;
const BRANCHES = ['allOf', 'anyOf', 'oneOf'] as const;
const SINGLE = ['if', 'then', 'else', 'not'] as const;

/**
 * The JSON pointers of the values that a schema marks by `x-sensitive`, in whichever of its branches; a value that is
 * marked is named whole. What only one branch marks is sensitive in all.
 */
export function sensitivePlaces(schema: JsonSchema, data: unknown): string[] {
  const found = new Set<string>();
  const visit = (part: unknown, value: unknown, pointer: string, depth: number): void => {
    if (!isRecord(part) || value === undefined || depth > DEEPEST) return;
    if (part['x-sensitive'] === true) {
      found.add(pointer);
      return;
    }
    visit(referred(schema, part.$ref), value, pointer, depth + 1);
    for (const name of BRANCHES)
      if (Array.isArray(part[name])) for (const one of part[name]) visit(one, value, pointer, depth + 1);
    for (const name of SINGLE) visit(part[name], value, pointer, depth + 1);
    if (isRecord(part.dependentSchemas))
      for (const one of Object.values(part.dependentSchemas)) visit(one, value, pointer, depth + 1);
    if (Array.isArray(value)) visitItems(part, value, pointer, depth);
    else if (isRecord(value)) visitMembers(part, value, pointer, depth);
  };
  const visitItems = (part: Record<string, unknown>, items: unknown[], pointer: string, depth: number) => {
    const first = Array.isArray(part.prefixItems) ? part.prefixItems : [];
    items.forEach((item, index) =>
      visit(index < first.length ? first[index] : part.items, item, `${pointer}/${index}`, depth + 1),
    );
  };
  const visitMembers = (
    part: Record<string, unknown>,
    members: Record<string, unknown>,
    pointer: string,
    depth: number,
  ) => {
    const { properties, patternProperties, additionalProperties } = part;
    for (const [name, member] of Object.entries(members)) {
      const place = `${pointer}/${escapePointer(name)}`;
      if (isRecord(properties) && Object.hasOwn(properties, name))
        visit(properties[name], member, place, depth + 1);
      else visit(additionalProperties, member, place, depth + 1);
      if (!isRecord(patternProperties)) continue;
      for (const [pattern, one] of Object.entries(patternProperties))
        if (isRecord(one) && couldMatch(pattern, name)) visit(one, member, place, depth + 1);
    }
  };
  visit(schema, data, '', 0);
  return outermost([...found]);
}

/** The places in a context that match these pointers, in which `*` stands for any member or item. */
export function placesMatching(patterns: readonly string[], context: unknown): string[] {
  const found = new Set<string>();
  const follow = (value: unknown, [name, ...rest]: readonly string[], pointer: string): void => {
    if (name === undefined) {
      found.add(pointer);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value))
      if (name === '*' || key === name) follow(member, rest, `${pointer}/${escapePointer(key)}`);
  };
  for (const pattern of patterns) follow(context, namesIn(pattern), '');
  return outermost([...found]);
}

/** The names along a JSON pointer. */
export function namesIn(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function referred(schema: JsonSchema, ref: unknown): unknown {
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  return namesIn(ref.slice(1)).reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined,
    schema,
  );
}

/** Patterns of forms are linear, and names short. One that the engine does not know counts as matching. */
function couldMatch(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name.slice(0, 200));
  } catch {
    return true;
  }
}

function outermost(pointers: readonly string[]): string[] {
  return pointers.filter((one) => !pointers.some((other) => other !== one && one.startsWith(`${other}/`)));
}
