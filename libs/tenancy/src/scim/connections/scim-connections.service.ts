import { Injectable } from '@nestjs/common';
import { Clock, Ids, oneLine, queryRows, TenantDatabase } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.service';
import { hashSecret, newScimToken } from '../../auth/secrets';
import { lockPeople } from '../../people/admins.store';
import { requireScope } from '../../permissions';
import { isTenantRole } from '../../roles';
import type { TenantContext } from '../../tenant-context';
import { MappedRoles } from '../mapped-roles.store';
import { InvalidScimConnectionError, TooManyScimConnectionsError } from '../scim.errors';
import {
  endConnection,
  insertConnection,
  insertToken,
  letTokensEnd,
  replaceMappings,
} from './scim-connection.store';
import { listConnections, readConnection } from './scim-connection.queries';
import type { ScimConnectionView, ScimRoleMapping } from './scim-connection-view';

export interface IssuedScimToken {
  connection: ScimConnectionView;
  /** Shown this once: only its hash is kept. */
  token: string;
}

const MOST_CONNECTIONS = 10;
const MOST_MAPPINGS = 100;
const LONGEST_NAME = 100;
const LONGEST_OVERLAP_HOURS = 30 * 24;
const HOUR_MS = 3_600_000;

/**
 * Connections by which a directory provisions people and groups: for tenant admins. One that an owner made looks after
 * owners too, and only owners give out its tokens.
 */
