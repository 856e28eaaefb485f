import type { JsonSchema } from '../field/form-field';
import { FORM_LIMITS } from '../field/form-limits';
import { SchemaGraph } from '../schema/recursion';
import { isRecord, type SchemaNode, walkSchema } from '../schema/schema-walk';

const AS_JSON = { 'ui:field': 'json' };

/** A layout in which fields that hold themselves again, and so have no last one, are written as JSON. */
export function withRecursion(schema: JsonSchema, layout: JsonSchema): JsonSchema {
  if (!JSON.stringify(schema).includes('"$ref"')) return layout;
  const nodes = walkSchema(schema, FORM_LIMITS.depth);
  const [root] = nodes;
  return root === undefined ? layout : layoutOf(root, layout, new SchemaGraph(nodes), new Set());
}

function layoutOf(
  node: SchemaNode,
  layout: JsonSchema,
  graph: SchemaGraph,
  around: ReadonlySet<number | undefined>,
): JsonSchema {
  const circles = new Set([...around, graph.circle(node)]);
  circles.delete(undefined);
  const referred = graph.target(node);
  const start = referred === undefined ? layout : layoutOf(referred, layout, graph, circles);
  return node.parts.reduce((made, part) => {
    const [keyword, name] = part.path.slice(node.path.length).map(String);
    if (keyword === 'allOf') return layoutOf(part, made, graph, circles);
    const key = keyword === 'properties' ? name : keyword === 'items' ? 'items' : undefined;
    if (key === undefined) return made;
    const own = Object.hasOwn(made, key) && isRecord(made[key]) ? made[key] : {};
    const circle = graph.circle(part);
    const inner =
      circle !== undefined && circles.has(circle)
        ? { ...AS_JSON, ...own }
        : layoutOf(part, own, graph, circles);
    return Object.keys(inner).length === 0 ? made : { ...made, [key]: inner };
  }, start);
}
