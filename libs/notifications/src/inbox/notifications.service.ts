import { Injectable } from '@nestjs/common';
import {
  Clock,
  decodeCursor,
  InvalidCursorError,
  isUuid,
  LiveBus,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  TenantDatabase,
  toPage,
} from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import { requirePerson } from '../events/require-person';
import type { NotificationView } from './notification-view';
import { InvalidNotificationsError, NotificationNotFoundError } from './notifications.errors';
import { countUnread, readNotifications } from './notifications.queries';
import { tellBell } from './tell-bell';

/** How many are named at once. */
export const MOST_READ_AT_ONCE = 100;
/** Nobody counts further. */
export const MOST_UNREAD = 100;

/** What a person was told in the app. Everybody has their own, and sees nobody else's. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly live: LiveBus,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws PeopleOnlyError, InvalidCursorError */
  async list(
    ctx: TenantContext,
    { unread = false, ...request }: PageRequest & { unread?: boolean | undefined },
  ): Promise<Page<NotificationView>> {
    requirePerson(ctx);
    const size = pageSize(request);
    const page = { unread, after: afterOf(request), limit: size + 1 };
    const rows = await readNotifications(this.database.reader(ctx), ctx, page);
    return toPage(
      rows,
      size,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** At most `MOST_UNREAD`. @throws PeopleOnlyError */
  async countUnread(ctx: TenantContext): Promise<number> {
    requirePerson(ctx);
    return countUnread(this.database.reader(ctx), ctx, MOST_UNREAD);
  }

  /**
   * What is read is told by no other channel any more. Ids of others' are passed over.
   * @param ids null for all
   * @throws PeopleOnlyError, InvalidNotificationsError
   */
  async markRead(ctx: TenantContext, ids: readonly string[] | null): Promise<number> {
    requirePerson(ctx);
    if (ids !== null && (ids.length === 0 || ids.length > MOST_READ_AT_ONCE || !ids.every(isUuid)))
      throw new InvalidNotificationsError(MOST_READ_AT_ONCE);
    await this.database.run(ctx, (em) =>
      queryRows(em, READ, [ctx.tenantId, ctx.principal.id, ids, this.clock.now()]),
    );
    return this.changed(ctx);
  }

  /** @throws PeopleOnlyError, NotificationNotFoundError */
  async markUnread(ctx: TenantContext, id: string): Promise<number> {
    requirePerson(ctx);
    if (!isUuid(id)) throw new NotificationNotFoundError();
    const rows = await this.database.run(ctx, (em) =>
      queryRows(em, UNREAD, [ctx.tenantId, ctx.principal.id, id]),
    );
    if (rows.length === 0) throw new NotificationNotFoundError();
    return this.changed(ctx);
  }

  private async changed(ctx: TenantContext): Promise<number> {
    tellBell(this.live, [{ tenantId: ctx.tenantId, personId: ctx.principal.id }]);
    return this.countUnread(ctx);
  }
}

function afterOf({ after }: PageRequest): string | null {
  if (after == null) return null;
  const [id] = decodeCursor(after, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new InvalidCursorError();
}

const READ = `
  UPDATE notifications SET read_at = $4
  WHERE tenant_id = $1 AND person_id = $2 AND read_at IS NULL AND ($3::uuid[] IS NULL OR event_id = ANY($3::uuid[]))`;

/** Where something newer of the same is not read, it stays with that. */
const UNREAD = `
  WITH mine AS (
    SELECT * FROM notifications WHERE tenant_id = $1 AND person_id = $2 AND event_id = $3
  ), changed AS (
    UPDATE notifications n SET read_at = NULL FROM mine
    WHERE n.tenant_id = $1 AND n.person_id = $2 AND n.event_id = $3 AND NOT EXISTS (
      SELECT FROM notifications other WHERE other.tenant_id = $1 AND other.person_id = $2 AND other.kind = mine.kind
        AND other.task_id = mine.task_id AND other.read_at IS NULL)
  )
  SELECT event_id FROM mine`;
