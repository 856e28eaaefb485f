import { randomUUID } from 'node:crypto';
import { ConversationsService } from '@orkestra/conversations';
import { TasksService } from '@orkestra/tasks';
import { ALL_SCOPES, ApiKeysService, AuthService, type Scope, type TenantContext } from '@orkestra/tenancy';
import { ToolCatalogue } from '../../apps/mcp-gateway/src/server/tool-catalogue.service';
import { testContext } from '../../libs/tenancy/src/testing';
import { type GatewayInProcess, startGatewayInProcess } from './gateway-in-process';
import { toolArguments } from './tool-arguments';

const SECRET = 'Zebrafink';
/** They answer with what they have waited for. */
const SHORT = { timeout_seconds: 1, timeout_ms: 1 };

let gateway: GatewayInProcess;
let catalogue: ToolCatalogue;
let tools: { name: string; inputSchema: unknown; scope: Scope | null }[];
let own: Record<string, unknown>;

beforeAll(async () => {
  gateway = await startGatewayInProcess();
  catalogue = gateway.app.get(ToolCatalogue, { strict: false });
  const scopes = new Map(
    catalogue.reference().map((row) => {
      const [, name = '', , needs = ''] = row.split('|').map((cell) => cell.trim().replaceAll('`', ''));
      return [name, ALL_SCOPES.find((scope) => needs.startsWith(scope)) ?? null] as const;
    }),
  );
  tools = catalogue
    .list({ scopes: ALL_SCOPES, principal: { kind: 'user' } as TenantContext['principal'] })
    .map(({ name, inputSchema }) => ({ name, inputSchema, scope: scopes.get(name) ?? null }));
  own = await make(gateway.tenant);
});
afterAll(() => gateway?.close());

/** One of everything that tools name. */
async function make({ apiKey, id: tenantId }: GatewayInProcess['tenant']): Promise<Record<string, unknown>> {
  const ctx = await gateway.app.get(AuthService, { strict: false }).byApiKey(apiKey, 'mcp');
  const conversations = gateway.app.get(ConversationsService, { strict: false });
  const conversation = await conversations.create(ctx, { channel: 'chat', title: SECRET, participants: [] });
  const spec = { title: SECRET, assignTo: { group: 'support-l1' }, form: { answer: { type: 'text' } } };
  const task = await gateway.app.get(TasksService, { strict: false }).create(ctx, spec);
  await gateway.rows(
    `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
       started_by_id, started_by_name, correlation_id, started_at, input)
     VALUES ($1, 'of-' || $2, 't', 'q', 'completed', '', 'service', 'b', 'b', 'c', now(), to_jsonb($3::text))`,
    [tenantId, tenantId.slice(-12), SECRET],
  );
  const [user] = await gateway.rows<{ id: string }>(
    'SELECT id FROM users WHERE tenant_id = $1 ORDER BY id LIMIT 1',
    [tenantId],
  );
  const [group] = await gateway.rows<{ id: string }>(
    'SELECT id FROM groups WHERE tenant_id = $1 ORDER BY id LIMIT 1',
    [tenantId],
  );
  return {
    task_id: task.id,
    workflow_id: `of-${tenantId.slice(-12)}`,
    conversation_id: conversation.id,
    user: user?.id,
    group: group?.id,
    mentions: [user?.id],
    ...SHORT,
  };
}

async function keyOf(scopes: readonly Scope[]): Promise<TenantContext> {
  const [ada] = await gateway.rows<{ id: string }>(`SELECT id FROM users WHERE email = 'ada@demo.test'`);
  const principal = { id: ada?.id ?? '', role: 'owner' as const };
  const admin = testContext({ tenantId: gateway.tenant.id, principal });
  const request = { principalName: `bot ${randomUUID()}`, scopes };
  const { key } = await gateway.app.get(ApiKeysService, { strict: false }).create(admin, request);
  return gateway.app.get(AuthService, { strict: false }).byApiKey(key, 'mcp');
}

async function call(
  ctx: TenantContext,
  name: string,
  args: object,
): Promise<{ code: unknown; text: string }> {
  const result = await catalogue.call(name, args, { ctx, signal: new AbortController().signal });
  return { code: result['_meta']?.['orkestra/code'], text: JSON.stringify(result) };
}

test('each tool takes the scope that it says and no other', async () => {
  const wrong: unknown[] = [];
  for (const scope of ALL_SCOPES) {
    const [alone, others] = [await keyOf([scope]), await keyOf(ALL_SCOPES.filter((one) => one !== scope))];
    const needing = tools.filter((tool) => tool.scope === scope);
    for (const { name, inputSchema } of needing) {
      const args = toolArguments(inputSchema, own);
      const [taken, refused] = [await call(alone, name, args), await call(others, name, args)];
      if (taken.code === 'auth.missing_scope' || refused.code !== 'auth.missing_scope')
        wrong.push([name, scope, taken, refused]);
    }
  }
  expect(wrong).toEqual([]);
  const [free] = await Promise.all([keyOf(['directory:read'])]);
  for (const { name } of tools.filter(({ scope }) => scope === null))
    expect(await call(free, name, {})).toMatchObject({ code: undefined });
});

test('no tool reads or changes what another tenant has, nor tells it from what nobody has', async () => {
  const theirs = await make(gateway.other);
  const nobody = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(nobody);
    return typeof value === 'string' ? (/^[0-9a-f-]{36}$/.test(value) ? randomUUID() : 'of-nobody') : value;
  };
  const unknown = Object.fromEntries(Object.entries(theirs).map(([name, value]) => [name, nobody(value)]));
  const names = Object.keys(theirs).filter((name) => !(name in SHORT));
  const ctx = await keyOf(ALL_SCOPES);
  const shape = (text: string, known: Record<string, unknown>) =>
    Object.values(known)
      .flat()
      .filter((value) => typeof value === 'string')
      .reduce((left, value) => left.replaceAll(value, '<name>'), text)
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');
  const before = await digest();
  let asked = 0;
  const wrong: unknown[] = [];
  for (const { name, inputSchema } of tools) {
    for (const given of [undefined, ...names]) {
      const fresh = () => ({ idempotency_key: randomUUID() });
      const args = toolArguments(inputSchema, { ...theirs, ...fresh() }, given);
      if (!names.some((one) => one in args)) continue;
      asked += 1;
      const [answer, twin] = [
        await call(ctx, name, args),
        await call(ctx, name, toolArguments(inputSchema, { ...unknown, ...fresh() }, given)),
      ];
      if (shape(answer.text, theirs) !== shape(twin.text, unknown) || answer.text.includes(SECRET))
        wrong.push([name, args, answer.text, twin.text]);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(15);
  expect(await digest()).toEqual(before);
});

/** What the other tenant's tasks, conversations and workflows are. */
async function digest(): Promise<unknown[]> {
  const tables = ['tasks', 'task_events', 'conversations', 'messages', 'workflow_executions', 'outbox'];
  return Promise.all(
    tables.map((table) =>
      gateway.rows(
        `SELECT '${table}' AS name, count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest
         FROM ${table} t WHERE tenant_id = $1`,
        [gateway.other.id],
      ),
    ),
  );
}
