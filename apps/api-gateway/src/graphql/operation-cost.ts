import { LARGEST_PAGE } from '@orkestra/core';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { BYTES_OF_A_FIELD, FIELD_WEIGHTS } from './field-weights';

/** Fields that an answer may have, with the heavy ones counted by their size. */
const HIGHEST_COST = 10_000;

/** An operation whose document is valid. */
export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** @throws GraphQLError where the operation would cost the server too much */
export function checkCost(operation: Operation): void {
  const cost = knownCostOf(operation);
  if (cost <= HIGHEST_COST) return;
  const message = `The operation's cost is ${cost}; at most ${HIGHEST_COST} is allowed. Ask for less at once: fewer items, or fewer large fields of each.`;
  throw new GraphQLError(message, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
  });
}

/** Of documents that Apollo keeps, by operation and by the variables that say how many items are asked for. */
const costs = new WeakMap<DocumentNode, { sizes: readonly string[]; known: Map<string, number> }>();
const MOST_KNOWN = 50;

function knownCostOf(operation: Operation): number {
  const { document, operationName, variables } = operation;
  let ofDocument = costs.get(document);
  if (ofDocument === undefined)
    costs.set(document, (ofDocument = { sizes: sizesIn(document), known: new Map() }));
  const { sizes, known } = ofDocument;
  const key = JSON.stringify([operationName, ...sizes.map((name) => sizeGiven(variables?.[name]))]);
  const cost = known.get(key) ?? costOf(operation);
  if (known.size < MOST_KNOWN) known.set(key, cost);
  return cost;
}

/** What the cost sees of a value: what is neither a number nor left out counts as the largest page. */
function sizeGiven(value: unknown): unknown {
  return typeof value === 'number' || value == null ? [String(value)] : 'largest';
}

/** The variables that stand for the size of a page. */
function sizesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Every field costs 1, and 1 more for each 2 KiB that it may hold; what is below a list counts once for each item. */
export function costOf({ schema, document, operationName, variables }: Operation): number {
  const operation = getOperationAST(document, operationName);
  if (operation == null) return 0;
  const defaults = (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
  ]);
  const values = { ...(Object.fromEntries(defaults) as object), ...variables };
  const root = schema.getRootType(operation.operation);
  return new CostMeasure(schema, document, values).of(operation.selectionSet, root ?? undefined);
}

class CostMeasure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  of({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += this.field(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.fragment(selection.name.value);
      else cost += this.of(selection.selectionSet, this.typeOf(selection.typeCondition?.name.value) ?? type);
    }
    return cost;
  }

  private field(node: FieldNode, type: GraphQLNamedType | undefined): number {
    const name = node.name.value;
    // Many clients ask for it everywhere; what has a type has a field that counts.
    if (name === '__typename') return 0;
    // Introspection is bounded by GraphQL's own rule, and off in production.
    if (name.startsWith('__')) return 1;
    const weight = FIELD_WEIGHTS[`${type?.name ?? ''}.${name}`] ?? {};
    const items = this.itemsOf(node) ?? weight.items ?? 1;
    const own = 1 + Math.ceil((items * (weight.bytes ?? 0)) / BYTES_OF_A_FIELD);
    if (node.selectionSet === undefined) return own;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    return own + items * this.of(node.selectionSet, field && getNamedType(field.type));
  }

  private fragment(name: string): number {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (fragment === undefined) return 0;
    const cost = this.of(fragment.selectionSet, this.typeOf(fragment.typeCondition.name.value));
    this.measured.set(name, cost);
    return cost;
  }

  private typeOf(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }

  /** A page whose size nobody can read counts as the largest. */
  private itemsOf({ arguments: given }: FieldNode): number | undefined {
    const first = given?.find((argument) => argument.name.value === 'first')?.value;
    if (first === undefined || first.kind === Kind.NULL) return undefined;
    const value = first.kind === Kind.VARIABLE ? this.variables[first.name.value] : first;
    if (value == null) return undefined;
    const size = typeof value === 'number' ? value : first.kind === Kind.INT ? Number(first.value) : NaN;
    return Number.isFinite(size) ? Math.min(Math.max(size, 1), LARGEST_PAGE) : LARGEST_PAGE;
  }
}
