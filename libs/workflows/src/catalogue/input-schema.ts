import { DEEPEST_JSON, type FieldError, pointerTo } from '@orkestra/core';
import { linearAjv, schemaProblems } from '@orkestra/tasks';
import type { ValidateFunction } from 'ajv';
import { checkable } from './checkable-schema';

export type InputSchema = Readonly<Record<string, unknown>>;

/** Bytes of JSON, of an input as well as of its schema. */
export const LARGEST_JSON = 256 * 1024;
const REMEMBERED = 500;
const RULES = {
  limits: { depth: 20, fields: 1_000, patterns: 200, schemas: 2_000, choices: 1_000 },
  formats: null,
  foreignKeywords: 'all',
} as const;

const ajv = linearAjv();
const validators = new Map<string, ValidateFunction>();

/** What is wrong with the schema of a workflow's input, by JSON pointer; nothing when every input can be checked by it. */
export function inputSchemaProblems(schema: InputSchema): FieldError[] {
  const size = Buffer.byteLength(JSON.stringify(schema));
  if (size > LARGEST_JSON)
    return [{ pointer: '', message: `holds ${size} bytes; at most ${LARGEST_JSON} are allowed` }];
  if (isDeeperThan(DEEPEST_JSON, schema))
    return [{ pointer: '', message: `is nested deeper than ${DEEPEST_JSON} levels` }];
  return schemaProblems(checkable(schema, RULES.limits.depth), RULES).map(({ path, message }) => ({
    pointer: pointerTo(path),
    message,
  }));
}

/** Why a workflow with this schema is not published; undefined where inputs can be checked by it. */
export function unpublishable(name: string, schema: InputSchema | null | undefined): string | undefined {
  const [problem, ...others] = schema == null ? [] : inputSchemaProblems(schema);
  if (problem === undefined) return undefined;
  const more = others.length === 0 ? '' : ` There are ${others.length} more problems of this kind.`;
  const where = problem.pointer === '' ? 'it' : problem.pointer;
  return `input schema of "${name}" cannot be published: ${where} ${problem.message}.${more}`;
}

/** What checks inputs by the schema; it is compiled once. */
export function validatorFor(schema: InputSchema): ValidateFunction {
  const text = JSON.stringify(schema);
  const known = validators.get(text);
  if (known !== undefined) return known;
  const checked = checkable(schema, RULES.limits.depth);
  const validate = ajv.compile(checked);
  ajv.removeSchema(checked);
  if (validators.size >= REMEMBERED) validators.delete(validators.keys().next().value as string);
  validators.set(text, validate);
  return validate;
}

/** Whether a JSON value has more levels of objects and lists. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}
