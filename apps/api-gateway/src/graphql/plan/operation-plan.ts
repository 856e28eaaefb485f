import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type ObjectPlan, planObject } from './object-plan';

/** What is known of a query before anybody asks it: its fields, with their resolvers and types, in the order of the answer. */
export interface OperationPlan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  root: ObjectPlan;
}

/** With the document, which Apollo keeps for as long as it is asked often, its plans go. */
const plans = new WeakMap<DocumentNode, Map<string | null, OperationPlan | null>>();

/**
 * The plan of a valid document's operation: made once. Null for what graphql-js shall execute: whatever is no query, has
 * directives, asks for an interface, or looks at the schema.
 */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null = null,
): OperationPlan | null {
  let ofDocument = plans.get(document);
  if (ofDocument === undefined)
    plans.set(document, (ofDocument = new Map<string | null, OperationPlan | null>()));
  let plan = ofDocument.get(operationName);
  if (plan !== undefined && (plan === null || plan.schema === schema)) return plan;
  plan = makePlan(schema, document, operationName);
  // Names that no operation has are a caller's to invent.
  if (plan !== null || ofDocument.size < MOST_PLANS) ofDocument.set(operationName, plan);
  return plan;
}

/** Of one document; most have one operation. */
const MOST_PLANS = 10;

function makePlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): OperationPlan | null {
  const operation = getOperationAST(document, operationName);
  const type = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || type == null) return null;
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  const root = planObject({ schema, fragments }, type, [operation.selectionSet]);
  return root && { schema, operation, fragments, root };
}
