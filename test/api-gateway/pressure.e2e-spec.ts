import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ConversationsService } from '@orkestra/conversations';
import { WebhookEndpoints } from '@orkestra/notifications';
import { CommentsService, TasksService, ToolApprovalsService } from '@orkestra/tasks';
import { AbsencesService, ApiKeysService, AuthService, type TenantContext } from '@orkestra/tenancy';
import { graphql } from 'graphql';
import { GraphqlContext } from '../../apps/api-gateway/src/graphql/graphql-context';
import { SchemaLoadersFactory } from '../../apps/api-gateway/src/schema/schema.loaders';
import { SocketConnection } from '../../apps/api-gateway/src/schema/socket-connection';
import { SocketConnections } from '../../apps/api-gateway/src/schema/socket-connections.service';
import { eventually, type Json } from '../harness';
import { email } from '../harness/tool-calls';
import { GatewaysInProcess } from './gateways-in-process';
import { listSelections } from './list-selections';
import { RawSocket } from './raw-socket';

const IN_L1 = { group: 'support-l1' };
const TITLES = 'subscription { taskUpdated { taskId task { id title } } }';
const UPDATES =
  'subscription { taskUpdated { taskId kind task { id title group { name } assignee { email } workflow { id } } } }';

const FOR_ADMINS = [
  ...['apiKeyUses', 'apiKeys', 'auditAreas', 'auditEvents', 'deadLetters'],
  ...['chatConnections', 'externalIdentities', 'notificationDeliveries', 'taskGuests'],
  ...['webhookDeliveries', 'webhookEndpoints', 'webhookEventTypes', 'messageTemplateVariables'],
  ...['legalHolds', 'scimConnections', 'ssoConnections', 'ssoDomains'],
];

const WEBHOOK_SENT = `
  INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event_id, type, ordering_key, data, at, status, available_at, settled_at)
  VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), 'task.created', 'k', '{}', now(), 'sent', now(), now())`;

