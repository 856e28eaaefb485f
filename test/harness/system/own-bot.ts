import type { Client } from '@temporalio/client';
import { eventually } from '../eventually';
import type { ApiClient } from './api-client';
import { complete, ended, signalsIn, taskOf } from './job';

/** What the workflow of the template `minimal` is, and whom it asks. */
export const OWN_BOT = {
  workflow: 'ask-a-person',
  group: 'support-l1',
  input: { customer: 'Kim', question: 'Do you ship abroad?' },
} as const;
const ANSWER = 'To all countries';

/** What the bot's worker prints when the answer has come back to the workflow. */
export const OWN_BOT_TOLD = `To ${OWN_BOT.input.customer}: ${ANSWER}`;

/** Makes the group that the bot asks, with its admin as the one member. */
export async function staffOwnBot(admin: ApiClient): Promise<void> {
  const { viewer } = await admin.graphql('{ viewer { id } }');
  await admin.graphql(
    'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { group { key } } }',
    { input: { key: OWN_BOT.group, name: 'Support' } },
  );
  await admin.graphql(
    'mutation ($input: ChangeGroupMembersInput!) { changeGroupMembers(input: $input) { group { key } } }',
    { input: { group: OWN_BOT.group, put: [{ personId: viewer.id, role: 'MEMBER' }] } },
  );
}

/** Answers the question of an execution that waits: it goes on once, and ends with the answer. */
export async function answerOwnBot(person: ApiClient, temporal: Client, workflowId: string): Promise<void> {
  const task = await taskOf(person, workflowId);
  expect(task).toMatchObject({ title: 'A customer asks', status: 'READY', workflow: { status: 'RUNNING' } });
  await complete(person, task.id as string, { answer: ANSWER }, { claim: true });
  expect(await ended(person, workflowId)).toMatchObject({
    status: 'COMPLETED',
    result: { answer: ANSWER },
    error: null,
  });
  expect(await signalsIn(temporal, await tenantOf(temporal, workflowId), workflowId)).toBe(1);
}

/** As Temporal lists the execution. */
async function tenantOf(temporal: Client, workflowId: string): Promise<string> {
  const query = `WorkflowType = '${OWN_BOT.workflow}'`;
  return eventually(async () => {
    for await (const { workflowId: id } of temporal.workflow.list({ query }))
      if (id.endsWith(`/${workflowId}`)) return id.slice(0, -workflowId.length - 1);
    return undefined;
  });
}
