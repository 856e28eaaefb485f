import type { FormProblem } from '../field/form-problem';
import type { SchemaNode } from '../schema/schema-walk';
import { ATTACHMENT_ID } from '../field/form-field';

/** Keywords through which a schema surely applies to the value of its name. */
const DIRECT = ['properties', 'items', 'allOf'];

/** References out of the schema, to nothing, in a circle, or that multiply it; and files where nobody would find them. */
export function referenceProblems(nodes: readonly SchemaNode[], mostSchemas: number): FormProblem[] {
  const byRef = new Map(nodes.map((node) => [node.ref, node]));
  const target = ({ schema }: SchemaNode): SchemaNode | undefined =>
    typeof schema.$ref === 'string' ? byRef.get(decoded(schema.$ref)) : undefined;
  const unresolved = nodes
    .filter((node) => node.schema.$ref !== undefined && target(node) === undefined)
    .map((node) => ({ path: [...node.path, '$ref'], message: unresolvedMessage(node.schema.$ref) }));
  if (unresolved.length > 0) return unresolved;
  const circle = circular(nodes, target);
  if (circle !== null)
    return [{ path: [...circle.path, '$ref'], message: 'refers to itself, directly or by others' }];
  const [root] = nodes;
  if (root === undefined) return [];
  const size = expandedSize(nodes, target).get(root) ?? 0;
  if (size > mostSchemas) {
    return [{ path: [], message: `has ${size} schemas in all; at most ${mostSchemas} are allowed` }];
  }
  return misplacedFiles(root, target);
}

function unresolvedMessage(ref: unknown): string {
  if (typeof ref !== 'string' || !ref.startsWith('#'))
    return 'must stay in the schema, such as #/$defs/address';
  return 'refers to no schema in it';
}

type Target = (node: SchemaNode) => SchemaNode | undefined;

function next(node: SchemaNode, target: Target): SchemaNode[] {
  const referred = target(node);
  return referred === undefined ? node.parts : [...node.parts, referred];
}

/** The node whose reference closes a circle. */
function circular(nodes: readonly SchemaNode[], target: Target): SchemaNode | null {
  const state = new Map<SchemaNode, 'open' | 'done'>();
  const visit = (node: SchemaNode): SchemaNode | null => {
    state.set(node, 'open');
    for (const follower of next(node, target)) {
      if (state.get(follower) === 'open') return node;
      const found = state.has(follower) ? null : visit(follower);
      if (found !== null) return found;
    }
    state.set(node, 'done');
    return null;
  };
  for (const node of nodes) {
    const found = state.has(node) ? null : visit(node);
    if (found !== null) return found;
  }
  return null;
}

/** How many schemas each one is, with every reference replaced by what it refers to. There must be no circle. */
function expandedSize(nodes: readonly SchemaNode[], target: Target): Map<SchemaNode, number> {
  const sizes = new Map<SchemaNode, number>();
  const measure = (node: SchemaNode): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const size = next(node, target).reduce((total, part) => total + measure(part), 1);
    sizes.set(node, size);
    return size;
  };
  nodes.forEach(measure);
  return sizes;
}

function misplacedFiles(root: SchemaNode, target: Target): FormProblem[] {
  const problems = new Map<SchemaNode, FormProblem>();
  const seen = { direct: new Set<SchemaNode>(), indirect: new Set<SchemaNode>() };
  const visit = (node: SchemaNode, direct: boolean): void => {
    const reached = direct ? seen.direct : seen.indirect;
    if (reached.has(node)) return;
    reached.add(node);
    if (node.schema.format === ATTACHMENT_ID && !direct) {
      problems.set(node, {
        path: [...node.path, 'format'],
        message: `${ATTACHMENT_ID} may only be reached by ${DIRECT.join(', ')} and $ref`,
      });
    }
    for (const part of node.parts)
      visit(part, direct && DIRECT.includes(String(part.path[node.path.length])));
    const referred = target(node);
    if (referred !== undefined) visit(referred, direct);
  };
  visit(root, true);
  return [...problems.values()];
}

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}
