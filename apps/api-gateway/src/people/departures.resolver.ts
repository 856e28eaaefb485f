import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  DeactivationService,
  type Departure as DepartureView,
  type PersonView,
  type TenantContext,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { DepartureToGroup, DepartureToPerson } from './departure.type';
import type { PeopleLoaders } from './people.loaders';
import { DeactivatePersonPayload, ReactivatePersonPayload } from './person-payloads.type';
import { DeactivatePersonInput, ReactivatePersonInput } from './person.input';
import { Departure } from './person.type';
import type { FieldContext } from '../graphql/graphql-context';

/** People who leave, and who come back. */
@Resolver(() => Departure)
export class DeparturesResolver {
  constructor(private readonly service: DeactivationService) {}

  @Query(() => Departure, {
    description: 'What would become of the work of somebody who is deactivated. For tenant admins.',
  })
  async personDeparture(
    @Ctx() ctx: TenantContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DepartureView> {
    return this.service.foretell(ctx, id);
  }

  @ResolveField(() => [DepartureToGroup], { description: 'How many of them go back to which queue.' })
  async toGroups(
    { toGroups }: DepartureView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<DepartureToGroup[]> {
    return Promise.all(
      toGroups.map(async ({ groupId, count }) => ({ count, group: await loaders.groups.load(groupId) })),
    );
  }

  @ResolveField(() => [DepartureToPerson], {
    description: 'How many of them go to whom: who stands in, or whose task it was.',
  })
  async toPeople(
    { toPeople }: DepartureView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<DepartureToPerson[]> {
    return Promise.all(
      toPeople.map(async ({ userId, count }) => ({ count, user: await loaders.users.load(userId) })),
    );
  }

  @Mutation(() => DeactivatePersonPayload, {
    description:
      'Their sessions and links end at once, what they allowed agents ends, and their tasks go to whoever stands in for them, else back to their queue. For tenant admins.',
  })
  async deactivatePerson(
    @Ctx() ctx: TenantContext,
    @Args('input') { personId }: DeactivatePersonInput,
  ): Promise<{ person: PersonView; departure: DepartureView }> {
    return this.service.deactivate(ctx, personId);
  }

  @Mutation(() => ReactivatePersonPayload, {
    description: 'They come back with the role and groups that they had. For tenant admins.',
  })
  async reactivatePerson(
    @Ctx() ctx: TenantContext,
    @Args('input') { personId }: ReactivatePersonInput,
  ): Promise<{ person: PersonView }> {
    return { person: await this.service.reactivate(ctx, personId) };
  }
}
