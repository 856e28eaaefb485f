import type { ApiClient, Json } from './api-client';

const TASK_PAGE = `id title status revision priority dueAt escalationLevel suspendedFrom pausedAt resumesAt outcome
  outcomeReason conversationId decidableBy allowedActions
  assignee { displayName } owner { displayName } group { key }
  candidates { users { displayName } groups { key } } excluded { displayName }
  steps { action ifUnclaimed user { displayName } group { key } } nextStep { action }
  decision { outcome decidedBy { displayName } data }
  approval {
    payload payloadDigest round waitingForRequester quorum { rule count veto }
    earlierVersions { round payload }
    votes { vote round reason voter { displayName } }
    progress { approvals rejections needed voters group { key } }
  }
  events(first: 100) { edges { node { kind note revision differences { field before after } } } }`;

/** Runs the mutation of a task command, such as `claimTask`, and gives back the task. */
export async function run(client: ApiClient, name: string, input: object): Promise<Json> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { task { ${TASK_PAGE} } } }`;
  const answer = await client.graphql(mutation, { input });
  return (answer[name] as { task: Json }).task;
}

/** Makes a task that no workflow waits for, and gives back its id. */
export async function createTask(client: ApiClient, spec: object): Promise<string> {
  return (await run(client, 'createTask', { spec })).id as string;
}

/** A task with all that its page shows. */
export async function readTaskPage(client: ApiClient, id: string): Promise<Json> {
  const query = `query ($id: ID!) { task(id: $id) { ${TASK_PAGE} } }`;
  return (await client.graphql(query, { id })).task as Json;
}

export function lastEvent(task: Json): Json {
  return (task.events as { edges: { node: Json }[] }).edges.at(-1)?.node ?? {};
}

export const conflict = (reason: string) => ({ code: 'CONFLICT', reason: `task.${reason}` });
export const forbidden = (reason: string) => ({ code: 'FORBIDDEN', reason: `task.${reason}` });
