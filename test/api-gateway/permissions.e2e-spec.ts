import { isScope, isWorkingRole, TENANT_ROLES, type TenantRole } from '@orkestra/tenancy';
import {
  type AccessRule,
  isRelation,
  permissionsIn,
  rolesIn,
} from '../../apps/api-gateway/src/permissions/access-rule';
import { FIELD_RULES } from '../../apps/api-gateway/src/permissions/field-rules';
import { OPERATION_RULES } from '../../apps/api-gateway/src/permissions/operation-rules';
import { ROUTE_RULES } from '../../apps/api-gateway/src/permissions/route-rules';
import { type ApiClient, eventually, type Json } from '../harness';
import { Callers } from './callers';
import { everyOperation, type Operation } from './every-operation';
import { GatewaysInProcess } from './gateways-in-process';
import { routesOf } from './express-routes';

/** Of what would end the walk: called only by those who may not. */
const SPARED: readonly string[] = ['Mutation.deleteGroup'];
/** What says that the role, or the key, is not enough; other refusals are about a single object. */
const BY_ROLE = /^(auth\.(role_forbids|missing_scope|people_only|admin_only)|account\.person_only)$/;
const GROUP = 'support-l2';
/** Beside the required arguments, what some need to get as far as to be refused for the role. */
const INPUTS: Readonly<Record<string, object>> = {
  // Of owners, owners alone say who they are.
  'Mutation.changePersonRole': { role: 'VIEWER' },
  'Mutation.invitePerson': { email: 'new@demo.test', role: 'VIEWER' },
  'Mutation.nominateTask': { users: ['max@demo.test'] },
};

type Outcome = 'unauthenticated' | 'refused' | 'hidden' | 'let in' | 'stopped at the door' | 'failed';

let gateways: GatewaysInProcess;
let callers: Callers;
let taskId: string;
let operations: (Operation & { rule: string })[];
/** The last answer, to be read where it was not the expected one. */
let said = '';

beforeAll(async () => {
  gateways = await GatewaysInProcess.start(1);
  callers = await Callers.of(gateways);
  const sam = await gateways.person('sam@demo.test');
  const create = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }';
  const spec = { title: 'There', form: { a: { type: 'text' } }, assignTo: { group: 'support-l1' } };
  taskId = (await sam.graphql(create, { input: { spec } })).createTask.task.id as string;
  const known = {
    ...{ taskId, taskIds: [taskId], id: taskId, group: GROUP, user: 'max@demo.test' },
    ...{ payloadDigest: 'a'.repeat(64), until: '2030-02-02T03:04:05Z', action: 'CLAIM' },
  };
  operations = everyOperation(known)
    .filter(({ name }) => name.endsWith(' alone'))
    .map((operation) => ({ ...operation, rule: ruleOf(operation) }))
    .map((operation) => ({
      ...operation,
      variables: withInput(operation.variables, INPUTS[operation.rule]),
    }));
});
afterAll(() => gateways?.close());

function ruleOf({ name, query }: Operation): string {
  return `${query(1).startsWith('mutation') ? 'Mutation' : 'Query'}.${name.replace(' alone', '')}`;
}

function withInput(variables: Record<string, unknown>, more: object | undefined): Record<string, unknown> {
  return more === undefined
    ? variables
    : { ...variables, input: { ...(variables['input'] as object), ...more } };
}

async function outcomeOf(caller: ApiClient, { query, variables }: Operation): Promise<Outcome> {
  const response = await caller.post('/graphql', { query: query(1), variables });
  said = await response.text();
  const { errors = [] } = JSON.parse(said) as { errors?: Json[] };
  if (response.status === 403) return 'stopped at the door';
  const codes = errors
    .filter(({ path }) => !Array.isArray(path) || path.length <= 1)
    .map(({ extensions }) => extensions as { code: string; reason?: string });
  if (codes.some(({ code }) => code === 'UNAUTHENTICATED')) return 'unauthenticated';
  if (codes.some(({ reason = '' }) => BY_ROLE.test(reason) || reason === 'directory.supervisor_only'))
    return 'refused';
  return codes.some(({ code }) => code === 'NOT_FOUND') ? 'hidden' : 'let in';
}

/** The outcomes that the rule allows for a person. */
function expected(rule: AccessRule, role: TenantRole, related: boolean): Outcome[] {
  const may = rolesIn(rule).includes(role) || (isRelation(rule) && related && isWorkingRole(role));
  if (may) return ['let in', 'hidden'];
  return isRelation(rule) ? ['refused', 'hidden'] : ['refused'];
}

