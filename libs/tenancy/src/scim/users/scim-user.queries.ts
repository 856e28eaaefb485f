import { isUuid, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { type FilterTable, filterCondition, StatementValues } from '../filter/filter-condition.queries';
import { parseFilter } from '../filter/parse-filter';
import { attributeName } from '../filter/scim-filter';
import { ScimRequestError, ScimResourceNotFoundError } from '../scim.errors';
import { pageOf, type ScimList, type ScimListRequest } from '../scim-request';
import type { TenantRole } from '../../roles';
import type { UserProfile } from './user-attributes';

/** A person as their directory sees them. */
export interface ScimUser {
  id: string;
  email: string;
  displayName: string;
  role: TenantRole;
  active: boolean;
  externalId: string | null;
  profile: UserProfile;
  /** Of this connection. */
  groups: { id: string; name: string }[];
  /** Grows with each change that the directory can see. */
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

const listed = (name: string) => ({
  from: `FROM jsonb_array_elements(coalesce(u.directory_profile -> '${name}', '[]')) AS e (value)
    WHERE true`,
  columns: {
    value: { sql: `lower(e.value ->> 'value')`, type: 'ci' },
    type: { sql: `lower(e.value ->> 'type')`, type: 'ci' },
    display: { sql: `lower(e.value ->> 'display')`, type: 'ci' },
    primary: { sql: `coalesce((e.value ->> 'primary')::boolean, false)`, type: 'boolean' },
  } as const,
});

const inProfile = (...path: string[]) =>
  ({ sql: `lower(u.directory_profile #>> '{${path.join(',')}}')`, type: 'ci' }) as const;

const TABLE: FilterTable = {
  columns: {
    id: { sql: 'u.id::text', type: 'ci' },
    username: { sql: 'u.user_name', type: 'ci' },
    externalid: { sql: 'u.external_id', type: 'exact' },
    displayname: { sql: 'lower(u.display_name)', type: 'ci' },
    active: { sql: 'u.active', type: 'boolean' },
    'name.givenname': inProfile('name', 'givenName'),
    'name.familyname': inProfile('name', 'familyName'),
    'name.formatted': inProfile('name', 'formatted'),
    title: inProfile('title'),
    'enterprise.employeenumber': inProfile('enterprise', 'employeeNumber'),
    'enterprise.department': inProfile('enterprise', 'department'),
    'meta.created': { sql: 'u.created_at', type: 'time' },
    'meta.lastmodified': { sql: 'u.updated_at', type: 'time' },
  },
  lists: { emails: listed('emails'), roles: listed('roles') },
};

/** People of the connection. @throws ScimRequestError invalidFilter, invalidPath */
export async function listUsers(
  em: EntityManager,
  connectionId: string,
  request: ScimListRequest,
): Promise<ScimList<ScimUser>> {
  const { startIndex, count } = pageOf(request);
  const values = new StatementValues([connectionId]);
  const filter = request.filter?.trim()
    ? filterCondition(parseFilter(request.filter), TABLE, values)
    : 'true';
  const where = `u.scim_connection_id = $1 AND ${filter}`;
  const [counted] = await queryRows<{ total: number }>(
    em,
    `SELECT count(*)::integer AS total FROM users u WHERE ${where}`,
    [...values.all],
  );
  const total = counted?.total ?? 0;
  if (count === 0 || startIndex > total) return { total, startIndex, items: [] };
  const limits = `LIMIT ${values.place(count)} OFFSET ${values.place(startIndex - 1)}`;
  const order = sortOf(TABLE, request);
  const sql = `SELECT ${COLUMNS} FROM users u WHERE ${where} ORDER BY ${order}u.id ${limits}`;
  return { total, startIndex, items: await queryRows<ScimUser>(em, sql, values.all) };
}

/** What to order by before the id, which makes every order a total one. @throws ScimRequestError invalidPath */
export function sortOf(table: FilterTable, { sortBy, sortOrder }: ScimListRequest): string {
  if (sortBy === undefined || sortBy === '') return '';
  const name = attributeName(sortBy);
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
  if (column === undefined) {
    const known = Object.keys(table.columns).join(', ');
    throw new ScimRequestError(
      'invalidPath',
      `Nothing is sorted by "${sortBy.slice(0, 100)}". Sort by ${known}.`,
    );
  }
  return `${column.sql} ${sortOrder === 'descending' ? 'DESC NULLS FIRST' : 'ASC NULLS LAST'}, `;
}

/** @throws ScimResourceNotFoundError also for a person of another connection */
export async function readUser(
  em: EntityManager,
  connectionId: string,
  id: string,
  lock = '',
): Promise<ScimUser> {
  const sql = `SELECT ${COLUMNS} FROM users u WHERE u.scim_connection_id = $1 AND u.id = $2 ${lock}`;
  const [user] = isUuid(id) ? await queryRows<ScimUser>(em, sql, [connectionId, id]) : [];
  if (user === undefined) throw new ScimResourceNotFoundError('user');
  return user;
}

/** Somebody who has an e-mail address, user name or external id that a directory wants to give. */
export interface Rival {
  id: string;
  email: string;
  userName: string | null;
  externalId: string | null;
  connectionId: string | null;
}

export async function rivalsFor(
  em: EntityManager,
  connectionId: string,
  { email, userName, externalId }: { email: string; userName: string; externalId: string | null },
): Promise<Rival[]> {
  return queryRows<Rival>(em, RIVALS, [connectionId, email, userName, externalId]);
}

const RIVALS = `
  SELECT id, email, user_name AS "userName", external_id AS "externalId", scim_connection_id AS "connectionId"
  FROM users
  WHERE email = $2 OR (scim_connection_id = $1 AND user_name = $3) OR (scim_connection_id = $1 AND external_id = $4)`;

const COLUMNS = `
  u.id, u.email, u.display_name AS "displayName", u.role, u.active, u.external_id AS "externalId",
  u.directory_profile AS profile, u.revision, u.created_at AS "createdAt", u.updated_at AS "updatedAt",
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.id), '[]')
   FROM group_members m JOIN groups g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
   WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id AND g.scim_connection_id = u.scim_connection_id) AS groups`;
