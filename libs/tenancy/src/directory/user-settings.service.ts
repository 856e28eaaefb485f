import { Injectable } from '@nestjs/common';
import {
  Clock,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { isWorkingRole } from '../permission-table';
import { isAdmin, refuseGuestsElsewhere, requireScope } from '../permissions';
import type { TenantContext } from '../tenant-context';
import { resolveAssignees } from './assignees.queries';
import type { DirectoryUser } from './directory-view';
import { InvalidUserSettingError, SupervisorOnlyError, UnknownUserError } from './directory.errors';
import { supervises } from './supervision';
import { readTextCursor } from './text-cursor';

export interface UserSettings {
  user: DirectoryUser;
  /** By name, in small letters. */
  skills: string[];
  /** How many open tasks groups may give them; null for any number. */
  capacity: number | null;
  /** Who is away now, until when; null for who is there. */
  absence: { until: Date; substituteId: string | null } | null;
}

const MOST_SKILLS = 50;
const LONGEST_SKILL = 100;
const LARGEST_CAPACITY = 10_000;

/** What decides whether groups give somebody tasks. */
@Injectable()
export class UserSettingsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * The users of the tenant, or of a group, by e-mail address.
   * @param group key or id; all where it is left out
   * @throws UnknownGroupError
   */
  async list(
    ctx: TenantContext,
    group: string | null | undefined,
    page: PageRequest,
  ): Promise<Page<UserSettings>> {
    requireScope(ctx, 'directory:read');
    const size = pageSize(page);
    const after = readTextCursor(page.after);
    const rows = await this.database.run(ctx, async (em) => {
      const { groups } = await resolveAssignees(em, { groups: group == null ? [] : [group] });
      const groupId = group == null ? null : groups.get(group)?.id;
      return queryRows<SettingsRow>(
        em,
        `SELECT ${COLUMNS} FROM users u WHERE u.email > $2 AND ($3::uuid IS NULL OR EXISTS (
           SELECT FROM group_members m
           WHERE m.tenant_id = u.tenant_id AND m.user_id = u.id AND m.group_id = $3))
         ORDER BY u.email LIMIT $4`,
        [this.clock.now(), after, groupId, size + 1],
      );
    });
    return toPage(rows, size, toSettings, ({ email }) => [email]);
  }

  /** @throws UnknownUserError unless an active user has the e-mail address or id */
  async get(ctx: TenantContext, user: string): Promise<UserSettings> {
    requireScope(ctx, 'directory:read');
    return this.database.run(ctx, (em) => this.read(em, user));
  }

  /**
   * In the place of all earlier ones.
   * @throws UnknownUserError, SupervisorOnlyError, InvalidUserSettingError
   */
  async setSkills(ctx: TenantContext, user: string, skills: readonly string[]): Promise<UserSettings> {
    const names = checkedSkills(skills);
    return this.change(ctx, user, async (em, userId) => {
      await em.query('DELETE FROM user_skills WHERE user_id = $1 AND NOT skill = ANY($2::text[])', [
        userId,
        names,
      ]);
      await em.query(
        `INSERT INTO user_skills (tenant_id, user_id, skill) SELECT $1, $2, skill FROM unnest($3::text[]) AS s (skill)
         ON CONFLICT DO NOTHING`,
        [ctx.tenantId, userId, names],
      );
    });
  }

  /**
   * A task beyond it waits in the queue. People may still claim more, and be given more by name.
   * @param capacity 0 to 10,000; null for no limit
   * @throws UnknownUserError, SupervisorOnlyError, InvalidUserSettingError
   */
  async setCapacity(ctx: TenantContext, user: string, capacity: number | null): Promise<UserSettings> {
    if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 0 && capacity <= LARGEST_CAPACITY)) {
      throw new InvalidUserSettingError('/capacity', `must be a whole number, 0 to ${LARGEST_CAPACITY}`);
    }
    return this.change(ctx, user, async (em, userId) => {
      await em.query('UPDATE users SET capacity = $2 WHERE id = $1', [userId, capacity]);
    });
  }

  private async change(
    ctx: TenantContext,
    user: string,
    write: (em: EntityManager, userId: string) => Promise<void>,
  ): Promise<UserSettings> {
    refuseGuestsElsewhere(ctx);
    return this.database.run(ctx, async (em) => {
      const { id } = (await this.read(em, user)).user;
      const isLead = isWorkingRole(ctx.principal.role) && (await supervises(em, ctx, id));
      if (!isAdmin(ctx) && !isLead) throw new SupervisorOnlyError();
      await write(em, id);
      return this.read(em, id);
    });
  }

  private async read(em: EntityManager, user: string): Promise<UserSettings> {
    const { users } = await resolveAssignees(em, { users: [user] });
    const sql = `SELECT ${COLUMNS} FROM users u WHERE u.id = $2`;
    const [row] = await queryRows<SettingsRow>(em, sql, [this.clock.now(), users.get(user)?.id]);
    if (row === undefined) throw new UnknownUserError(user);
    return toSettings(row);
  }
}

interface SettingsRow extends DirectoryUser, Omit<UserSettings, 'user' | 'absence'> {
  absence: { until: string; substituteId: string | null } | null;
}

/** $1 is now. */
const COLUMNS = `u.id, u.email, u.display_name AS "displayName", u.role, u.active, u.capacity,
  ARRAY(SELECT s.skill FROM user_skills s WHERE s.tenant_id = u.tenant_id AND s.user_id = u.id ORDER BY s.skill) AS skills,
  (SELECT json_build_object('until', a.ends_at, 'substituteId', a.substitute_id) FROM absences a
   WHERE a.tenant_id = u.tenant_id AND a.user_id = u.id AND a.starts_at <= $1 AND a.ends_at > $1 LIMIT 1) AS absence`;

function toSettings({ skills, capacity, absence, ...user }: SettingsRow): UserSettings {
  const away = absence === null ? null : { ...absence, until: new Date(absence.until) };
  return { user, skills, capacity, absence: away };
}

function checkedSkills(skills: readonly string[]): string[] {
  const names = [...new Set(skills.map((skill) => skill.trim().toLowerCase()))];
  if (names.length > MOST_SKILLS) throw new InvalidUserSettingError('/skills', `at most ${MOST_SKILLS}`);
  const wrong = names.findIndex((name) => name === '' || name.length > LONGEST_SKILL || name.includes('\0'));
  if (wrong < 0) return names;
  throw new InvalidUserSettingError(`/skills/${wrong}`, `a name of 1 to ${LONGEST_SKILL} characters`);
}
