import { Injectable } from '@nestjs/common';
import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { Conditions } from './list-conditions.queries';
import { orderOf, Parameters } from './task-order';

/** A conversation that tasks may refer to, and who made it. */
interface Referred {
  id: string;
  createdBy: { kind: string; id: string };
}

/** How many of the tasks that refer to one conversation are looked at: the newest. */
const LOOKED_AT = 200;
const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Which conversations a person may see because a task refers to them. */
@Injectable()
export class TaskConversations {
  /**
   * The ids of those that a task refers to which the principal may see, and which opens the conversation. Whoever asks
   * for a task can write any reference into it, so that a task of somebody who may not see the conversation opens
   * nothing: programs, Orkestra itself and tenant admins may see every one, other people those that they created.
   * For a workflow's task it counts who started the workflow.
   */
  async visible(
    em: EntityManager,
    ctx: TenantContext,
    conversations: readonly Referred[],
  ): Promise<ReadonlySet<string>> {
    const parameters = new Parameters(ctx.tenantId);
    const ids = parameters.add(conversations.map(({ id }) => id));
    const authors = parameters.add(conversations.map(({ createdBy }) => createdBy.id));
    const isVisible = new Conditions(ctx, {}, orderOf({}), parameters).visible('s');
    const rows = await queryRows<{ id: string }>(
      em,
      `SELECT w.id FROM unnest(${ids}::text[], ${authors}::text[]) AS w (id, author)
       WHERE (SELECT true FROM (
           SELECT t.tenant_id, t.id, t.assignee_id, t.owner_id, t.group_id, t.created_by_id,
             coalesce(t.started_by_id, CASE t.created_by_kind WHEN 'user' THEN t.created_by_id END) AS asked_by
           FROM tasks t WHERE t.tenant_id = $1 AND t.conversation_id = w.id ORDER BY t.id DESC LIMIT ${LOOKED_AT}) s
         WHERE ${['true', ...isVisible].join(' AND ')} AND (s.asked_by IS NULL OR s.asked_by = w.author OR NOT EXISTS (
           SELECT FROM users u WHERE u.tenant_id = $1 AND u.role NOT IN ('owner', 'admin')
             AND u.id = CASE WHEN s.asked_by ~ '${UUID}' THEN s.asked_by::uuid END))
         LIMIT 1)`,
      parameters.values,
    );
    return new Set(rows.map(({ id }) => id));
  }
}