@Injectable()
export class ScimConnectionsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly roles: MappedRoles,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Those that have not ended. */
  async list(ctx: TenantContext): Promise<ScimConnectionView[]> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, (em) => listConnections(em, this.clock.now()));
  }

  /** @throws InvalidScimConnectionError, TooManyScimConnectionsError */
  async create(ctx: TenantContext, name: string): Promise<IssuedScimToken> {
    requireScope(ctx, 'settings:write');
    const { tenantId, principal } = ctx;
    const connection = { tenantId, id: this.ids.next(), name: checkedName(name), now: this.clock.now() };
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      if ((await listConnections(em, connection.now)).length >= MOST_CONNECTIONS)
        throw new TooManyScimConnectionsError(MOST_CONNECTIONS);
      const managesOwners = ctx.scopes.includes('owners:write');
      const createdBy = principal.kind === 'user' ? principal.id : null;
      await insertConnection(em, { ...connection, managesOwners, createdBy });
      const token = await this.issue(em, ctx, connection.id);
      const details = { name: connection.name, managesOwners };
      await this.record(em, ctx, 'scim_connection.created', connection.id, details);
      return { connection: await readConnection(em, connection.id, connection.now), token };
    });
  }

  /**
   * What it is called, and whether its tokens let the directory in.
   * @throws ScimConnectionNotFoundError, InvalidScimConnectionError
   */
  async update(
    ctx: TenantContext,
    id: string,
    changes: { name?: string | undefined; enabled?: boolean | undefined },
  ): Promise<ScimConnectionView> {
    const name = changes.name === undefined ? undefined : checkedName(changes.name);
    return this.change(ctx, id, async (em, before) => {
      const after = { name: name ?? before.name, enabled: changes.enabled ?? before.enabled };
      await queryRows(em, 'UPDATE scim_connections SET name = $2, enabled = $3 WHERE id = $1', [
        ...[id, after.name, after.enabled],
      ]);
      await this.record(em, ctx, 'scim_connection.changed', id, after);
    });
  }

  /**
   * A new token; the one in use works on for the overlap.
   * @param overlapHours 0 to 720
   * @throws ScimConnectionNotFoundError, InvalidScimConnectionError
   */
  async rotate(ctx: TenantContext, id: string, overlapHours = 24): Promise<IssuedScimToken> {
    if (!(overlapHours >= 0 && overlapHours <= LONGEST_OVERLAP_HOURS)) {
      const message = `the token in use can work on for 0 to ${LONGEST_OVERLAP_HOURS} hours`;
      throw new InvalidScimConnectionError('/overlapHours', message);
    }
    let token = '';
    const connection = await this.change(ctx, id, async (em) => {
      const worksUntil = new Date(this.clock.now().getTime() + overlapHours * HOUR_MS);
      await letTokensEnd(em, id, worksUntil);
      token = await this.issue(em, ctx, id);
      await this.record(em, ctx, 'scim_connection.rotated', id, { worksUntil });
    });
    return { connection, token };
  }

  /**
   * Which groups of the directory make their people what. Where there are any, people of none of them are operators.
   * @throws ScimConnectionNotFoundError, InvalidScimConnectionError
   */
  async setRoleMappings(
    ctx: TenantContext,
    id: string,
    mappings: readonly ScimRoleMapping[],
  ): Promise<ScimConnectionView> {
    const next = checkedMappings(mappings);
    return this.change(ctx, id, async (em, { roleMappings: before }) => {
      await replaceMappings(em, ctx.tenantId, id, next);
      await this.roles.apply(em, ctx, { connectionId: id, afterMappings: before.length > 0 });
      await this.record(em, ctx, 'scim_connection.roles_mapped', id, { before, after: next });
    });
  }

  /**
   * At once and for good. Its people and groups stay as they are, and admins here look after them.
   * @throws ScimConnectionNotFoundError, RoleForbidsError where it looks after owners
   */
  async end(ctx: TenantContext, id: string): Promise<ScimConnectionView> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const connection = await readConnection(em, id, this.clock.now());
      if (connection.managesOwners) requireScope(ctx, 'owners:write');
      const released = await endConnection(em, id, this.clock.now());
      await this.record(em, ctx, 'scim_connection.ended', id, { name: connection.name, ...released });
      return { ...connection, enabled: false, tokens: [] };
    });
  }

  private async change(
    ctx: TenantContext,
    id: string,
    work: (em: EntityManager, before: ScimConnectionView) => Promise<void>,
  ): Promise<ScimConnectionView> {
    requireScope(ctx, 'settings:write');
    return this.database.run(ctx, async (em) => {
      await lockPeople(em);
      const before = await readConnection(em, id, this.clock.now());
      if (before.managesOwners) requireScope(ctx, 'owners:write');
      await work(em, before);
      return readConnection(em, id, this.clock.now());
    });
  }

  private async issue(em: EntityManager, { tenantId }: TenantContext, connectionId: string): Promise<string> {
    const { token, prefix } = newScimToken();
    const now = this.clock.now();
    await insertToken(em, {
      ...{ tenantId, id: this.ids.next(), connectionId, prefix },
      ...{ tokenHash: hashSecret(token), now },
    });
    return token;
  }

  private async record(
    em: EntityManager,
    ctx: TenantContext,
    action: string,
    id: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(em, ctx, { action, target: { kind: 'scim_connection', id }, details });
  }
}

function checkedName(name: string): string {
  const line = oneLine(name);
  if (line === '' || line.length > LONGEST_NAME) {
    throw new InvalidScimConnectionError('/name', `must have 1 to ${LONGEST_NAME} characters`);
  }
  return line;
}

function checkedMappings(mappings: readonly ScimRoleMapping[]): ScimRoleMapping[] {
  if (mappings.length > MOST_MAPPINGS)
    throw new InvalidScimConnectionError('/mappings', `at most ${MOST_MAPPINGS} groups`);
  const checked = mappings.map(({ groupName, role }, index) => {
    const name = oneLine(groupName).toLowerCase();
    if (name === '' || name.length > LONGEST_NAME)
      throw new InvalidScimConnectionError(
        `/mappings/${index}/groupName`,
        `must have 1 to ${LONGEST_NAME} characters`,
      );
    if (!isTenantRole(role) || (role as string) === 'owner')
      throw new InvalidScimConnectionError(
        `/mappings/${index}/role`,
        'a directory makes admins, operators, viewers or auditors',
      );
    return { groupName: name, role };
  });
  if (new Set(checked.map(({ groupName }) => groupName)).size < checked.length)
    throw new InvalidScimConnectionError('/mappings', 'name each group once');
  return checked;
}
