import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getVariableValues,
  type GraphQLSchema,
} from 'graphql';
import { planOf } from './operation-plan';
import { PlannedExecution } from './planned-execution';

/** Errors of variables that are told at once; what graphql-js tells. */
const MOST_VARIABLE_ERRORS = 50;

interface Operation {
  schema: GraphQLSchema;
  /** Valid. */
  document: DocumentNode;
  operationName?: string | null | undefined;
  contextValue: unknown;
  variableValues?: Record<string, unknown> | null | undefined;
}

/** Executes a query by its plan, and whatever has none as graphql-js does: both answer the same; see ADR 0063. */
export function executePlanned(operation: Operation): ExecutionResult | Promise<ExecutionResult> {
  const { schema, document, operationName, contextValue, variableValues } = operation;
  const plan = planOf(schema, document, operationName);
  if (plan === null) return execute(operation);
  const definitions = plan.operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, variableValues ?? {}, {
    maxErrors: MOST_VARIABLE_ERRORS,
  });
  if (coerced === undefined) return { errors };
  return new PlannedExecution(plan, { contextValue, variableValues: coerced }).run();
}
