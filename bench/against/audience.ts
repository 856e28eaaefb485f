import { createHash, randomBytes } from 'node:crypto';
import { createClient, type Client as Subscription } from 'graphql-ws';
import type { Client } from 'pg';
import { WebSocket } from 'ws';
import type { Stack } from '../stack';

/** As the inbox of the admin app is told of a task. */
const UPDATED = `subscription { taskUpdated { taskId revision resync task { id title description type status outcome
  priority dueAt createdAt updatedAt closedAt revision escalationLevel allowedActions
  assignee { id displayName } group { id key name } } } }`;

interface Told {
  taskUpdated: { taskId: string; revision: number; resync: boolean };
}

/** Somebody who looks at the queue of their group. */
interface Listener {
  taskId: string;
  /** By revision: when that was committed of which they were not told yet. */
  waiting: Map<number, number>;
}

/** People who each look at the queue of their group, on sockets of their own. */
export class Audience {
  private readonly sockets: Subscription[] = [];
  private readonly listeners: Listener[] = [];
  private told: (latencyMs: number) => void = () => undefined;

  private constructor(
    private readonly stack: Stack,
    private readonly database: Client,
    private readonly tenantId: string,
  ) {}

  /** Makes the groups, a task in each and its people, copies of one who is there, and has all of them subscribe. */
  static async gather(
    stack: Stack,
    database: Client,
    { groups, perGroup }: { groups: number; perGroup: number },
  ): Promise<Audience> {
    const { rows } = await database.query<{ id: string }>('SELECT id FROM tenants WHERE slug = $1', ['demo']);
    const audience = new Audience(stack, database, rows[0]?.id ?? '');
    const cookieName = (await signIn(stack)).split('=')[0] ?? '';
    for (let group = 0; group < groups; group += 1) {
      const key = `audience-${randomBytes(4).toString('hex')}`;
      await database.query(GROUP, [audience.tenantId, key]);
      const taskId = await createTask(stack, key);
      for (let person = 0; person < perGroup; person += 1)
        await audience.subscribe(taskId, `${cookieName}=${await audience.join(key, person)}`);
    }
    return audience;
  }

  /**
   * So many changes a second, of one group's task after another's.
   * @returns the milliseconds from each commit to each who was told
   */
  async follow(changes: number, perSecond: number): Promise<number[]> {
    const taskIds = [...new Set(this.listeners.map(({ taskId }) => taskId))];
    const latencies: number[] = [];
    const expected = (changes * this.listeners.length) / taskIds.length;
    const all = new Promise<void>((done) => {
      this.told = (latencyMs) => {
        if (latencies.push(latencyMs) === expected) done();
      };
    });
    const started = performance.now();
    for (let change = 0; change < changes; change += 1) {
      const due = started + (change * 1_000) / perSecond;
      await new Promise((next) => setTimeout(next, Math.max(0, due - performance.now())));
      await this.change(taskIds[change % taskIds.length] ?? '');
    }
    await all;
    return latencies;
  }

  async leave(): Promise<void> {
    for (const socket of this.sockets) await socket.dispose();
  }

  /** Past the gateway, so that it does nothing but tell of it. */
  private async change(taskId: string): Promise<void> {
    const { rows } = await this.database.query<{ revision: number }>(CHANGE, [this.tenantId, taskId]);
    const revision = rows[0]?.revision ?? 0;
    for (const listener of this.listeners)
      if (listener.taskId === taskId) listener.waiting.set(revision, performance.now());
    const message = { tenantId: this.tenantId, topic: 'task', id: taskId, revision, kind: 'updated' };
    await this.database.query('SELECT pg_notify($1, $2)', ['orkestra_live', JSON.stringify([message])]);
  }

  private hear({ waiting }: Listener, { revision, resync }: Told['taskUpdated']): void {
    for (const [each, at] of [...waiting]) {
      // Whoever is told to read again hears of all that went before.
      if (!resync && each > revision) continue;
      waiting.delete(each);
      this.told(performance.now() - at);
    }
  }

  /** @returns the token of a session of somebody new in the group */
  private async join(group: string, person: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const email = `${group}-${person}@demo.test`;
    await this.database.query(PERSON, [this.tenantId, email, group, this.stack.user.email]);
    await this.database.query(SESSION, [this.tenantId, email, hashOf(token)]);
    return token;
  }

  private async subscribe(taskId: string, cookie: string): Promise<void> {
    const listener = { taskId, waiting: new Map<number, number>() };
    this.listeners.push(listener);
    const origin = new URL(this.stack.admin).origin;
    class Socket extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { cookie, origin } });
      }
    }
    const socket = createClient({ url: this.stack.graphqlWs, webSocketImpl: Socket, retryAttempts: 0 });
    this.sockets.push(socket);
    const next = ({ data }: { data?: Told | null }) => data && this.hear(listener, data.taskUpdated);
    // The server answers the second operation after it has taken the first.
    await new Promise<void>((done, reject) => {
      const error = (cause: unknown) => reject(new Error('A subscription was refused', { cause }));
      socket.subscribe<Told>({ query: UPDATED }, { next, error, complete: () => undefined });
      socket.subscribe({ query: '{ viewer { id } }' }, { next: () => done(), error, complete: () => done() });
    });
  }
}

async function signIn(stack: Stack): Promise<string> {
  const response = await fetch(`${stack.admin}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant: 'demo', email: stack.user.email, password: stack.user.password }),
  });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function createTask({ graphql, apiKey }: Stack, group: string): Promise<string> {
  const query = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }`;
  const spec = { title: 'Bench', form: { answer: { type: 'text' } }, assignTo: { group } };
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query, variables: { input: { spec } } }),
  });
  const { data } = (await response.json()) as { data: { createTask: { task: { id: string } } } };
  return data.createTask.task.id;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const GROUP = 'INSERT INTO groups (tenant_id, id, key, name) VALUES ($1, gen_random_uuid(), $2, $2)';
const PERSON = `
  WITH made AS (
    INSERT INTO users (tenant_id, id, email, display_name, password_hash, role)
    SELECT $1, gen_random_uuid(), $2, $2, password_hash, role FROM users WHERE tenant_id = $1 AND email = $4
    RETURNING id)
  INSERT INTO group_members (tenant_id, group_id, user_id, role)
  SELECT $1, g.id, made.id, 'member' FROM made, groups g WHERE g.tenant_id = $1 AND g.key = $3`;
/** A copy of a session that the server made, for somebody else. */
const SESSION = `
  INSERT INTO sessions SELECT (jsonb_populate_record(NULL::sessions, to_jsonb(s) || jsonb_build_object('token_hash', $3::bytea,
    'user_id', u.id, 'id', gen_random_uuid()))).*
  FROM users u, (SELECT * FROM sessions WHERE tenant_id = $1 ORDER BY created_at DESC LIMIT 1) s
  WHERE u.tenant_id = $1 AND u.email = $2`;
const CHANGE = `UPDATE tasks SET revision = revision + 1, updated_at = now() WHERE tenant_id = $1 AND id = $2 RETURNING revision`;
