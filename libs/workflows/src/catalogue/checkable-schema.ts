import { isRecord } from '@orkestra/core';
import { convertedSchema } from '@orkestra/tasks';

type Json = Readonly<Record<string, unknown>>;

/** Keywords whose content is data, whatever it looks like. */
const DATA = new Set(['const', 'default', 'enum', 'examples']);
const DEFINITION = /^#\/(?:\$defs|definitions)\/[^/]+$/;

/**
 * What of an input schema the server checks before a start; the worker checks all of it by the workflow's own schema.
 * It is converted as the schema of a form is, and what a recursive definition holds of itself is left out: that could take
 * a time that grows faster than the input.
 * @param deepest levels of schemas that there may be
 */
export function checkable(original: Json, deepest: number): Json {
  const schema = convertedSchema(original, deepest);
  const recursive = recursiveDefinitions(schema);
  const copy = (node: unknown, within: string | null): unknown => {
    if (Array.isArray(node)) return node.map((part) => copy(part, within));
    if (!isRecord(node)) return node;
    const { $ref } = node;
    if ($ref === '#') return {};
    if (within !== null && typeof $ref === 'string' && recursive.get($ref)?.has(within)) return {};
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        DATA.has(key) ? value : copyKeyword(key, value, within),
      ]),
    );
  };
  const copyKeyword = (key: string, value: unknown, within: string | null): unknown => {
    if ((key !== '$defs' && key !== 'definitions') || within !== null || !isRecord(value)) {
      return copy(value, within);
    }
    const definitions = Object.entries(value);
    return Object.fromEntries(definitions.map(([name, part]) => [name, copy(part, `#/${key}/${name}`)]));
  };
  return copy(schema, null) as Json;
}

/** The definitions that come to themselves, each with all that it comes to. */
function recursiveDefinitions(schema: Json): Map<string, Set<string>> {
  const direct = new Map<string, Set<string>>();
  for (const key of ['$defs', 'definitions']) {
    const definitions = schema[key];
    if (!isRecord(definitions)) continue;
    for (const [name, part] of Object.entries(definitions)) direct.set(`#/${key}/${name}`, refsIn(part));
  }
  const all = [...direct.keys()].map((ref) => [ref, reachable(ref, direct)] as const);
  return new Map(all.filter(([ref, reached]) => reached.has(ref)));
}

function reachable(from: string, direct: ReadonlyMap<string, Set<string>>): Set<string> {
  const reached = new Set(direct.get(from));
  for (const ref of reached) for (const next of direct.get(ref) ?? []) reached.add(next);
  return reached;
}

function refsIn(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const part of node) refsIn(part, found);
  if (!isRecord(node)) return found;
  const { $ref } = node;
  if (typeof $ref === 'string' && DEFINITION.test($ref)) found.add($ref);
  for (const [key, value] of Object.entries(node)) if (!DATA.has(key)) refsIn(value, found);
  return found;
}
