import { Injectable } from '@nestjs/common';
import { queryRows } from '@orkestra/core';
import { seesEverything, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { ConversationView } from './conversation-view';

/** What a decision about permission needs to know of a conversation. */
export type ConversationReference = Pick<ConversationView, 'id' | 'createdBy'>;

/**
 * Says which conversations a person sees beyond those that they created. A program decides, since what refers to
 * conversations lies in other libs; it asks in the transaction that is open already.
 */
export abstract class ConversationAccess {
  /** The ids of those, among the given, that the person may see. */
  abstract visible(
    em: EntityManager,
    ctx: TenantContext,
    conversations: readonly ConversationReference[],
  ): Promise<ReadonlySet<string>>;
}

/** Where a program says nothing else, people see nothing but their own. */
@Injectable()
export class OwnConversationsOnly extends ConversationAccess {
  visible(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set());
  }
}

/** Programs and tenant admins see what the tenant has. */
export function seesAll(ctx: TenantContext): boolean {
  return ctx.principal.kind !== 'user' || seesEverything(ctx);
}

/** Those, among the given, that the principal may see. */
export async function visibleOf<T extends ConversationReference>(
  em: EntityManager,
  ctx: TenantContext,
  access: ConversationAccess,
  conversations: readonly T[],
): Promise<T[]> {
  if (seesAll(ctx)) return [...conversations];
  const others = conversations.filter((conversation) => !isOwn(ctx, conversation));
  const seen = others.length === 0 ? new Set() : await access.visible(em, ctx, others);
  return conversations.filter((conversation) => isOwn(ctx, conversation) || seen.has(conversation.id));
}

/** The ids of those, among the given, that are there and that the principal may see. */
export async function visibleIds(
  em: EntityManager,
  ctx: TenantContext,
  access: ConversationAccess,
  ids: readonly string[],
): Promise<string[]> {
  const references = await queryRows<ConversationReference>(
    em,
    `SELECT id, json_build_object('kind', created_by_kind, 'id', created_by_id) AS "createdBy"
     FROM conversations WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
    [ctx.tenantId, ids],
  );
  return (await visibleOf(em, ctx, access, references)).map(({ id }) => id);
}

function isOwn({ principal }: TenantContext, { createdBy }: ConversationReference): boolean {
  return createdBy.kind === principal.kind && createdBy.id === principal.id;
}
