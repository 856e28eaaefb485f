const ROW = 'id type status version startedAt closedAt';

export const LIST_EXECUTIONS = `query ($filter: WorkflowFilter, $first: Int, $after: String) {
  workflowExecutions(filter: $filter, first: $first, after: $after) {
    edges { cursor node { ${ROW} startedBy { kind displayName } } }
    pageInfo { endCursor hasNextPage }
  }
}`;

export const LIST_TYPES = `query {
  workflowDefinitions { name version description taskQueue inputSchema outputSchema examples }
}`;

const WHOLE = `${ROW} input result error { type message } problem { code message since }
  startedBy { kind displayName } onBehalfOf { id email displayName }
  tasks { id title status assignee { email } group { key } dueAt priority }`;

export const SHOW_EXECUTION = `query ($id: ID!) { workflow(id: $id) { ${WHOLE} } }`;

const change = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { workflow { ${ROW} } } }`;

export const START = change('startWorkflow', 'StartWorkflowInput');
export const SIGNAL = change('signalWorkflow', 'SignalWorkflowInput');
export const CANCEL = change('cancelWorkflow', 'CancelWorkflowInput');