/** Each that the walk found otherwise than the tables say; in the words of a fix. */
async function walk(
  rules: Readonly<Record<string, AccessRule>>,
  names: readonly string[],
  call: (name: string, rule: AccessRule) => Promise<{ outcome: string; allowed: string[] }>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of names) {
    const rule = rules[name];
    if (rule === undefined) {
      wrong.push(`${name} has no rule: add it to apps/api-gateway/src/permissions`);
      continue;
    }
    const { outcome, allowed } = await call(name, rule);
    if (!allowed.includes(outcome))
      wrong.push(`${name} was "${outcome}", by its rule ${allowed.join(' or ')}: ${said.slice(0, 300)}`);
  }
  return wrong;
}

const ofGraphql = (
  caller: (rule: AccessRule) => Promise<ApiClient>,
  allowed: (rule: AccessRule) => Outcome[],
) =>
  walk(
    OPERATION_RULES,
    operations.map(({ rule }) => rule),
    async (name, rule) => {
      if (SPARED.includes(name) && allowed(rule).includes('let in')) return { outcome: '-', allowed: ['-'] };
      const operation = operations.find((one) => one.rule === name) as Operation;
      return { outcome: await outcomeOf(await caller(rule), operation), allowed: allowed(rule) };
    },
  );

describe.each(TENANT_ROLES)('GraphQL as %s', (role) => {
  test.each(['member', 'supervisor'] as const)(
    'is what the table says, for a %s of the group',
    async (inGroup) => {
      await callers.become(role, inGroup);
      const { person } = callers;
      const found = await ofGraphql(
        () => Promise.resolve(person),
        (rule) => expected(rule, role, inGroup === 'supervisor'),
      );
      expect(found).toEqual([]);
    },
  );
});

describe('GraphQL with a key', () => {
  test('lets in with the one scope that the table says', async () => {
    const found = await ofGraphql(
      (rule) => callers.keyWith(permissionsIn(rule).find(isScope) ?? 'directory:read'),
      (rule) => {
        if (isRelation(rule)) return ['refused', 'hidden'];
        if (rule === 'person') return ['refused'];
        const may = rule === 'signed-in' || permissionsIn(rule).some(isScope);
        return may ? ['let in', 'hidden'] : ['refused'];
      },
    );
    expect(found).toEqual([]);
  });

  test('refuses it with all other scopes', async () => {
    const found = await ofGraphql(
      (rule) => callers.keyWithout(...permissionsIn(rule)),
      (rule) => {
        if (isRelation(rule)) return ['refused', 'hidden'];
        return rule === 'signed-in' ? ['let in', 'hidden'] : ['refused'];
      },
    );
    expect(found).toEqual([]);
  });

  test('without one, lets nobody in', async () => {
    const found = await ofGraphql(
      () => Promise.resolve(callers.anonymous),
      () => ['unauthenticated'],
    );
    expect(found).toEqual([]);
  });

  test('opens no field that leads elsewhere without the scope of what is there', async () => {
    await linkTask();
    const paths = { Task: (field: string) => `task(id: "${taskId}") { id there: ${field} }` };
    const workflow = (field: string) => `workflow(id: "walk") { id there: ${field} }`;
    const of = { ...paths, WorkflowExecution: workflow } as Record<string, (field: string) => string>;
    const readers = { Task: 'tasks:read', WorkflowExecution: 'workflows:read' } as const;
    for (const [name, rule] of Object.entries(FIELD_RULES)) {
      const [type = '', field = ''] = name.split('.');
      const reader = readers[type as keyof typeof readers];
      if (reader === undefined) continue;
      const query = `{ ${of[type]?.(`${field}${name === 'WorkflowExecution.tasks' ? '(first: 1)' : ''} { id }`)} }`;
      const answer = async (caller: ApiClient) => {
        const response = await caller.post('/graphql', { query });
        const [thing] = Object.values(((await response.json()) as { data?: Json }).data ?? {}) as Json[];
        return JSON.stringify(thing?.there ?? null);
      };
      expect([name, await answer(await callers.keyWith(reader, ...permissionsIn(rule)))]).not.toEqual([
        name,
        'null',
      ]);
      expect([name, await answer(await callers.keyWith(reader))]).toEqual([name, 'null']);
    }
  });

  test('subscribes with the scope that the table says, and not without', async () => {
    const subscriptions: Record<string, string> = {
      'Subscription.conversationUpdated': `subscription { conversationUpdated(id: "${taskId}") { id } }`,
      'Subscription.notificationReceived': 'subscription { notificationReceived { unreadNotifications } }',
      'Subscription.taskUpdated': 'subscription { taskUpdated { taskId } }',
      'Subscription.workflowUpdated': 'subscription { workflowUpdated(id: "walk") { id } }',
    };
    const names = Object.keys(OPERATION_RULES).filter((name) => name.startsWith('Subscription.'));
    for (const name of names) {
      const rule = OPERATION_RULES[name] as AccessRule;
      const query = subscriptions[name] ?? `# add ${name} to this test`;
      const why = rule === 'person' ? 'auth.people_only' : 'auth.missing_scope';
      const refused = await (await callers.keyWithout(...permissionsIn(rule))).subscribe(query);
      await eventually(() => refused.errors.length > 0);
      expect([name, JSON.stringify(refused.errors)]).toEqual([name, expect.stringContaining(why)]);
      if (rule === 'person') continue;
      const taken = await (await callers.keyWith(...permissionsIn(rule))).subscribe(query);
      expect([name, JSON.stringify(taken.errors)]).toEqual([name, expect.not.stringContaining('auth.')]);
      await Promise.all([refused.close(), taken.close()]);
    }
  });
});

