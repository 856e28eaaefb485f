import { Args, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid, withoutNulls } from '@orkestra/core';
import { type AuditEvent, AuditEventsService, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import type { PeopleLoaders } from '../people/people.loaders';
import { AuditEventFilterInput } from './audit-event.input';
import { AuditActorItem, AuditEventConnection, AuditEventItem, AuditTarget } from './audit-event.type';
import type { FieldContext } from '../graphql/graphql-context';

@Resolver(() => AuditEventItem)
export class AuditEventsResolver {
  constructor(private readonly events: AuditEventsService) {}

  @Query(() => AuditEventConnection, {
    description: 'What was done in the workspace, newest first. For owners, admins and auditors.',
  })
  async auditEvents(
    @Ctx() ctx: TenantContext,
    // Optional rather than `| null`, which would hide the class from whatever checks the argument.
    @Args('filter', { type: () => AuditEventFilterInput, nullable: true }) filter?: AuditEventFilterInput,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<AuditEvent>> {
    return toConnection(await this.events.list(ctx, withoutNulls(filter ?? {}), { first, after }), { after });
  }

  @Query(() => [String], {
    description:
      'What the actions begin with that the audit log tells of, at most 100. For owners, admins and auditors.',
  })
  async auditAreas(@Ctx() ctx: TenantContext): Promise<string[]> {
    return this.events.areas(ctx);
  }

  @ResolveField(() => AuditActorItem)
  async actor(
    { actorKind: kind, actorId: id }: AuditEvent,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<AuditActorItem> {
    return { kind, id, displayName: await nameOf(id, loaders) };
  }

  @ResolveField(() => AuditTarget, { nullable: true })
  async target(
    { targetKind: kind, targetId: id }: AuditEvent,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<AuditTarget | null> {
    return kind === null || id === null ? null : { kind, id, displayName: await nameOf(id, loaders) };
  }

  @ResolveField(() => AuditActorItem, {
    nullable: true,
    description: 'The person on whose behalf it was done.',
  })
  async onBehalfOf(
    { onBehalfOf: id }: AuditEvent,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<AuditActorItem | null> {
    return id === null ? null : { kind: 'user', id, displayName: await nameOf(id, loaders) };
  }
}

async function nameOf(id: string, { names }: PeopleLoaders): Promise<string | null> {
  return isUuid(id) ? names.load(id) : null;
}
