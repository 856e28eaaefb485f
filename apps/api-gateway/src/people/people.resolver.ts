import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { withoutNulls } from '@orkestra/core';
import {
  type Invitation,
  InvitationsService,
  PeopleService,
  type PersonView,
  type TenantContext,
} from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import {
  ChangePersonRolePayload,
  InvitePersonPayload,
  RevokeInvitationPayload,
  SetPersonGroupsPayload,
} from './person-payloads.type';
import {
  ChangePersonRoleInput,
  InvitePersonInput,
  PeopleFilterInput,
  RevokeInvitationInput,
  SetPersonGroupsInput,
} from './person.input';
import { Person, PersonConnection } from './person.type';

/** Who is in the tenant, and what they are in it. */
@Resolver()
export class PeopleResolver {
  constructor(
    private readonly service: PeopleService,
    private readonly invitations: InvitationsService,
  ) {}

  @Query(() => PersonConnection, {
    description: 'The people of the tenant by name, also who was invited and who has left.',
  })
  async people(
    @Ctx() ctx: TenantContext,
    @Args('filter', { type: () => PeopleFilterInput, nullable: true }) filter: PeopleFilterInput | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<PersonView>> {
    const wanted = withoutNulls({ ...filter });
    return toConnection(await this.service.list(ctx, wanted, { first, after }), { after });
  }

  @Query(() => Person)
  async person(@Ctx() ctx: TenantContext, @Args('id', { type: () => ID }) id: string): Promise<PersonView> {
    return this.service.get(ctx, id);
  }

  @Mutation(() => InvitePersonPayload, {
    description:
      'Invites somebody for seven days. Who was invited and has not come yet gets another link in place of the first. For tenant admins; owners are invited by owners.',
  })
  async invitePerson(
    @Ctx() ctx: TenantContext,
    @Args('input') input: InvitePersonInput,
  ): Promise<Invitation> {
    return this.invitations.invite(ctx, withoutNulls({ ...input }));
  }

  @Mutation(() => RevokeInvitationPayload, { description: 'The link ends at once. For tenant admins.' })
  async revokeInvitation(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RevokeInvitationInput,
  ): Promise<{ person: PersonView }> {
    return { person: await this.invitations.revoke(ctx, input.personId) };
  }

  @Mutation(() => ChangePersonRolePayload, {
    description:
      'Holds from the next request of the person on; with a role that may do more they sign in again. For tenant admins; only owners make owners, or change them.',
  })
  async changePersonRole(
    @Ctx() ctx: TenantContext,
    @Args('input') { personId, role }: ChangePersonRoleInput,
  ): Promise<{ person: PersonView }> {
    return { person: await this.service.changeRole(ctx, personId, role) };
  }

  @Mutation(() => SetPersonGroupsPayload, {
    description: 'The groups of a person. What they hold stays with them. For tenant admins.',
  })
  async setPersonGroups(
    @Ctx() ctx: TenantContext,
    @Args('input') { personId, groups }: SetPersonGroupsInput,
  ): Promise<{ person: PersonView }> {
    return { person: await this.service.setGroups(ctx, personId, groups) };
  }
}
