import type { FormProblem } from '../field/form-problem';
import { checksTwice, SchemaGraph } from '../schema/recursion';
import { BOOLEAN, type SchemaNode } from '../schema/schema-walk';
import { ATTACHMENT_ID } from '../field/form-field';

/** Keywords through which a schema surely applies to the value of its name. */
export const DIRECT = ['properties', 'items', 'prefixItems', 'allOf'];

/** References out of the schema, to nothing, without end, or that multiply it; and files where nobody would find them. */
export function referenceProblems(nodes: readonly SchemaNode[], mostSchemas: number): FormProblem[] {
  const graph = new SchemaGraph(nodes);
  const unresolved = nodes
    .filter((node) => node.schema.$ref !== undefined && graph.target(node) === undefined)
    .map((node) => ({ path: [...node.path, '$ref'], message: unresolvedMessage(node.schema.$ref) }));
  if (unresolved.length > 0) return unresolved;
  const circular = circleProblems(nodes, graph);
  if (circular.length > 0) return circular;
  const [root] = nodes;
  if (root === undefined) return [];
  const size = expandedSize(root, graph);
  if (size > mostSchemas) {
    return [{ path: [], message: `has ${size} schemas in all; at most ${mostSchemas} are allowed` }];
  }
  return misplacedFiles(root, graph);
}

/** A schema may come back to itself for the members of its value, as in a tree, but only by one way. */
function circleProblems(nodes: readonly SchemaNode[], graph: SchemaGraph): FormProblem[] {
  const endless = graph.endless();
  if (endless !== undefined)
    return [{ path: [...endless.path, '$ref'], message: 'refers to itself, directly or by others' }];
  const doubling = graph.doubling();
  if (doubling !== undefined) {
    return [{ path: doubling.path, message: 'comes back to itself by several ways for the same value' }];
  }
  const preset = nodes.find(
    (node) =>
      typeof node.schema.default === 'object' &&
      node.schema.default !== null &&
      graph.circle(node) !== undefined,
  );
  if (preset === undefined) return [];
  return [{ path: [...preset.path, 'default'], message: 'would be put in again in itself, without end' }];
}

function unresolvedMessage(ref: unknown): string {
  if (typeof ref !== 'string' || !ref.startsWith('#'))
    return 'must stay in the schema, such as #/$defs/address';
  return 'refers to no schema in it';
}

/** How many schemas there are with every reference replaced by what it refers to, once where it comes back to itself. */
function expandedSize(root: SchemaNode, graph: SchemaGraph): number {
  const sizes = new Map<SchemaNode, number>();
  const measure = (node: SchemaNode): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    sizes.set(node, 1);
    const inner = graph.next(node).reduce((total, part) => total + measure(part), 0);
    const size = (node.schema === BOOLEAN ? 0 : 1) + (checksTwice(node) ? 2 : 1) * inner;
    sizes.set(node, size);
    return size;
  };
  return measure(root);
}

function misplacedFiles(root: SchemaNode, graph: SchemaGraph): FormProblem[] {
  return misplaced(root, graph, ({ format }) => format === ATTACHMENT_ID).map(({ path }) => ({
    path: [...path, 'format'],
    message: `${ATTACHMENT_ID} may only be reached by ${DIRECT.join(', ')} and $ref`,
  }));
}

/** The schemas of a kind that a value may come to by a keyword through which they do not surely apply to it. */
export function misplaced(
  root: SchemaNode,
  graph: SchemaGraph,
  isOne: (schema: SchemaNode['schema']) => boolean,
): SchemaNode[] {
  const found = new Set<SchemaNode>();
  const seen = { direct: new Set<SchemaNode>(), indirect: new Set<SchemaNode>() };
  const visit = (node: SchemaNode, direct: boolean): void => {
    const reached = direct ? seen.direct : seen.indirect;
    if (reached.has(node)) return;
    reached.add(node);
    if (!direct && isOne(node.schema)) found.add(node);
    for (const part of node.parts)
      visit(part, direct && DIRECT.includes(String(part.path[node.path.length])));
    const referred = graph.target(node);
    if (referred !== undefined) visit(referred, direct);
  };
  visit(root, true);
  return [...found];
}
