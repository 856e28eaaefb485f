import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '@orkestra/core';
import { requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import type { DirectoryGroup, DirectoryUser } from './directory-view';
import { InvalidSearchError } from './directory.errors';
import { literalText, readable } from './search-text';

const MOST_FOUND = 50;

/** Finds people and groups by a part of their name, for whoever has to choose one. */
@Injectable()
export class DirectorySearchService {
  constructor(private readonly database: TenantDatabase) {}

  /**
   * Active users by name or e-mail address, those whose name begins so first; the first ones for an empty text.
   * @param first 1 to 50
   * @throws InvalidSearchError
   */
  async users(ctx: TenantContext, text: string, first = 20): Promise<DirectoryUser[]> {
    return this.find<DirectoryUser>(
      ctx,
      `SELECT id, email, display_name AS "displayName", role, active FROM users
       WHERE tenant_id = $1 AND active AND (${readable('display_name')} ILIKE '%' || $2 || '%' OR email ILIKE '%' || $2 || '%')
       ORDER BY ${readable('display_name')} ILIKE $2 || '%' DESC, display_name, id LIMIT $3`,
      { text, first },
    );
  }

  /** Groups by name or key; as `users`. */
  async groups(ctx: TenantContext, text: string, first = 20): Promise<DirectoryGroup[]> {
    return this.find<DirectoryGroup>(
      ctx,
      `SELECT id, key, name FROM groups
       WHERE tenant_id = $1 AND deleted_at IS NULL AND (${readable('name')} ILIKE '%' || $2 || '%' OR key ILIKE '%' || $2 || '%')
       ORDER BY ${readable('name')} ILIKE $2 || '%' DESC, name, id LIMIT $3`,
      { text, first },
    );
  }

  private async find<Row>(
    ctx: TenantContext,
    sql: string,
    { text, first }: { text: string; first: number },
  ): Promise<Row[]> {
    requireScope(ctx, 'directory:read');
    const literal = literalText(text);
    if (!Number.isInteger(first) || first < 1 || first > MOST_FOUND) {
      throw new InvalidSearchError(`Ask for 1 to ${MOST_FOUND} at once.`);
    }
    return this.database.query<Row>(ctx, sql, [ctx.tenantId, literal, first]);
  }
}
