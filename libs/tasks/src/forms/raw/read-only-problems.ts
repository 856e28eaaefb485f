import type { JsonSchema } from '../field/form-field';
import type { FormProblem } from '../field/form-problem';
import { SchemaGraph } from '../schema/recursion';
import { isRecord, type SchemaNode } from '../schema/schema-walk';
import { DIRECT, misplaced } from './raw-references';

/** Read-only fields that the server could not keep, or that are required and have no value. */
export function readOnlyProblems(nodes: readonly SchemaNode[]): FormProblem[] {
  const [root] = nodes;
  if (root === undefined || nodes.every(({ schema }) => schema.readOnly !== true)) return [];
  const graph = new SchemaGraph(nodes);
  const lost = misplaced(root, graph, ({ readOnly }) => readOnly === true);
  if (lost.length > 0) {
    return lost.map(({ path }) => ({
      path: [...path, 'readOnly'],
      message: `may only be reached by ${DIRECT.join(', ')} and $ref`,
    }));
  }
  return unfillable(root, graph);
}

/** @param presets what the form presets where a schema stands; none for entries that people add */
type Visit = (node: SchemaNode, presets: readonly unknown[], around: readonly SchemaNode[]) => void;

function unfillable(root: SchemaNode, graph: SchemaGraph): FormProblem[] {
  const problems = new Map<SchemaNode, FormProblem>();
  const visit: Visit = (node, presets, around) => {
    if (around.includes(node)) return;
    const inside = [...around, node];
    for (const part of node.parts) {
      const [keyword, name = ''] = part.path.slice(node.path.length).map(String);
      if (keyword === 'allOf') visit(part, presets, inside);
      if (keyword === 'items' || keyword === 'prefixItems') {
        const rows = presets.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
        visit(
          part,
          withDefault(part, graph, keyword === 'items' ? rows : rowsAt(presets, Number(name))),
          inside,
        );
      }
      if (keyword !== 'properties') continue;
      const own = presets.map((preset) => memberOf(preset, name));
      const filled = withDefault(part, graph, own);
      const isMissing = filled.length === 0 || filled.includes(undefined);
      if (isMissing && isRequired(node.schema, name) && isReadOnly(part, graph)) {
        problems.set(part, {
          path: [...part.path, 'readOnly'],
          message: 'needs a default: the field is required and nobody can fill it in',
        });
      }
      visit(part, filled, inside);
    }
    const referred = graph.target(node);
    if (referred !== undefined) visit(referred, presets, inside);
  };
  visit(root, [root.schema.default], []);
  return [...problems.values()];
}

/** What is preset around a schema, and its own default where nothing is. */
function withDefault(node: SchemaNode, graph: SchemaGraph, presets: readonly unknown[]): unknown[] {
  const preset = sameValue(node, graph).find(({ schema }) => schema.default !== undefined)?.schema.default;
  return (presets.length === 0 ? [undefined] : presets).map((own) => (own === undefined ? preset : own));
}

function isReadOnly(node: SchemaNode, graph: SchemaGraph): boolean {
  return sameValue(node, graph).some(({ schema }) => schema.readOnly === true);
}

function sameValue(node: SchemaNode, graph: SchemaGraph): SchemaNode[] {
  const parts = node.parts.filter((part) => part.path[node.path.length] === 'allOf');
  const referred = graph.target(node);
  return [
    node,
    ...[...parts, ...(referred === undefined ? [] : [referred])].flatMap((part) => sameValue(part, graph)),
  ];
}

function isRequired({ required }: JsonSchema, name: string): boolean {
  return Array.isArray(required) && required.includes(name);
}

function memberOf(preset: unknown, name: string): unknown {
  return isRecord(preset) && Object.hasOwn(preset, name) ? preset[name] : undefined;
}

function rowsAt(presets: readonly unknown[], index: number): unknown[] {
  return presets.map((list) => (Array.isArray(list) ? (list as unknown[])[index] : undefined));
}
