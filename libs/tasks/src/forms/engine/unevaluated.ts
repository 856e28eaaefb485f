import type { Ajv } from 'ajv';
import type { DataValidateFunction } from 'ajv/dist/types';
import { isRecord, partAt } from '../schema/schema-walk';
import { linearPattern, spendPatternWork } from './linear-pattern';
import { PartChecks } from './part-checks';

type Schema = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, unknown>>;

/** What it costs to look whether a member is evaluated, in the unit of patterns: characters times instructions. */
const WORK_PER_MEMBER = 50;
const KEYWORDS = ['unevaluatedProperties', 'unevaluatedItems'] as const;

/**
 * Puts `unevaluatedProperties` and `unevaluatedItems` of JSON Schema 2020-12 in the place of Ajv's own, which know neither
 * the items that `contains` looked at nor an `if` that stands alone.
 * @param partsAjv checks parts of a schema, and puts no defaults in
 */
export function useUnevaluated(ajv: Ajv, partsAjv: () => Ajv): void {
  const known = new WeakMap<object, PartChecks>();
  const checksOf = (root: Schema): PartChecks => {
    const checks = known.get(root) ?? new PartChecks(root, partsAjv);
    known.set(root, checks);
    return checks;
  };
  for (const keyword of KEYWORDS) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      schemaType: ['object', 'boolean'],
      post: true,
      compile: (rest: unknown, around, { schemaEnv }) =>
        checkOf(keyword, rest, around, checksOf(schemaEnv.root.schema as Schema)),
    });
  }
}

function checkOf(
  keyword: (typeof KEYWORDS)[number],
  rest: unknown,
  around: Schema,
  checks: PartChecks,
): DataValidateFunction {
  const others = Object.fromEntries(Object.entries(around).filter(([name]) => name !== keyword));
  const ofItems = keyword === 'unevaluatedItems';
  const check: DataValidateFunction = (data: unknown) => {
    if (typeof data !== 'object' || data === null || Array.isArray(data) !== ofItems) return true;
    const evaluated = new Set<string>();
    collect(others, data as Values, checks, evaluated);
    const wrong = Object.entries(data).filter(
      ([name, value]) => !evaluated.has(name) && !checks.fits(rest, value),
    );
    const param = ofItems ? 'unevaluatedItem' : 'unevaluatedProperty';
    check.errors = wrong.map(([name]) => ({
      keyword,
      params: { [param]: name },
      message: 'must not be there',
    }));
    return wrong.length === 0;
  };
  return check;
}

/** The names, or indexes, of the members that a schema, which fits the data, has looked at. */
function collect(schema: unknown, data: Values, checks: PartChecks, found: Set<string>): void {
  if (!isRecord(schema)) return;
  const members = Object.keys(data).length;
  spendPatternWork(members * WORK_PER_MEMBER);
  const names = Array.isArray(data) ? itemsOf(schema, data, checks) : propertiesOf(schema, data);
  for (const name of names) found.add(name);
  if (found.size === members) return;
  for (const part of inPlace(schema, data, checks)) collect(part, data, checks, found);
}

function propertiesOf(schema: Schema, data: Values): string[] {
  const names = Object.keys(data);
  if (schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined) return names;
  const { properties, patternProperties } = schema;
  const patterns = Object.keys(isRecord(patternProperties) ? patternProperties : {}).map(linearPattern);
  return names.filter(
    (name) =>
      (isRecord(properties) && Object.hasOwn(properties, name)) ||
      patterns.some((pattern) => pattern.test(name)),
  );
}

function itemsOf(schema: Schema, data: readonly unknown[], checks: PartChecks): string[] {
  const indexes = Object.keys(data);
  if (schema.items !== undefined || schema.unevaluatedItems !== undefined) return indexes;
  const { prefixItems, contains } = schema;
  const prefix = Array.isArray(prefixItems) ? prefixItems.length : 0;
  return indexes.filter(
    (index) =>
      Number(index) < prefix || (contains !== undefined && checks.fits(contains, data[Number(index)])),
  );
}

/** The schemas inside that apply to the same data. */
function inPlace(schema: Schema, data: Values, checks: PartChecks): unknown[] {
  const { $ref, allOf, anyOf, oneOf, dependentSchemas } = schema;
  const fitting = [...listOf(anyOf), ...listOf(oneOf)].filter((part) => checks.fits(part, data));
  const dependent = Object.entries(isRecord(dependentSchemas) ? dependentSchemas : {});
  return [
    ...(typeof $ref === 'string' ? [partAt(checks.root, $ref)] : []),
    ...listOf(allOf),
    ...fitting,
    ...(schema.if === undefined ? [] : conditional(schema, data, checks)),
    ...dependent
      .filter(([name]) => !Array.isArray(data) && Object.hasOwn(data, name))
      .map(([, part]) => part),
  ];
}

function conditional(schema: Schema, data: Values, checks: PartChecks): unknown[] {
  return checks.fits(schema.if, data) ? [schema.if, schema.then] : [schema.else];
}

function listOf(parts: unknown): unknown[] {
  return Array.isArray(parts) ? parts : [];
}
