import { decodedRef, type SchemaNode } from './schema-walk';

/** Keywords whose schemas apply to the same value as the schema that they stand in. */
const IN_PLACE: ReadonlySet<string> = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not', 'dependentSchemas'],
]);
/** Those whose schemas apply to single members by name or place; all others apply to any number of members. */
const BY_NAME: ReadonlySet<string> = new Set(['properties', 'prefixItems']);
const OF_ITEMS: ReadonlySet<string> = new Set(['prefixItems', 'items', 'contains', 'unevaluatedItems']);

/** No form that makes sense needs more. */
const MOST_VISITS = 1_000;

/** Which schema of a form leads to which. */
export class SchemaGraph {
  private readonly byRef: ReadonlyMap<string, SchemaNode>;
  private circleOf: ReadonlyMap<SchemaNode, number> | undefined;

  constructor(private readonly nodes: readonly SchemaNode[]) {
    this.byRef = new Map(nodes.map((node) => [node.ref, node]));
  }

  target({ schema }: SchemaNode): SchemaNode | undefined {
    return typeof schema.$ref === 'string' ? this.byRef.get(decodedRef(schema.$ref)) : undefined;
  }

  next(node: SchemaNode): SchemaNode[] {
    const referred = this.target(node);
    return referred === undefined ? node.parts : [...node.parts, referred];
  }

  /** A number that the schemas of one circle share, each of which leads to every other; undefined outside of circles. */
  circle(node: SchemaNode): number | undefined {
    this.circleOf ??= circlesOf(this.nodes, (of) => this.next(of));
    return this.circleOf.get(node);
  }

  /** A reference by which a schema applies to its own value again, so that no check of it would end. */
  endless(): SchemaNode | undefined {
    const circles = circlesOf(this.nodes, (node) => this.inPlace(node));
    return this.nodes.find((node) => circles.has(node) && node.schema.$ref !== undefined);
  }

  /**
   * A schema in a circle that one member of a value can come into by two ways: each level of the data would double the
   * work of the one above.
   */
  doubling(): SchemaNode | undefined {
    const entries = this.nodes.filter((node) => this.circle(node) !== undefined);
    return entries.find((node) => this.waysBack(node) > 1);
  }

  /** By how many ways one member of a value that this schema applies to comes into the circle again. */
  private waysBack(entry: SchemaNode): number {
    const named = new Map<string, number>();
    const any = { items: 0, properties: 0 };
    let visits = 0;
    const visit = (node: SchemaNode, ways: number): void => {
      visits += 1;
      if (visits > MOST_VISITS || this.circle(node) !== this.circle(entry)) return;
      for (const part of node.parts.filter((inner) => this.circle(inner) === this.circle(entry))) {
        const [keyword = '', name = ''] = part.path.slice(node.path.length).map(String);
        if (IN_PLACE.has(keyword)) continue;
        const kind = OF_ITEMS.has(keyword) ? 'items' : 'properties';
        const key = `${kind} ${name}`;
        if (BY_NAME.has(keyword)) named.set(key, (named.get(key) ?? 0) + ways);
        else any[kind] += ways;
      }
      for (const part of this.inPlace(node)) visit(part, checksTwice(node) ? ways * 2 : ways);
    };
    visit(entry, 1);
    if (visits > MOST_VISITS) return visits;
    const most = (kind: 'items' | 'properties') =>
      any[kind] + Math.max(0, ...[...named].filter(([key]) => key.startsWith(kind)).map(([, ways]) => ways));
    return Math.max(most('items'), most('properties'));
  }

  private inPlace(node: SchemaNode): SchemaNode[] {
    const referred = this.target(node);
    const parts = node.parts.filter((part) => IN_PLACE.has(String(part.path[node.path.length])));
    return referred === undefined ? parts : [...parts, referred];
  }
}

/** Whether the parts of a schema are looked at once more, to tell what they have evaluated. */
export function checksTwice({ schema }: SchemaNode): boolean {
  return schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined;
}

/** The strongly connected components of more than one schema, by Tarjan's algorithm. */
function circlesOf(
  nodes: readonly SchemaNode[],
  next: (node: SchemaNode) => readonly SchemaNode[],
): Map<SchemaNode, number> {
  const order = new Map<SchemaNode, number>();
  const open: SchemaNode[] = [];
  const isOpen = new Set<SchemaNode>();
  const circles = new Map<SchemaNode, number>();
  const visit = (node: SchemaNode): number => {
    const own = order.size;
    order.set(node, own);
    open.push(node);
    isOpen.add(node);
    let low = own;
    for (const follower of next(node)) {
      if (!order.has(follower)) low = Math.min(low, visit(follower));
      else if (isOpen.has(follower)) low = Math.min(low, order.get(follower) ?? own);
    }
    if (low < own) return low;
    const members = open.splice(open.indexOf(node));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1 || next(node).includes(node))
      for (const member of members) circles.set(member, own);
    return low;
  };
  for (const node of nodes) if (!order.has(node)) visit(node);
  return circles;
}
