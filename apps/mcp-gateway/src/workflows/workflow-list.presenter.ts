import type { DefinitionView, ExecutionView } from '@orkestra/workflows';
import type { z } from 'zod';
import { limitText, limitValue } from '../protocol/foreign-text';
import type { workflowSummary, workflowType } from './workflow.schema';

const LONGEST_DESCRIPTION = 1_000;
const MOST_EXAMPLES = 3;
/** Characters of schemas and examples, shared by the definitions of a page. */
const LARGEST_PAGE = 48_000;

export function listedTypes(definitions: readonly DefinitionView[]): z.output<typeof workflowType>[] {
  const budget = Math.floor(LARGEST_PAGE / Math.max(1, definitions.length));
  return definitions.map(({ name, version, description, inputSchema, examples }) => {
    const schema = limitValue(inputSchema, budget / 2);
    const shown = limitValue(examples.slice(0, MOST_EXAMPLES), budget / 2);
    return {
      type: name,
      version,
      description: description && limitText(description, LONGEST_DESCRIPTION),
      input_schema: schema.value,
      examples: shown.value,
      truncated: schema.truncated || shown.truncated,
    };
  });
}

export function listedExecution(execution: ExecutionView): z.output<typeof workflowSummary> {
  const { id, type, version, status, startedAt, startedBy, closedAt } = execution;
  return {
    workflow_id: id,
    type,
    version,
    status,
    started_at: startedAt.toISOString(),
    started_by: startedBy.displayName,
    closed_at: closedAt?.toISOString() ?? null,
  };
}
