import { Injectable } from '@nestjs/common';
import { Clock, queryRows, SystemDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { ChatMessage, StaleMessage } from './chat-message';

const LEASE_MS = 60_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** About a day and a half: a message that cannot be changed tells who clicks what happened. */
const MOST_ATTEMPTS = 150;
const KEPT_MS = 90 * 24 * 3_600_000;

/** The messages that tell of tasks, of all tenants. */
@Injectable()
export class ChatMessageStore {
  constructor(
    private readonly database: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Before it is sent, so that what happens meanwhile is not missed.
   * @returns as it is known now; with a `messageId` where it was sent before
   */
  async announce(
    given: Omit<ChatMessage, 'conversationId' | 'messageId' | 'tenantName'>,
  ): Promise<ChatMessage | undefined> {
    const { tenantId, id, channel, personId, taskId, item } = given;
    await this.database.query(ANNOUNCE, [
      ...[tenantId, id, channel, personId, taskId, JSON.stringify(item), this.clock.now()],
    ]);
    return this.find(tenantId, id);
  }

  async find(tenantId: string, id: string): Promise<ChatMessage | undefined> {
    const [found] = await this.database.query<ChatMessage>(`${SELECT} WHERE m.tenant_id = $1 AND m.id = $2`, [
      tenantId,
      id,
    ]);
    return found;
  }

  async sent({ tenantId, id }: Key, conversationId: string, messageId: string): Promise<void> {
    await this.database.query(SENT, [tenantId, id, conversationId, messageId]);
  }

  /** Leases those that are to be changed: each goes to one process. */
  async lease(most: number): Promise<StaleMessage[]> {
    const now = this.clock.now();
    return this.database.query<StaleMessage>(LEASE, [now, new Date(now.getTime() + LEASE_MS), most]);
  }

  /** It shows how things are, unless something happened meanwhile. @param done nothing changes any more */
  async changed(message: StaleMessage, done: boolean): Promise<void> {
    const { tenantId, id, revision } = message;
    await this.database.query(CHANGED, [tenantId, id, revision, done, this.clock.now()]);
  }

  /** @param afterMs at least */
  async retry({ tenantId, id, attempts }: StaleMessage, afterMs = 0): Promise<void> {
    const wait = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** attempts) * (0.75 + Math.random() / 2);
    const next = new Date(this.clock.now().getTime() + Math.max(afterMs, wait));
    await this.database.query(RETRY, [tenantId, id, next, attempts >= MOST_ATTEMPTS]);
  }

  /** Forgets what is old; says whether more is left. */
  async clean(most: number): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    return this.database.run(async (em) => (await queryRows(em, CLEAN, [before, most])).length === most);
  }
}

type Key = Pick<ChatMessage, 'tenantId' | 'id'>;

/** Of these tasks, whatever was told of them is to be changed. By one statement. */
export async function markStale(
  em: EntityManager,
  tasks: readonly { tenantId: string; taskId: string }[],
  now: Date,
): Promise<void> {
  const given = tasks.map(({ tenantId, taskId }) => ({ tenant_id: tenantId, task_id: taskId }));
  await queryRows(em, MARK, [JSON.stringify(given), now]);
}

const COLUMNS = `
  m.tenant_id AS "tenantId", m.id, m.channel, m.person_id AS "personId", m.task_id AS "taskId", m.item,
  m.conversation_id AS "conversationId", m.message_id AS "messageId"`;

const SELECT = `
  SELECT ${COLUMNS}, o.name AS "tenantName" FROM chat_messages m JOIN tenants o ON o.id = m.tenant_id`;

const ANNOUNCE = `
  INSERT INTO chat_messages (tenant_id, id, channel, person_id, task_id, item, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;

const SENT = `
  UPDATE chat_messages SET conversation_id = $3, message_id = $4 WHERE tenant_id = $1 AND id = $2`;

const MARK = `
  UPDATE chat_messages m SET stale_at = $2, attempts = 0, revision = m.revision + 1
  FROM (
    SELECT c.tenant_id, c.id FROM chat_messages c
    JOIN (SELECT DISTINCT tenant_id, task_id FROM json_to_recordset($1::json) AS g (tenant_id uuid, task_id uuid)) t
      ON c.tenant_id = t.tenant_id AND c.task_id = t.task_id
    -- Always in the same order, so that no two processes wait for each other.
    WHERE NOT c.done ORDER BY c.tenant_id, c.id FOR UPDATE OF c) told
  WHERE m.tenant_id = told.tenant_id AND m.id = told.id`;

const LEASE = `
  UPDATE chat_messages m SET stale_at = $2, attempts = m.attempts + 1
  FROM (SELECT tenant_id, id FROM chat_messages
        WHERE stale_at <= $1 AND message_id IS NOT NULL AND NOT done
        ORDER BY stale_at LIMIT $3 FOR UPDATE SKIP LOCKED) due, tenants o
  WHERE m.tenant_id = due.tenant_id AND m.id = due.id AND o.id = m.tenant_id
  RETURNING ${COLUMNS}, o.name AS "tenantName", m.revision, m.attempts`;

const CHANGED = `
  UPDATE chat_messages SET attempts = 0, stale_at = CASE WHEN revision = $3 THEN NULL ELSE $5::timestamptz END,
    done = $4 AND revision = $3
  WHERE tenant_id = $1 AND id = $2`;

const RETRY = 'UPDATE chat_messages SET stale_at = $3, done = $4 WHERE tenant_id = $1 AND id = $2';

const CLEAN = `
  DELETE FROM chat_messages WHERE (tenant_id, id) IN (
    SELECT tenant_id, id FROM chat_messages WHERE created_at < $1 ORDER BY created_at LIMIT $2) RETURNING id`;
