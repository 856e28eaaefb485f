import { Injectable } from '@nestjs/common';
import { isUuid, prepared, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { resolveAssignees } from './assignees.queries';
import type {
  AssigneeNames,
  DirectoryGroup,
  DirectoryUser,
  GroupUser,
  ResolvedAssignees,
  TenantSummary,
  UserGroup,
} from './directory-view';

/** Who is in the tenant. Ids and names of other tenants are unknown here, not forbidden. */
@Injectable()
export class DirectoryService {
  constructor(private readonly database: TenantDatabase) {}

  /** The users among the ids, in no particular order; made for batching. */
  async findUsers(ctx: TenantContext, ids: readonly string[]): Promise<DirectoryUser[]> {
    return this.query<DirectoryUser>(ctx, USERS, [ids.filter(isUuid)]);
  }

  /** A user's name, in a tenant transaction that the caller has open. */
  async nameOf(em: EntityManager, userId: string): Promise<{ id: string; displayName: string }> {
    const rows = await queryRows<DirectoryUser>(em, `SELECT ${USER} FROM users u WHERE u.id = $1`, [userId]);
    return { id: userId, displayName: rows[0]?.displayName ?? 'Somebody else' };
  }

  /** Names of users and service principals by id; made for batching. */
  async displayNames(ctx: TenantContext, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.query<{ id: string; name: string }>(ctx, NAMES, [ids.filter(isUuid)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The groups among the ids, in no particular order; made for batching. */
  async findGroups(ctx: TenantContext, ids: readonly string[]): Promise<DirectoryGroup[]> {
    return this.query<DirectoryGroup>(ctx, GROUPS, [ids.filter(isUuid)]);
  }

  /** @throws UnknownUserError unless an active user has the e-mail address or id */
  async resolveUser(ctx: TenantContext, emailOrId: string): Promise<DirectoryUser> {
    const { users } = await this.database.run(ctx, (em) => resolveAssignees(em, { users: [emailOrId] }));
    return users.get(emailOrId) as DirectoryUser;
  }

  /** @throws UnknownGroupError unless a group has the key or id */
  async resolveGroup(ctx: TenantContext, keyOrId: string): Promise<DirectoryGroup> {
    const { groups } = await this.database.run(ctx, (em) => resolveAssignees(em, { groups: [keyOrId] }));
    const { id, key, name } = groups.get(keyOrId) as DirectoryGroup;
    return { id, key, name };
  }

  /**
   * Resolves all names in one query of a tenant transaction that the caller has open.
   * @throws UnknownUserError or UnknownGroupError for the first name that means nobody
   */
  async resolveAssignees(em: EntityManager, names: AssigneeNames): Promise<ResolvedAssignees> {
    return resolveAssignees(em, names);
  }

  /** The groups of a user, by key. */
  async groupsOf(ctx: TenantContext, userId: string): Promise<UserGroup[]> {
    requireScope(ctx, 'directory:read');
    if (!isUuid(userId)) return [];
    return this.query<UserGroup>(
      ctx,
      `SELECT ${GROUP}, m.role FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
       WHERE m.user_id = $1 ORDER BY g.key`,
      [userId],
    );
  }

  /**
   * The users of a group, by name.
   * @throws UnknownGroupError unless a group has the key or id
   */
  async membersOf(ctx: TenantContext, keyOrId: string): Promise<GroupUser[]> {
    requireScope(ctx, 'directory:read');
    const { id } = await this.resolveGroup(ctx, keyOrId);
    return this.query<GroupUser>(
      ctx,
      `SELECT ${USER}, m.role AS "groupRole"
       FROM group_members m JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.user_id
       WHERE m.group_id = $1 ORDER BY u.display_name, u.id`,
      [id],
    );
  }

  /** The tenant that `ctx` is for. */
  async tenant(ctx: TenantContext): Promise<TenantSummary> {
    const [tenant] = await this.query<TenantSummary>(ctx, TENANT, []);
    if (tenant === undefined) throw new Error(`The tenant ${ctx.tenantId} is gone`);
    return tenant;
  }

  private async query<Row>(ctx: TenantContext, sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.database.query<Row>(ctx, sql, parameters);
  }
}

const USER = 'u.id, u.email, u.display_name AS "displayName", u.role, u.active';
const GROUP = 'g.id, g.key, g.name';
const USERS = prepared(`SELECT ${USER} FROM users u WHERE u.id = ANY($1::uuid[])`);
const GROUPS = prepared(`SELECT ${GROUP} FROM groups g WHERE g.id = ANY($1::uuid[])`);
const NAMES = prepared(`
  SELECT id, display_name AS name FROM users WHERE id = ANY($1::uuid[])
  UNION ALL SELECT id, name FROM service_principals WHERE id = ANY($1::uuid[])
  UNION ALL SELECT id, name FROM scim_connections WHERE id = ANY($1::uuid[])`);
const TENANT = `
  SELECT id, slug, name, accent_color AS "accentColor", left(encode(sha256(logo), 'hex'), 16) AS "logoVersion" FROM tenants`;
