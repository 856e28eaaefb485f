import { compileSchema, metaErrors } from '../engine/form-engine';
import { JSON_SCHEMA_2020_12, type JsonSchema } from '../field/form-field';
import type { FormProblem } from '../field/form-problem';
import { patternProblem } from '../engine/linear-pattern';
import { referenceProblems } from './raw-references';
import { keywordProblem } from '../schema/schema-keywords';
import { isRecord, type SchemaNode, walkSchema } from '../schema/schema-walk';

/** How much a schema may hold, so that neither to compile nor to use it can hold up the server. */
interface SchemaLimits {
  /** Levels of schemas inside schemas. */
  depth: number;
  /** Properties, wherever they stand. */
  fields: number;
  patterns: number;
  /** Schemas after every `$ref` is replaced by what it refers to. */
  schemas: number;
  /** Values of one `enum`. */
  choices: number;
}

export interface SchemaRules {
  limits: SchemaLimits;
  /** The formats that are allowed; null for any, of which the unknown ones are not checked. */
  formats: readonly string[] | null;
  /** Which keywords it may have that JSON Schema does not know; they mean nothing. */
  foreignKeywords: 'all' | 'notes';
}

/** What is wrong with a JSON Schema that somebody wrote; nothing when it is safe to compile and to check data by. */
export function schemaProblems(schema: JsonSchema, rules: SchemaRules): FormProblem[] {
  const { limits } = rules;
  const nodes = walkSchema(schema, limits.depth);
  const deep = nodes.find(({ depth }) => depth > limits.depth);
  if (deep !== undefined) {
    return [{ path: deep.path, message: `is nested deeper than ${limits.depth} schemas` }];
  }
  const unsafe = [...countProblems(nodes, limits), ...nodes.flatMap((node) => nodeProblems(node, rules))];
  if (unsafe.length > 0) return unsafe;
  const wrong = metaErrors(schema).map(({ pointer, message }) => ({ path: pointerPath(pointer), message }));
  if (wrong.length > 0) return wrong;
  const unresolved = referenceProblems(nodes, limits.schemas);
  return unresolved.length > 0 ? unresolved : compileProblems(schema);
}

function countProblems(nodes: readonly SchemaNode[], limits: SchemaLimits): FormProblem[] {
  const fields = sum(nodes, ({ schema }) => keysOf(schema.properties).length);
  const patterns = sum(
    nodes,
    ({ schema }) => keysOf(schema.patternProperties).length + (schema.pattern === undefined ? 0 : 1),
  );
  return [
    ...(fields > limits.fields
      ? [{ path: [], message: `has ${fields} properties; at most ${limits.fields} are allowed` }]
      : []),
    ...(patterns > limits.patterns
      ? [{ path: [], message: `has ${patterns} patterns; at most ${limits.patterns} are allowed` }]
      : []),
  ];
}

function nodeProblems({ schema, path }: SchemaNode, rules: SchemaRules): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = [...path, keyword];
    const refused = keywordProblem(keyword, rules.foreignKeywords) ?? valueProblem(keyword, value, rules);
    if (refused !== null) problems.push({ path: at, message: refused });
    if (keyword === 'properties') {
      const reserved = keysOf(value).filter((name) => name in Object.prototype);
      problems.push(...reserved.map((name) => ({ path: [...at, name], message: 'is a reserved name' })));
    }
    if (keyword === 'patternProperties') {
      for (const pattern of keysOf(value)) {
        const problem = patternProblem(pattern);
        if (problem !== null) problems.push({ path: [...at, pattern], message: problem });
      }
    }
  }
  return problems;
}

function valueProblem(keyword: string, value: unknown, { limits, formats }: SchemaRules): string | null {
  if (keyword === 'pattern') return typeof value === 'string' ? patternProblem(value) : 'must be a text';
  if (keyword === 'enum' && Array.isArray(value) && value.length > limits.choices) {
    return `has ${value.length} values; at most ${limits.choices} are allowed`;
  }
  if (keyword === '$schema') {
    return value === JSON_SCHEMA_2020_12 || value === `${JSON_SCHEMA_2020_12}#`
      ? null
      : `must be ${JSON_SCHEMA_2020_12}, or an older draft from 4 on`;
  }
  if (keyword === 'format' && formats !== null) {
    return formats.some((name) => name === value) ? null : `must be one of ${formats.join(', ')}`;
  }
  return null;
}

function compileProblems(schema: JsonSchema): FormProblem[] {
  try {
    compileSchema(schema);
    return [];
  } catch (error) {
    return [{ path: [], message: error instanceof Error ? error.message : 'cannot be compiled' }];
  }
}

function pointerPath(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function keysOf(value: unknown): string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

function sum(nodes: readonly SchemaNode[], count: (node: SchemaNode) => number): number {
  return nodes.reduce((total, node) => total + count(node), 0);
}
