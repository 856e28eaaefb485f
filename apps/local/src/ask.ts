import { AskClient } from './ask/ask-client';
import { openConversation, tellAnswer } from './ask/ask-conversation';
import { ending, type Execution, isClosed, newSteps, type Place } from './ask/ask-story';
import { type DevFile, readDevFile } from './stack/dev-file';
import { LocalStackError, messageOf } from './terminal/local.errors';
import { loadSettings } from './stack/settings';
import { checkout, EXAMPLE_QUESTION } from './checkout';

const START = `mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) { workflow { id } } }`;
const READ = `query ($id: ID!) { workflow(id: $id) { id status result error { type message } tasks {
  id title status group { name } assignee { displayName } decision { decidedBy { displayName } } } } }`;
const WORKFLOW_UPDATED = `subscription ($id: ID!) { workflowUpdated(id: $id) { status } }`;
const TASK_UPDATED = `subscription ($id: ID!) { taskUpdated(filter: { workflowId: $id }) { taskId } }`;

/** `npm run ask -- "question"` starts the support bot; `npm run ask -- --follow <id>` looks at one again. */
async function main(args: readonly string[]): Promise<number> {
  const [first, second] = args;
  if (!first) throw new LocalStackError(`Give a question: npm run ask -- "${EXAMPLE_QUESTION}"`);
  const dev = findStack();
  const tenant = dev.tenants.find(({ slug }) => slug === 'demo');
  if (!tenant)
    throw new LocalStackError('This stack has no demo tenant, so there is no API key to ask with.');
  const client = new AskClient(dev.urls, tenant.apiKey);
  const { id, conversationId } = first === '--follow' ? { id: second } : await ask(client, args.join(' '));
  if (!id) throw new LocalStackError('Give the id after --follow.');
  process.once('SIGINT', () => leave(id));
  console.log(`Workflow ${id} is running; Ctrl-C leaves it to run.`);
  const closed = await follow(client, id, { admin: dev.urls.admin, signIn: signInHint(tenant) });
  console.log(`\n${ending(closed)}`);
  if (conversationId) await tellAnswer(client, conversationId, closed.result);
  return closed.status === 'COMPLETED' ? 0 : 1;
}

function findStack(): DevFile {
  const { home } = loadSettings(process.env, checkout);
  const dev = readDevFile(home);
  if (dev) return dev;
  throw new LocalStackError(
    `No Orkestra runs with the data in ${home}. Start it with \`npm start\` and try again.`,
  );
}

async function ask(client: AskClient, question: string): Promise<{ id: string; conversationId?: string }> {
  const conversationId = await openConversation(client, question);
  const input = { type: 'customer-support', input: { question, conversationId } };
  const answer = await client.request<{ startWorkflow: { workflow: { id: string } } }>(START, { input });
  return { id: answer.startWorkflow.workflow.id, conversationId };
}

/** Tells each step as it happens, until the execution has ended. Both subscriptions only say when to read again. */
function follow(client: AskClient, id: string, place: Place): Promise<Execution> {
  return new Promise((resolve, reject) => {
    let shown: Execution | undefined;
    let reading = Promise.resolve();
    const readAgain = (): void => {
      reading = reading.then(read).catch(reject);
    };
    const read = async (): Promise<void> => {
      if (shown && isClosed(shown)) return;
      const { workflow } = await client.request<{ workflow: Execution }>(READ, { id });
      for (const line of newSteps(shown, workflow, place)) console.log(line);
      shown = workflow;
      if (isClosed(workflow)) resolve(workflow);
    };
    client.watch(WORKFLOW_UPDATED, { id }, readAgain).then(readAgain, reject);
    client.watch(TASK_UPDATED, { id }, readAgain).catch(reject);
    readAgain();
  });
}

function signInHint({ slug, users }: DevFile['tenants'][number]): string {
  const person = users.find(({ groups }) => groups.length > 0);
  return person ? `(workspace ${slug}, for example ${person.email}, password ${person.password})` : '';
}

function leave(id: string): never {
  console.log(`\nThe workflow goes on. Look again with: npm run ask -- --follow ${id}`);
  process.exit(0);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(messageOf(error));
    process.exit(1);
  },
);
