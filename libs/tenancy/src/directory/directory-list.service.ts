import { Injectable } from '@nestjs/common';
import {
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import type { DirectoryGroup, DirectoryUser } from './directory-view';
import { literalText, readable } from './search-text';

export interface ListedUser extends DirectoryUser {
  /** By key. */
  groups: { key: string; role: 'member' | 'supervisor' }[];
}

/** Goes through all people or groups of the tenant, in the order of their names. */
@Injectable()
export class DirectoryListService {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * Active users.
   * @param text a part of the name or e-mail address; empty for all
   * @throws InvalidSearchError, InvalidCursorError
   */
  async users(ctx: TenantContext, text: string, page: PageRequest): Promise<Page<ListedUser>> {
    return this.list<ListedUser>(ctx, USERS, text, page, (user) => [user.displayName, user.id]);
  }

  /**
   * @param text a part of the name or key; empty for all
   * @throws InvalidSearchError, InvalidCursorError
   */
  async groups(ctx: TenantContext, text: string, page: PageRequest): Promise<Page<DirectoryGroup>> {
    return this.list<DirectoryGroup>(ctx, GROUPS, text, page, (group) => [group.name, group.id]);
  }

  private async list<Row>(
    ctx: TenantContext,
    sql: string,
    text: string,
    page: PageRequest,
    place: (row: Row) => readonly unknown[],
  ): Promise<Page<Row>> {
    requireScope(ctx, 'directory:read');
    const size = pageSize(page);
    const after = page.after ? readCursor(page.after) : [null, null];
    const parameters = [ctx.tenantId, literalText(text), size + 1, ...after];
    const rows = await this.database.query<Row>(ctx, sql, parameters);
    return toPage(rows, size, (row) => row, place);
  }
}

/** @throws InvalidCursorError */
function readCursor(cursor: string): [string, string] {
  const [name, id] = decodeCursor(cursor, 2);
  if (typeof name !== 'string' || name.includes('\0') || !isUuid(id)) throw new InvalidCursorError();
  return [name, id];
}

const USERS = `
  SELECT u.id, u.email, u.display_name AS "displayName", u.role, u.active,
         (SELECT coalesce(json_agg(json_build_object('key', g.key, 'role', m.role) ORDER BY g.key), '[]')
          FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
          WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id) AS groups
  FROM users u
  WHERE u.tenant_id = $1 AND u.active
    AND ($2 = '' OR ${readable('u.display_name')} ILIKE '%' || $2 || '%' OR u.email ILIKE '%' || $2 || '%')
    AND ($4::text IS NULL OR (u.display_name, u.id) > ($4, $5::uuid))
  ORDER BY u.display_name, u.id LIMIT $3`;

const GROUPS = `
  SELECT id, key, name FROM groups
  WHERE tenant_id = $1 AND deleted_at IS NULL AND ($2 = '' OR ${readable('name')} ILIKE '%' || $2 || '%' OR key ILIKE '%' || $2 || '%')
    AND ($4::text IS NULL OR (name, id) > ($4, $5::uuid))
  ORDER BY name, id LIMIT $3`;
