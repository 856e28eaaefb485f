import { isRecord } from '../../interface/values/is-record';
import { valueAt } from '../validation/schema-location';
import { mapParts, type Schema, schemasOf } from './schema-keywords';

/** Keywords beside a `$ref` that only say more about what it refers to. */
const notes = new Set(['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', '$comment']);
const definitions = new Set(['$defs', 'definitions']);

/**
 * A schema in which each reference is replaced by what it refers to, also in conditions; one that leads back to itself
 * becomes a field of any JSON. How much that can be is limited when the task is made.
 */
export function inlineReferences(root: Schema): Schema {
  return inlined(root, root, []) as Schema;
}

function inlined(part: unknown, root: Schema, chain: readonly string[]): unknown {
  if (!isRecord(part)) return part;
  const { $ref, ...beside } = part;
  if (typeof $ref !== 'string') return inside(part, root, chain);
  if (chain.includes($ref)) return { title: titleOf(part, root, $ref) };
  const target = inlined(valueAt(root, decodeURIComponent($ref)) ?? {}, root, [...chain, $ref]);
  const own = inside(beside, root, chain);
  if (target === true) return own;
  if (!isRecord(target)) return target;
  const onlyNotes = Object.keys(own).every((keyword) => notes.has(keyword) || keyword.startsWith('x-'));
  if (onlyNotes) return { ...target, ...own };
  return { title: target.title, ...own, allOf: [target, ...schemasOf(own.allOf)] };
}

function inside(schema: Schema, root: Schema, chain: readonly string[]): Schema {
  const parts = mapParts(schema, (part, keyword) =>
    definitions.has(keyword) ? undefined : inlined(part, root, chain),
  );
  return Object.fromEntries(Object.entries(parts).filter(([keyword]) => !definitions.has(keyword)));
}

function titleOf(part: Schema, root: Schema, ref: string): unknown {
  const target = valueAt(root, decodeURIComponent(ref));
  return part.title ?? (isRecord(target) ? target.title : undefined);
}
