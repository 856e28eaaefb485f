import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';

/** Where the parts of a plan look things up. */
interface Surroundings {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
}

/** What is asked of the objects of one type in one place of a document. */
export interface ObjectPlan {
  type: GraphQLObjectType;
  fields: readonly FieldPlan[];
  /** An answer in which every value is still to come. Copies of it share one shape. */
  empty: Readonly<Record<string, null>>;
}

/** The type of a value and what is asked of it. */
export type ValuePlan = { isNonNull: boolean } & (
  | { kind: 'leaf'; type: GraphQLLeafType }
  | { kind: 'list'; item: ValuePlan }
  | { kind: 'object'; object: ObjectPlan }
);

export interface FieldPlan {
  /** Its name in the answer. */
  key: string;
  name: string;
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** Undefined where the field is the property of its parent. */
  resolve: GraphQLFieldResolver<unknown, unknown> | undefined;
  /** The same where the resolver looks at the parent alone, and at neither arguments, context nor info. */
  resolveParent: ((parent: unknown) => unknown) | undefined;
  value: ValuePlan;
}

/** @returns null where something is asked that plans do not know */
export function planObject(
  around: Surroundings,
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
): ObjectPlan | null {
  if (type.isTypeOf != null) return null;
  const nodes = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  for (const selection of selections)
    if (!collect(around, type, selection.selections, { nodes, spread })) return null;
  const fields: FieldPlan[] = [];
  const empty: Record<string, null> = {};
  for (const [key, ofKey] of nodes) {
    const field = planField(around, type, key, ofKey);
    if (field === null) return null;
    fields.push(field);
    empty[key] = null;
  }
  return { type, fields, empty };
}

interface Collected {
  nodes: Map<string, FieldNode[]>;
  /** Names of fragments. */
  spread: Set<string>;
}

/** As the specification collects fields; false for what plans do not know. */
function collect(
  around: Surroundings,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  into: Collected,
): boolean {
  for (const selection of selections) {
    if (selection.directives !== undefined && selection.directives.length > 0) return false;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const same = into.nodes.get(key);
      if (same === undefined) into.nodes.set(key, [selection]);
      else same.push(selection);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (into.spread.has(selection.name.value)) continue;
      into.spread.add(selection.name.value);
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : around.fragments[selection.name.value];
    if (fragment === undefined) return false;
    if (!isFor(around, fragment.typeCondition?.name.value, type)) continue;
    if (!collect(around, type, fragment.selectionSet.selections, into)) return false;
  }
  return true;
}

function isFor({ schema }: Surroundings, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function planField(
  around: Surroundings,
  parentType: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): FieldPlan | null {
  const name = nodes[0]?.name.value ?? '';
  const isTypeName = name === TypeNameMetaFieldDef.name;
  const definition = isTypeName ? TypeNameMetaFieldDef : parentType.getFields()[name];
  // Fields that look at the schema, and a name of which objects of JavaScript have an idea of their own.
  if (definition === undefined || key === '__proto__') return null;
  const value = planValue(around, definition.type, nodes);
  if (value === null) return null;
  const { resolve } = definition;
  const ofParent = isTypeName
    ? () => parentType.name
    : resolve && (isOfParent(resolve) ? resolve : undefined);
  return {
    key,
    name,
    nodes,
    parentType,
    definition,
    resolve,
    resolveParent: ofParent as FieldPlan['resolveParent'],
    value,
  };
}

/** Nest's resolver of a field that is a property of its parent. */
function isOfParent({ name, length }: GraphQLFieldResolver<unknown, unknown>): boolean {
  return name === 'rootFieldResolver' && length === 1;
}

/** Interfaces and unions are few, and left to graphql-js. */
function planValue(
  around: Surroundings,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): ValuePlan | null {
  if (isNonNullType(type)) {
    const value = planValue(around, type.ofType, nodes);
    return value && { ...value, isNonNull: true };
  }
  const isNonNull = false;
  if (isListType(type)) {
    const item = planValue(around, type.ofType, nodes);
    return item && { isNonNull, kind: 'list', item };
  }
  if (isLeafType(type)) return { isNonNull, kind: 'leaf', type };
  if (!isObjectType(type)) return null;
  const object = planObject(
    around,
    type,
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
  );
  return object && { isNonNull, kind: 'object', object };
}
