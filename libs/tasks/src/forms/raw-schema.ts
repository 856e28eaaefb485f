import { JSON_SCHEMA_2020_12 } from './compile-form';
import { compileSchema, metaErrors } from './form-engine';
import type { JsonSchema } from './form-field';
import { FORMAT_NAMES } from './form-formats';
import { FORM_LIMITS } from './form-limits';
import type { FormProblem } from './form-problem';
import { patternProblem } from './linear-pattern';
import { rawDefaultProblems } from './raw-defaults';
import { referenceProblems } from './raw-references';
import { keywordProblem } from './schema-keywords';
import { isRecord, type SchemaNode, walkSchema } from './schema-walk';

/** What is wrong with a schema that stands in place of the fields; nothing when it is safe to compile and to answer. */
export function rawSchemaProblems(schema: JsonSchema): FormProblem[] {
  return problemsOf(schema).map(({ path, message }) => ({ path: ['schema', ...path], message }));
}

function problemsOf(schema: JsonSchema): FormProblem[] {
  if (schema.type !== 'object') {
    return [{ path: ['type'], message: 'must be "object": the answer is an object of named values' }];
  }
  const nodes = walkSchema(schema, FORM_LIMITS.depth);
  const deep = nodes.find(({ depth }) => depth > FORM_LIMITS.depth);
  if (deep !== undefined) {
    return [{ path: deep.path, message: `is nested deeper than ${FORM_LIMITS.depth} schemas` }];
  }
  const unsafe = [...countProblems(nodes), ...nodes.flatMap(nodeProblems)];
  if (unsafe.length > 0) return unsafe;
  const wrong = metaErrors(schema).map(({ pointer, message }) => ({ path: pointerPath(pointer), message }));
  if (wrong.length > 0) return wrong;
  const unresolved = referenceProblems(nodes);
  return unresolved.length > 0
    ? unresolved
    : [...compileProblems(schema), ...rawDefaultProblems(schema, nodes)];
}

function countProblems(nodes: readonly SchemaNode[]): FormProblem[] {
  const fields = sum(nodes, ({ schema }) => keysOf(schema.properties).length);
  const patterns = sum(
    nodes,
    ({ schema }) => keysOf(schema.patternProperties).length + (schema.pattern === undefined ? 0 : 1),
  );
  return [
    ...(fields > FORM_LIMITS.fields
      ? [{ path: [], message: `has ${fields} properties; at most ${FORM_LIMITS.fields} are allowed` }]
      : []),
    ...(patterns > FORM_LIMITS.patterns
      ? [{ path: [], message: `has ${patterns} patterns; at most ${FORM_LIMITS.patterns} are allowed` }]
      : []),
  ];
}

function nodeProblems({ schema, path }: SchemaNode): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = [...path, keyword];
    const refused = keywordProblem(keyword) ?? valueProblem(keyword, value);
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

function valueProblem(keyword: string, value: unknown): string | null {
  if (keyword === 'pattern') return typeof value === 'string' ? patternProblem(value) : 'must be a text';
  if (keyword === 'enum' && Array.isArray(value) && value.length > FORM_LIMITS.choices) {
    return `has ${value.length} values; at most ${FORM_LIMITS.choices} are allowed`;
  }
  if (keyword === '$schema') {
    return value === JSON_SCHEMA_2020_12 || value === `${JSON_SCHEMA_2020_12}#`
      ? null
      : `must be ${JSON_SCHEMA_2020_12}`;
  }
  if (keyword === 'format') {
    return FORMAT_NAMES.some((name) => name === value) ? null : `must be one of ${FORMAT_NAMES.join(', ')}`;
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
