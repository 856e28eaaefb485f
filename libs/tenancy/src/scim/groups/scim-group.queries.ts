import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type FilterTable, filterCondition, StatementValues } from '../filter/filter-condition.queries';
import { parseFilter } from '../filter/parse-filter';
import { ScimRequestError, ScimResourceNotFoundError } from '../scim.errors';
import { pageOf, type ScimList, type ScimListRequest } from '../scim-request';
import { connectionOfPerson } from './person-connection';
import { sortOf } from '../users/scim-user.queries';

/** A group as its directory sees it. */
export interface ScimGroup {
  id: string;
  /** By which workflows name it. */
  key: string;
  name: string;
  externalId: string | null;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  /** Ids of people of the connection; left out unless they were asked for. */
  members?: string[];
}

/** In one answer, of all its groups together. */
const MOST_MEMBERS_SHOWN = 50_000;

const TABLE: FilterTable = {
  columns: {
    id: { sql: 'g.id::text', type: 'ci' },
    externalid: { sql: 'g.external_id', type: 'exact' },
    displayname: { sql: 'lower(g.name)', type: 'ci' },
    'meta.created': { sql: 'g.created_at', type: 'time' },
    'meta.lastmodified': { sql: 'g.updated_at', type: 'time' },
  },
  lists: {
    members: {
      from: `FROM group_members m JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.user_id
        WHERE m.tenant_id = g.tenant_id AND m.group_id = g.id AND u.scim_connection_id = g.scim_connection_id`,
      columns: {
        value: { sql: 'm.user_id::text', type: 'ci' },
      },
    },
  },
};

/** Groups of the connection. @throws ScimRequestError invalidFilter, invalidPath, tooMany */
export async function listGroups(
  em: EntityManager,
  connectionId: string,
  request: ScimListRequest,
  withMembers: boolean,
): Promise<ScimList<ScimGroup>> {
  const { startIndex, count } = pageOf(request);
  const values = new StatementValues([connectionId]);
  const filter = request.filter?.trim()
    ? filterCondition(parseFilter(request.filter), TABLE, values)
    : 'true';
  const where = `g.scim_connection_id = $1 AND g.deleted_at IS NULL AND ${filter}`;
  const [counted] = await queryRows<{ total: number }>(
    em,
    `SELECT count(*)::integer AS total FROM groups g WHERE ${where}`,
    [...values.all],
  );
  const total = counted?.total ?? 0;
  if (count === 0 || startIndex > total) return { total, startIndex, items: [] };
  const limits = `LIMIT ${values.place(count)} OFFSET ${values.place(startIndex - 1)}`;
  const sql = `SELECT ${COLUMNS} FROM groups g WHERE ${where} ORDER BY ${sortOf(TABLE, request)}g.id ${limits}`;
  const groups = await queryRows<ScimGroup>(em, sql, values.all);
  return {
    total,
    startIndex,
    items: withMembers ? await withTheirMembers(em, connectionId, groups) : groups,
  };
}

/** @throws ScimResourceNotFoundError also for a group of another connection */
export async function readGroup(
  em: EntityManager,
  connectionId: string,
  id: string,
  { lock = '', withMembers = false }: { lock?: string; withMembers?: boolean } = {},
): Promise<ScimGroup> {
  const sql = `SELECT ${COLUMNS} FROM groups g
    WHERE g.scim_connection_id = $1 AND g.id = $2 AND g.deleted_at IS NULL ${lock}`;
  const [group] = isUuid(id) ? await queryRows<ScimGroup>(em, sql, [connectionId, id]) : [];
  if (group === undefined) throw new ScimResourceNotFoundError('group');
  if (!withMembers) return group;
  const [full = group] = await withTheirMembers(em, connectionId, [group]);
  return full;
}

async function withTheirMembers(
  em: EntityManager,
  connectionId: string,
  groups: readonly ScimGroup[],
): Promise<ScimGroup[]> {
  const ids = groups.map(({ id }) => id);
  const rows = await queryRows<{ groupId: string; id: string }>(em, MEMBERS, [
    ...[connectionId, ids, MOST_MEMBERS_SHOWN + 1],
  ]);
  if (rows.length > MOST_MEMBERS_SHOWN) {
    const message = `More than ${MOST_MEMBERS_SHOWN} members. Ask with excludedAttributes=members, or for fewer groups.`;
    throw new ScimRequestError('tooMany', message);
  }
  const members = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { groupId, id } of rows) members.get(groupId)?.push(id);
  return groups.map((group) => ({ ...group, members: members.get(group.id) ?? [] }));
}

const MEMBERS = `
  SELECT m.group_id AS "groupId", m.user_id AS id FROM group_members m
  WHERE m.group_id = ANY($2::uuid[]) AND ${connectionOfPerson('m.user_id')} = $1 ORDER BY m.user_id LIMIT $3`;

const COLUMNS = `g.id, g.key, g.name, g.external_id AS "externalId", g.revision, g.created_at AS "createdAt",
  g.updated_at AS "updatedAt"`;
