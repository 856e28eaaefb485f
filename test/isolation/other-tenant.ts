import { ConversationsService } from '@orkestra/conversations';
import { GuestsService, NotificationAddresses } from '@orkestra/notifications';
import { AttachmentsService, CommentsService, TasksService, ToolApprovalsService } from '@orkestra/tasks';
import {
  AbsencesService,
  AnswerSettingsService,
  AuthService,
  CalendarsService,
  ScimConnectionsService,
  SsoConnections,
  type TenantContext,
} from '@orkestra/tenancy';
import { WebhookEndpoints } from '@orkestra/notifications';
import { Readable } from 'node:stream';
import { testContext } from '../../libs/tenancy/src/testing';
import type { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { email } from '../harness/tool-calls';

/** In every text that the other tenant wrote: no answer to anybody else may hold it. */
export const SECRET = 'Zebrafink';

/** Ids, names and cursors, by the name that arguments have for them. */
export interface Names {
  [argument: string]: string | string[];
  taskId: string;
  commentId: string;
  conversationId: string;
  workflowId: string;
  ruleId: string;
  absenceId: string;
  attachmentId: string;
  group: string;
  user: string;
}

/** One of everything that a tenant can have, in the tenant `other`. */
export async function makeEverything(gateways: GatewaysInProcess): Promise<Names> {
  const auth = gateways.get(AuthService);
  const bot = await auth.byApiKey(gateways.other.apiKey, 'mcp');
  const olga = await auth.bySession((await gateways.person('olga@other.test')).token, 'graphql');
  const admin = testContext({
    tenantId: gateways.other.id,
    principal: { role: 'admin', id: olga.principal.id },
  });
  const conversations = gateways.get(ConversationsService);
  const { id: conversationId } = await conversations.create(bot, {
    channel: 'chat',
    title: SECRET,
    participants: [],
  });
  await conversations.append(bot, { conversationId, messages: [{ role: 'user', text: SECRET }] });
  await startWorkflow(gateways, bot);
  const { id: taskId } = await gateways.get(TasksService).create(
    bot,
    {
      title: SECRET,
      assignTo: { group: 'support-l1' },
      conversationId,
      context: { text: SECRET },
      form: { answer: { type: 'text' } },
    },
    { workflowId: `${bot.tenantId}/theirs` },
  );
  const { id: commentId } = await gateways.get(CommentsService).add(olga, { taskId, text: SECRET });
  const file = { name: `${SECRET}.txt`, contentType: 'text/plain', content: Readable.from([SECRET]) };
  const attachment = await gateways.get(AttachmentsService).add(olga, taskId, file as never);
  const from = new Date(Date.now() + 86_400_000);
  const absence = { from, until: new Date(from.getTime() + 3_600_000) };
  const { id: absenceId } = await gateways.get(AbsencesService).plan(olga, absence);
  await putCalendar(gateways.get(CalendarsService), admin);
  await gateways.get(AnswerSettingsService).set(admin, { guests: true });
  const outside = { taskId, email: 'gil@outside.test', name: SECRET, actions: ['comment'] as const };
  const { guest } = await gateways.get(GuestsService).invite(admin, outside);
  const groupId = olga.principal.groups[0]?.id ?? '';
  const attachmentId = attachment.id;
  const ruleId = await allow(gateways, bot, olga);
  const passkeyId = await addPasskey(gateways, olga);
  const deadLetterId = await failDelivery(gateways, olga);
  const connectionId = await connectDirectory(gateways.get(SsoConnections), admin);
  const [notificationId, deliveryId] = await tell(gateways, olga, bot, taskId);
  const { connection: scim } = await gateways.get(ScimConnectionsService).create(admin, SECRET);
  const token = await connectSlack(gateways, olga);
  const addressId = await connectAccounts(gateways, olga);
  const hook = await hearOf(gateways, admin);
  return {
    ...{ taskId, commentId, conversationId, workflowId: 'theirs', ruleId, absenceId, attachmentId },
    ...{
      guestId: guest.id,
      taskIds: [taskId],
      key: 'theirs',
      calendarKey: 'theirs',
      agentId: bot.principal.id,
    },
    ...{ group: groupId, groups: [groupId], user: olga.principal.id, users: [olga.principal.id] },
    ...{ personId: olga.principal.id, keyId: bot.credentialId ?? '', sessionId: olga.credentialId ?? '' },
    ...{
      connectionId,
      scimConnectionId: scim.id,
      passkeyId,
      addressId,
      ids: [deadLetterId, notificationId, deliveryId],
      token,
    },
    ...{ remove: [olga.principal.id], moveTasksTo: groupId, ...hook },
    ...{ assignee: olga.principal.id, substitute: 'olga@other.test', mentions: [olga.principal.id] },
  };
}

async function startWorkflow(gateways: GatewaysInProcess, bot: TenantContext): Promise<void> {
  await gateways.rows(
    `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
       started_by_id, started_by_name, correlation_id, started_at, input)
     VALUES ($1, 'theirs', 't', 'q', 'running', '', 'service', $2, 'b', 'c', now(), to_jsonb($3::text))`,
    [bot.tenantId, bot.principal.id, SECRET],
  );
}

async function addPasskey(
  gateways: GatewaysInProcess,
  { tenantId, principal }: TenantContext,
): Promise<string> {
  const [passkey] = await gateways.rows<{ id: string }>(
    `INSERT INTO passkeys (tenant_id, id, user_id, credential_id, public_key, counter, transports, backed_up, name,
       created_at)
     VALUES ($1, gen_random_uuid(), $2, 'theirs', '', 0, '{}', false, $3, now()) RETURNING id`,
    [tenantId, principal.id, SECRET],
  );
  return passkey?.id ?? '';
}

async function failDelivery(gateways: GatewaysInProcess, { tenantId }: TenantContext): Promise<string> {
  const [letter] = await gateways.rows<{ id: string }>(
    `INSERT INTO outbox (id, tenant_id, task_id, kind, workflow_id, correlation_id, status, attempts, last_error,
       created_at, available_at)
     VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'task.closed', 'w', 'c', 'dead', 20, $2, now(), now())
     RETURNING id`,
    [tenantId, SECRET],
  );
  return letter?.id ?? '';
}

/** What Olga was told, and could not be told by mail; her words for it, and what she wants otherwise. */
async function tell(
  gateways: GatewaysInProcess,
  { tenantId, principal }: TenantContext,
  bot: TenantContext,
  taskId: string,
): Promise<[string, string]> {
  const own = [tenantId, principal.id];
  const [told] = await gateways.rows<{ id: string }>(
    `INSERT INTO notifications (tenant_id, person_id, event_id, kind, task_id, actor_kind, actor_id, at)
     VALUES ($1, $2, gen_random_uuid(), 'mentioned', $3, 'system', 'system', now()) RETURNING event_id AS id`,
    [...own, taskId],
  );
  const [failed] = await gateways.rows<{ id: string }>(
    `INSERT INTO notification_deliveries (tenant_id, id, event_id, person_id, channel, kind, task_id, actor_kind,
       actor_id, bundled, at, status, reason, available_at, settled_at)
     VALUES ($1, gen_random_uuid(), gen_random_uuid(), $2, 'email', 'mentioned', $3, 'system', 'system', false, now(),
       'dead', $4, now(), now()) RETURNING id`,
    [...own, taskId, SECRET],
  );
  await gateways.rows(
    `INSERT INTO notification_templates (tenant_id, channel, kind, language, subject, body, updated_at, updated_by)
     VALUES ($1, 'email', '*', 'en', $3, $3, now(), $2)`,
    [...own, SECRET],
  );
  await gateways.rows(`INSERT INTO notification_languages (tenant_id, language) VALUES ($1, 'de')`, [
    tenantId,
  ]);
  await gateways.rows(
    `INSERT INTO notification_rules (tenant_id, person_id, subject_kind, subject, kind, channel, mode)
     VALUES ($1, $2, 'agent', $3, '*', 'in_app', 'off')`,
    [...own, bot.principal.id],
  );
  await gateways.rows(
    `INSERT INTO notification_delays (tenant_id, person_id, channel, delay_seconds) VALUES ($1, $2, 'email', 60)`,
    own,
  );
  await gateways.rows(
    `INSERT INTO notification_preferences (tenant_id, person_id, kind, channel, mode)
     VALUES ($1, $2, 'mentioned', 'email', 'daily')`,
    own,
  );
  await gateways.rows(
    `INSERT INTO notification_settings (tenant_id, person_id, time_zone) VALUES ($1, $2, 'Europe/Berlin')`,
    own,
  );
  await gateways.rows(
    `INSERT INTO notification_defaults (tenant_id, kind, channel, mode, locked) VALUES ($1, 'claimed', 'email', 'on', false)`,
    [tenantId],
  );
  return [told?.id ?? '', failed?.id ?? ''];
}

/** With a person's account, a message, and a link that somebody has asked for. */
async function connectSlack(
  gateways: GatewaysInProcess,
  { tenantId, principal }: TenantContext,
): Promise<string> {
  const token = `${SECRET}-link`;
  await gateways.rows(
    `INSERT INTO chat_installations (tenant_id, channel, team_id, team_name, config, secrets, key_id, status, connected_at)
     VALUES ($1, 'slack', 'T1', $2, '{}', '', 'k', 'connected', now())`,
    [tenantId, SECRET],
  );
  await gateways.rows(
    `INSERT INTO chat_link_requests (tenant_id, channel, team_id, account_id, account_name, token_hash, expires_at)
     VALUES ($1, 'slack', 'T1', 'U1', $2, sha256($3::text::bytea), now() + interval '1 hour')`,
    [tenantId, SECRET, token],
  );
  await gateways.rows(
    `INSERT INTO chat_messages (tenant_id, id, channel, person_id, task_id, item, created_at)
     VALUES ($1, gen_random_uuid(), 'slack', $2, gen_random_uuid(), '{}', now())`,
    [tenantId, principal.id],
  );
  return token;
}

/** A chat, a browser with push, and two codes on their way: one that Olga sends, one that was sent to her. */
async function connectAccounts(gateways: GatewaysInProcess, olga: TenantContext): Promise<string> {
  const addresses = gateways.get(NotificationAddresses);
  const account = { key: SECRET, label: SECRET, details: { secret: SECRET } };
  await addresses.connect(olga, { channel: 'push', ...account });
  const { id } = await addresses.connect(olga, { channel: 'telegram', ...account });
  const codes = [
    ['telegram', null, null],
    ['sms', Buffer.from(SECRET), 'k'],
  ];
  for (const code of codes)
    await gateways.rows(
      `INSERT INTO notification_connect_codes (tenant_id, person_id, channel, code_hash, account, key_id, expires_at, made,
         made_since)
       VALUES ($1, $2, $3, sha256($6::text::bytea), $4, $5, now() + interval '1 hour', 1, now())`,
      [olga.tenantId, olga.principal.id, ...code, SECRET],
    );
  return id;
}

/** An endpoint that was told of something; it is off, so that nothing changes by itself. */
async function hearOf(
  gateways: GatewaysInProcess,
  admin: TenantContext,
): Promise<{ endpointId: string; deliveryId: string }> {
  const endpoints = gateways.get(WebhookEndpoints);
  const given = { description: SECRET, eventTypes: [], taskTypes: [SECRET], withContent: false };
  const { endpoint } = await endpoints.create(admin, { url: `https://${SECRET}.test/`, ...given });
  await endpoints.enable(admin, endpoint.id, false);
  const [delivery] = await gateways.rows<{ id: string }>(
    `INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event_id, type, ordering_key, data, at, status,
       available_at, settled_at)
     VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), 'task.created', 'k', jsonb_build_object('a', $3::text), now(),
       'dead', now(), now()) RETURNING id`,
    [admin.tenantId, endpoint.id, SECRET],
  );
  return { endpointId: endpoint.id, deliveryId: delivery?.id ?? '' };
}

async function connectDirectory(connections: SsoConnections, admin: TenantContext): Promise<string> {
  const config = { issuer: 'https://login.other.test', clientId: SECRET };
  const given = { kind: 'oidc', name: SECRET, config, mapping: {}, provisions: true } as const;
  return (await connections.create(admin, given)).id;
}

async function putCalendar(calendars: CalendarsService, admin: TenantContext): Promise<void> {
  const day = [{ from: '09:00', to: '17:00' }];
  const hours = {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: [],
    sunday: [],
  };
  const calendar = { key: 'theirs', name: SECRET, zone: 'UTC', hours, closedDates: [], openDates: [] };
  await calendars.put(admin, calendar);
}

/** A standing rule, granted with the decision of an agent's request. */
async function allow(gateways: GatewaysInProcess, bot: TenantContext, olga: TenantContext): Promise<string> {
  const tools = gateways.get(ToolApprovalsService);
  const calls = [email({ arguments: { to: `${SECRET}@customer.test` }, similarBy: ['to'] })];
  const asked = await tools.request(bot, { calls, task: { assignTo: { group: 'support-l1' } } }, 'turn');
  const { taskId = '' } = asked as { taskId?: string };
  const shown = async () => (await tools.ofTasks(olga, [taskId])).get(taskId);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const verdict = { verdict: 'allow', allow_similar: { until, by: ['to'] } };
  const data = { digest: (await shown())?.digest, decisions: { 'call-1': verdict } };
  await gateways.get(TasksService).complete(olga, { taskId, claim: true, data });
  return (await shown())?.calls[0]?.grantedRuleId ?? '';
}
