import type { Client } from '@temporalio/client';
import type { ApiClient, Json } from './api-client';
import { eventually } from '../eventually';

const TASK = `id title status revision allowedActions delivery context assignee { email } group { key }
  form { schema uiSchema } decision { data channel decidedBy { displayName } } workflow { id status result }`;
const EXECUTION = 'id type status input result error { type message }';

/** Starts a workflow and gives back its id. */
export async function startWorkflow(
  client: ApiClient,
  type: string,
  input: object,
  key?: string,
): Promise<string> {
  const { startWorkflow } = await client.graphql(
    'mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) { workflow { id } } }',
    { input: { type, input, key } },
  );
  return startWorkflow.workflow.id as string;
}

/** The tasks of a workflow, open and closed, once there are as many as expected. */
export async function tasksOf(client: ApiClient, workflowId: string, count: number): Promise<Json[]> {
  return eventually(async () => {
    const found = await listTasks(client, { workflowId });
    return found.length === count && found;
  });
}

export async function taskOf(client: ApiClient, workflowId: string): Promise<Json> {
  const [task] = await tasksOf(client, workflowId, 1);
  return task as Json;
}

/** In pages, as what is asked for of each is too much for a hundred at once. */
export async function listTasks(client: ApiClient, filter: object): Promise<Json[]> {
  const page = `edges { node { ${TASK} } } pageInfo { endCursor hasNextPage }`;
  const query = `query ($filter: TaskFilter, $after: String) { tasks(filter: $filter, first: 20, after: $after) { ${page} } }`;
  const found: Json[] = [];
  for (let after: string | null = null; ;) {
    const { tasks } = await client.graphql(query, { filter, after });
    found.push(...(tasks.edges as { node: Json }[]).map(({ node }) => node));
    if (!tasks.pageInfo.hasNextPage) return found;
    after = tasks.pageInfo.endCursor as string;
  }
}

export async function readTask(client: ApiClient, id: string): Promise<Json> {
  return (await client.graphql(`query ($id: ID!) { task(id: $id) { ${TASK} } }`, { id })).task as Json;
}

export async function claim(client: ApiClient, taskId: string): Promise<Json> {
  return command(client, 'claimTask', 'ClaimTaskInput', { taskId });
}

/** Completes a task that the person holds or, with `claim`, takes in the same step. */
export async function complete(
  client: ApiClient,
  taskId: string,
  data: object,
  options: object = {},
): Promise<Json> {
  return command(client, 'completeTask', 'CompleteTaskInput', { taskId, data, ...options });
}

export async function readWorkflow(client: ApiClient, id: string): Promise<Json> {
  return (await client.graphql(`query ($id: ID!) { workflow(id: $id) { ${EXECUTION} } }`, { id }))
    .workflow as Json;
}

/** The execution once it has ended. */
export async function ended(client: ApiClient, workflowId: string): Promise<Json> {
  return eventually(
    async () => {
      const execution = await readWorkflow(client, workflowId);
      return !['STARTING', 'RUNNING'].includes(execution.status as string) && execution;
    },
    { timeoutMs: 40_000 },
  );
}

/** How many decisions Temporal's history of a workflow records. */
export async function signalsIn(temporal: Client, tenantId: string, workflowId: string): Promise<number> {
  const { events } = await temporal.workflow.getHandle(`${tenantId}/${workflowId}`).fetchHistory();
  const names = (events ?? []).map((event) => event.workflowExecutionSignaledEventAttributes?.signalName);
  return names.filter((name) => name === 'orkestra.taskClosed').length;
}

async function command(client: ApiClient, name: string, type: string, input: object): Promise<Json> {
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { task { ${TASK} } } }`;
  const answer = await client.graphql(mutation, { input });
  return (answer[name] as { task: Json }).task;
}
