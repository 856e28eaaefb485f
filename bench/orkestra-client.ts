import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Stack } from './stack';

const START = `mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) { workflow { id } } }`;
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }`;
const COMPLETE = `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { task { id } } }`;
const UPDATED = `subscription { taskUpdated(filter: { status: [READY] }) { task { id workflow { id } } } }`;

interface Updated {
  taskUpdated: { task: { id: string; workflow: { id: string } | null } | null };
}

/** A front end: a program that starts workflows and a person who decides, through the public API. */
export class OrkestraClient {
  private readonly waiting = new Map<string, (taskId: string) => void>();
  private readonly early = new Map<string, string[]>();
  /** A task is told of again whenever something about it changes. */
  private readonly told = new Set<string>();
  private stopListening = (): void => undefined;

  private constructor(
    private readonly stack: Stack,
    private readonly cookie: string,
    readonly tenantId: string,
  ) {}

  static async connect(stack: Stack): Promise<OrkestraClient> {
    const response = await fetch(`${stack.admin}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tenant: 'demo', email: stack.user.email, password: stack.user.password }),
    });
    if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const viewer = await post(
      stack,
      { authorization: `Bearer ${stack.apiKey}` },
      '{ viewer { tenant { id } } }',
      {},
    );
    const client = new OrkestraClient(
      stack,
      cookie,
      (viewer as { viewer: { tenant: { id: string } } }).viewer.tenant.id,
    );
    await client.listen();
    return client;
  }

  /** Starts a workflow; as the API asks, a start that Temporal was too slow for is repeated with its key. */
  async start(type = 'one-decision', workflowInput: object = {}): Promise<string> {
    const headers = { authorization: `Bearer ${this.stack.apiKey}` };
    const input = { type, input: workflowInput, key: randomUUID() };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await post(this.stack, headers, START, { input });
        return (answer as { startWorkflow: { workflow: { id: string } } }).startWorkflow.workflow.id;
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
  }

  /** A task that belongs to no workflow. */
  async createTask(): Promise<string> {
    const headers = { authorization: `Bearer ${this.stack.apiKey}` };
    const form = { answer: { type: 'text', required: true } };
    const spec = { title: 'Bench', form, assignTo: { group: 'support-l1' } };
    const answer = await post(this.stack, headers, CREATE, { input: { spec } });
    return (answer as { createTask: { task: { id: string } } }).createTask.task.id;
  }

  /** A task of a workflow, as soon as the live updates tell of it; call it once for each of them. */
  async taskOf(workflowId: string): Promise<string> {
    const early = this.early.get(workflowId)?.shift();
    if (early !== undefined) return early;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No task for ${workflowId} in 30 s`)), 30_000);
      this.waiting.set(workflowId, (taskId) => {
        clearTimeout(timer);
        resolve(taskId);
      });
    });
  }

  async complete(taskId: string): Promise<void> {
    const input = { taskId, data: { answer: 'yes' }, claim: true };
    await post(this.stack, { cookie: this.cookie }, COMPLETE, { input });
  }

  stop(): void {
    this.stopListening();
  }

  /** Resolves once the server has taken the subscription: it answers a second operation after that. */
  private async listen(): Promise<void> {
    const cookie = this.cookie;
    const origin = new URL(this.stack.admin).origin;
    class Socket extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { cookie, origin } });
      }
    }
    const client = createClient({ url: this.stack.graphqlWs, webSocketImpl: Socket });
    client.subscribe<Updated>(
      { query: UPDATED },
      { next: ({ data }) => this.heard(data), error: console.error, complete: () => undefined },
    );
    this.stopListening = () => void client.dispose();
    await new Promise<void>((resolve, reject) => {
      const query = '{ viewer { id } }';
      const error = (cause: unknown) => reject(new Error('The subscription was refused', { cause }));
      client.subscribe({ query }, { next: () => resolve(), error, complete: () => resolve() });
    });
  }

  private heard(data: Updated | null | undefined): void {
    const task = data?.taskUpdated.task;
    if (!task?.workflow || this.told.has(task.id)) return;
    this.told.add(task.id);
    const waiting = this.waiting.get(task.workflow.id);
    this.waiting.delete(task.workflow.id);
    if (waiting) waiting(task.id);
    else this.early.set(task.workflow.id, [...(this.early.get(task.workflow.id) ?? []), task.id]);
  }
}

async function post(
  stack: Stack,
  headers: Record<string, string>,
  query: string,
  variables: object,
): Promise<unknown> {
  const response = await fetch(stack.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (errors?.[0] !== undefined) throw new Error(errors[0].message);
  return data;
}
