import {
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  toPage,
} from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { literalText, readable } from '../directory/search-text';
import type { TenantRole } from '../roles';
import { PersonNotFoundError } from './people.errors';
import { PERSON_COLUMNS, type PersonStatus, type PersonView, STATUS } from './person-view';

export interface PeopleFilter {
  status?: PersonStatus | undefined;
  role?: TenantRole | undefined;
  /** Id of a group. */
  groupId?: string | undefined;
  /** A part of the name or e-mail address. */
  text?: string | undefined;
}

/** One page of the tenant's people, by name. @throws InvalidCursorError, InvalidSearchError */
export async function listPeople(
  em: EntityManager,
  tenantId: string,
  { status, role, groupId, text = '' }: PeopleFilter,
  request: PageRequest,
): Promise<Page<PersonView>> {
  const size = pageSize(request);
  const [name, id] = request.after ? decodeCursor(request.after, 2) : [null, null];
  const isCursor = typeof name === 'string' && !name.includes('\0') && isUuid(id);
  if (name !== null && !isCursor) throw new InvalidCursorError();
  const filter = [literalText(text), status ?? null, role ?? null, groupId ?? null];
  const rows = await queryRows<PersonView>(em, LIST, [tenantId, ...filter, name, id, size + 1]);
  return toPage(
    rows,
    size,
    (row) => row,
    (row) => [row.displayName, row.id],
  );
}

/** @throws PersonNotFoundError also for a person of another tenant */
export async function readPerson(em: EntityManager, tenantId: string, id: string): Promise<PersonView> {
  if (!isUuid(id)) throw new PersonNotFoundError();
  const [person] = await queryRows<PersonView>(em, ONE, [tenantId, id]);
  if (person === undefined) throw new PersonNotFoundError();
  return person;
}

const ONE = `SELECT ${PERSON_COLUMNS} FROM users u WHERE u.tenant_id = $1 AND u.id = $2`;

const LIST = `
  SELECT ${PERSON_COLUMNS} FROM users u
  WHERE u.tenant_id = $1
    AND ($2 = '' OR ${readable('u.display_name')} ILIKE '%' || $2 || '%' OR u.email ILIKE '%' || $2 || '%')
    AND ($3::text IS NULL OR ${STATUS} = $3) AND ($4::text IS NULL OR u.role = $4)
    AND ($5::uuid IS NULL OR EXISTS (SELECT FROM group_members m
          WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id AND m.group_id = $5))
    AND ($6::text IS NULL OR (u.display_name, u.id) > ($6, $7::uuid))
  ORDER BY u.display_name, u.id LIMIT $8`;