/** Open to whoever has signed the request, which no session or key does: see `chat.e2e-spec.ts`. */
const isSigned = (name: string): boolean =>
  ['POST /slack/interactions', 'POST /teams/messages'].includes(name);

describe('Routes beside GraphQL', () => {
  const ofKeys = (rule: AccessRule): Outcome[] => {
    if (rule === 'directory') return ['unauthenticated'];
    return rule === 'person' || permissionsIn(rule).length > 0 ? ['refused'] : ['let in', 'hidden'];
  };
  const call = async (caller: ApiClient, name: string): Promise<Outcome> => {
    const [method = '', path = ''] = name.split(' ');
    const body = new FormData();
    body.append('file', new Blob(['x'], { type: 'text/plain' }), 'x.txt');
    const there = path.replace(':taskId', taskId).replace(/:\w+/g, '00000000-0000-7000-8000-000000000001');
    const isUpload = name.startsWith('POST') && name.endsWith('/attachments');
    const response = await caller.request(there, { method, ...(isUpload ? { body } : {}) });
    said = await response.text();
    if (response.status >= 500) return 'failed';
    if (response.status === 401) return 'unauthenticated';
    if (/"code":"auth\./.test(said)) return 'refused';
    if (response.status === 403) return 'stopped at the door';
    return response.status === 404 ? 'hidden' : 'let in';
  };

  test('have a rule each, and no rule is for one that is gone', () => {
    expect(routesOf(gateways.apps[0]).toSorted()).toEqual(Object.keys(ROUTE_RULES).toSorted());
  });

  test('let nobody in without a session or a key, but where the table says so', async () => {
    const found = await walk(ROUTE_RULES, routesOf(gateways.apps[0]), async (name, rule) => ({
      outcome: await call(callers.anonymous, name),
      allowed: rule === 'public' && !isSigned(name) ? ['let in', 'hidden'] : ['unauthenticated'],
    }));
    expect(found).toEqual([]);
  });

  test.each(TENANT_ROLES)('are for the role %s what the table says', async (role) => {
    await callers.become(role, 'member');
    const found = await walk(ROUTE_RULES, routesOf(gateways.apps[0]), async (name, rule) => ({
      outcome: await call(rule === 'signed-in' ? await callers.again() : callers.person, name),
      allowed: rule === 'directory' || isSigned(name) ? ['unauthenticated'] : expected(rule, role, false),
    }));
    expect(found).toEqual([]);
  });

  test('are refused to keys without the scope', async () => {
    const found = await walk(ROUTE_RULES, routesOf(gateways.apps[0]), async (name, rule) => ({
      outcome: await call(await callers.keyWithout(...permissionsIn(rule)), name),
      allowed: isSigned(name) ? ['unauthenticated'] : ofKeys(rule),
    }));
    expect(found).toEqual([]);
  });
});

/** Gives the task a conversation and a workflow. */
async function linkTask(): Promise<void> {
  const { id: tenantId } = gateways.tenant;
  const key = await callers.keyWithout();
  const { createConversation } = await key.graphql(
    `mutation { createConversation(input: { channel: CHAT }) { conversation { id } } }`,
  );
  await gateways.rows(
    `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
       started_by_id, started_by_name, correlation_id, started_at)
     VALUES ($1, 'walk', 'walk', 'walk', 'running', '', 'system', 'system', 'Orkestra', 'walk', now())`,
    [tenantId],
  );
  await gateways.rows('UPDATE tasks SET workflow_id = $2, conversation_id = $3 WHERE id = $1', [
    taskId,
    `${tenantId}/walk`,
    createConversation.conversation.id,
  ]);
}