describe('The api-gateway under pressure', () => {
  let gateways: GatewaysInProcess;
  let bot: TenantContext;
  let sam: TenantContext;
  let ada: TenantContext;
  let first: { ruleId: string; commentId: string; keyId: string; taskId: string };
  let endpointId: string;

  beforeAll(async () => {
    gateways = await GatewaysInProcess.start(2);
    const auth = gateways.get(AuthService);
    bot = await auth.byApiKey(gateways.tenant.apiKey, 'mcp');
    sam = await auth.bySession((await gateways.person('sam@demo.test')).token, 'graphql');
    ada = await auth.bySession((await gateways.person('ada@demo.test')).token, 'graphql');
    const endpoints = gateways.get(WebhookEndpoints);
    const { endpoint } = await endpoints.create(ada, {
      url: 'https://hooks.example.com/',
      ...{ description: '', eventTypes: [], taskTypes: [], withContent: false },
    });
    endpointId = endpoint.id;
    first = await makeRows(3);
  });
  afterAll(() => gateways?.close());

  const workflowOf = async (key: string) => {
    await gateways.rows(
      `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
         started_by_id, started_by_name, correlation_id, started_at)
       VALUES ($1, $2, 't', 'q', 'running', '', 'service', $3, 'b', 'c', now())`,
      [bot.tenantId, key, bot.principal.id],
    );
    return `${bot.tenantId}/${key}`;
  };

  let made = 0;
  /** Rows for every list, each with all that may be below it. */
  async function makeRows(count: number) {
    const tasks = gateways.get(TasksService);
    const tools = gateways.get(ToolApprovalsService);
    const last = { ruleId: '', commentId: '', keyId: '', taskId: '' };
    for (let n = 0; n < count; n += 1) {
      made += 1;
      const conversations = gateways.get(ConversationsService);
      const conversation = await conversations.create(bot, { channel: 'chat', participants: [] });
      await conversations.append(bot, {
        conversationId: conversation.id,
        messages: [{ role: 'user', text: 'Hi' }],
      });
      const workflowId = await workflowOf(`row-${made}`);
      const spec = {
        title: `Row ${made}`,
        assignTo: IN_L1,
        conversationId: conversation.id,
        context: { made },
      };
      const plain = await tasks.create(bot, { ...spec, form: { answer: { type: 'text' } } }, { workflowId });
      await tasks.create(bot, { ...spec, approval: { payload: { made } } }, { workflowId });
      const comments = gateways.get(CommentsService);
      const comment = await comments.add(sam, { taskId: plain.id, text: 'First' });
      await comments.edit(sam, { commentId: comment.id, text: 'Second' });
      const asked = await tools.request(
        bot,
        {
          calls: [email({ arguments: { to: `${made}@customer.test` }, similarBy: ['to'] })],
          task: { assignTo: IN_L1 },
        },
        `turn-${made}`,
      );
      const { taskId = '' } = asked as { taskId?: string };
      const [request] = (await tools.ofTasks(sam, [taskId])).values();
      const until = new Date(Date.now() + 3_600_000).toISOString();
      const allow = { verdict: 'allow', allow_similar: { until, by: ['to'] } };
      await tasks.complete(sam, {
        taskId,
        claim: true,
        data: { digest: request?.digest, decisions: { 'call-1': allow } },
      });
      const [decided] = (await tools.ofTasks(sam, [taskId])).values();
      last.ruleId = decided?.calls[0]?.grantedRuleId ?? '';
      last.commentId = comment.id;
      last.taskId = taskId;
      await gateways.rows(WEBHOOK_SENT, [bot.tenantId, endpointId]);
      const keys = gateways.get(ApiKeysService);
      last.keyId = (await keys.create(ada, { principalName: `bot-${made}`, scopes: ['tasks:read'] })).id;
      const from = new Date(Date.now() + made * 86_400_000);
      await gateways.get(AbsencesService).plan(sam, { from, until: new Date(from.getTime() + 3_600_000) });
    }
    return last;
  }

  const read = async (query: string, ctx: TenantContext) => {
    const caller = { ctx };
    const loaders = gateways.get(SchemaLoadersFactory).for(caller);
    const contextValue = new GraphqlContext(caller, () => loaders);
    const answer = await graphql({
      schema: gateways.get(GraphQLSchemaHost).schema,
      source: query,
      contextValue,
    });
    expect(answer.errors?.map(({ path, originalError }) => [path, originalError?.stack])).toBeUndefined();
    return answer.data as Json;
  };
  const sizeOf = (answer: Json) => {
    const [list] = Object.values(answer) as [Json | unknown[]];
    return Array.isArray(list) ? list.length : (list['edges'] as unknown[]).length;
  };

  test('every list of the schema takes as many statements for many rows as for few', async () => {
    const lists = listSelections(gateways.get(GraphQLSchemaHost).schema, {
      apiKeyUses: `(keyId: "${first.keyId}")`,
      absences: '(user: "sam@demo.test")',
      externalIdentities: '(user: "sam@demo.test")',
      messageTemplateVariables: '(kind: "assigned", language: "en")',
      taskGuests: `(taskId: "${first.taskId}")`,
      webhookDeliveries: `(endpointId: "${endpointId}")`,
      holidays: '(country: "DE", year: 2027)',
      searchGroups: '(text: "")',
      searchUsers: '(text: "")',
      standingRuleUses: `(ruleId: "${first.ruleId}")`,
      taskCommentHistory: `(commentId: "${first.commentId}")`,
    });
    expect(lists.size).toBeGreaterThan(12);
    const measure = async () => {
      const found = new Map<string, { statements: number; rows: number }>();
      for (const [name, query] of lists) {
        let rows = 0;
        const statements = await gateways.statementsOf(
          async () => (rows = sizeOf(await read(query, FOR_ADMINS.includes(name) ? ada : sam))),
        );
        found.set(name, { statements, rows });
      }
      return found;
    };
    const few = await measure();
    await makeRows(3);
    const many = await measure();
    const grown = [...many]
      .filter(([name, { rows }]) => rows > (few.get(name)?.rows ?? 0))
      .map(([name]) => name);
    expect(grown).toEqual(
      expect.arrayContaining([
        'absences',
        'apiKeys',
        'auditEvents',
        'conversations',
        'standingRules',
        'tasks',
        'webhookDeliveries',
        'workflowExecutions',
      ]),
    );
    const statements = (of: typeof few) =>
      Object.fromEntries([...of].map(([name, one]) => [name, one.statements]));
    expect(statements(many)).toEqual(statements(few));
    expect(Math.max(...Object.values(statements(many)))).toBeLessThan(60);
  });

  test('one change is read once for all subscriptions of a person', async () => {
    const person = await gateways.person('lee@demo.test');
    const tasks = gateways.get(TasksService);
    const tell = async () => {
      const task = await tasks.create(bot, { title: 'Told', form: {}, assignTo: IN_L1 });
      return task.id;
    };
    const toldTo = async (count: number) => {
      const feeds = await Promise.all(Array.from({ length: count }, () => person.subscribe(UPDATES)));
      const statements = await gateways.statementsOf(async () => {
        const id = await tell();
        await Promise.all(feeds.map((feed) => feed.next(({ taskUpdated }) => taskUpdated.taskId === id)));
      });
      await person.close();
      return statements;
    };
    const one = await toldTo(1);
    await eventually(() => openSockets() === 0);
    // A few more, where the loads of the fields fall into two batches.
    expect(await toldTo(15)).toBeLessThan(one + 10);
  });

  test('one change is read once for all people who are told of it', async () => {
    const tasks = gateways.get(TasksService);
    const toldTo = async (...emails: string[]) => {
      const people = await Promise.all(emails.map((email) => gateways.person(email)));
      const feeds = await Promise.all(people.map((person) => person.subscribe(TITLES)));
      const statements = await gateways.statementsOf(async () => {
        const { id } = await tasks.create(bot, { title: 'Told', form: {}, assignTo: IN_L1 });
        await Promise.all(feeds.map((feed) => feed.next(({ taskUpdated }) => taskUpdated.taskId === id)));
      });
      await Promise.all(people.map((person) => person.close()));
      return statements;
    };
    const one = await toldTo('lee@demo.test');
    expect(await toldTo('lee@demo.test', 'sam@demo.test', 'ada@demo.test')).toBe(one);
  });

  const openSockets = () =>
    (gateways.get(SocketConnections) as unknown as { open: Map<unknown, unknown> }).open.size;

  test('a sign-out at one gateway closes the sockets of the session at another one at once', async () => {
    // Nothing but the message may end it.
    const renew = jest.spyOn(SocketConnection.prototype, 'renew').mockResolvedValue();
    const person = await gateways.person('lee@demo.test', 0);
    const other = await gateways.person('lee@demo.test', 1);
    const [his, hers] = [person, other].map(({ headers }) => new RawSocket(gateways.url(1), { ...headers }));
    await Promise.all([his?.outcome, hers?.outcome]);
    await person.post('/api/v1/auth/sign-out', {});
    expect(await his?.closed).toBe(4401);
    expect(hers?.isOpen).toBe(true);
    hers?.end();
    renew.mockRestore();
  });

  test('a person has so many sockets, and no more', async () => {
    const person = await gateways.person('max@demo.test');
    const open = async () => {
      const socket = new RawSocket(gateways.url(), { ...person.headers });
      await socket.outcome;
      return socket;
    };
    const sockets = await Promise.all(Array.from({ length: 20 }, open));
    expect(await Promise.all(sockets.map(({ outcome }) => outcome))).toEqual(
      Array.from({ length: 20 }, () => 'connection_ack'),
    );
    expect(await (await open()).outcome).toBe('closed 4429');
    sockets[0]?.end();
    await eventually(async () => {
      const socket = await open();
      const outcome = await socket.outcome;
      socket.end();
      return outcome === 'connection_ack';
    });
    sockets.forEach((socket) => socket.end());
  });
});
