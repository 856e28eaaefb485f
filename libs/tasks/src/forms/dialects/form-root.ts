import type { JsonSchema } from '../field/form-field';
import { FORM_LIMITS } from '../field/form-limits';
import { isNote } from '../schema/schema-keywords';
import { isRecord, partAt } from '../schema/schema-walk';
import { convertedSchema } from './convert-schema';

/** Keywords that speak of the members of an object, or of the whole answer. */
const OF_OBJECTS = [
  ...['properties', 'required', 'patternProperties', 'additionalProperties', 'dependentSchemas'],
  ...['dependentRequired', 'minProperties', 'allOf', 'anyOf', 'oneOf', 'if'],
];
const MOST_HOPS = 10;

/** The schema of a form as it is checked, stored and drawn: JSON Schema 2020-12 of an object. */
export function formSchema(schema: JsonSchema): JsonSchema {
  const root = withoutReference(convertedSchema(schema, FORM_LIMITS.depth));
  const { type } = root;
  if (Array.isArray(type) && type.length === 1) return { ...root, type: type[0] as unknown };
  const isOfObject = type === undefined && OF_OBJECTS.some((keyword) => root[keyword] !== undefined);
  return isOfObject ? { type: 'object', ...root } : root;
}

/** Schema libraries often write only a reference to the definition of the whole; its fields are to stand at the top. */
function withoutReference(schema: JsonSchema): JsonSchema {
  let root = schema;
  for (let hops = 0; hops < MOST_HOPS && typeof root.$ref === 'string'; hops += 1) {
    const { $ref, ...beside } = root;
    const target = partAt(root, $ref);
    if (!isRecord(target) || target === root || !Object.keys(beside).every(isNote)) return root;
    root = { ...target, ...beside };
  }
  return root;
}
