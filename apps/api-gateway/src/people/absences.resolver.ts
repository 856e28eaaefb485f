import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AbsencesService, type AbsenceView, type TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { PlanAbsenceInput, RemoveAbsenceInput } from './absence.input';
import { Absence, PlanAbsencePayload, RemoveAbsencePayload } from './absence.type';
import type { PeopleLoaders } from './people.loaders';
import { User } from './user.type';
import type { FieldContext } from '../graphql/graphql-context';

@Resolver(() => Absence)
export class AbsencesResolver {
  constructor(private readonly service: AbsencesService) {}

  @Query(() => [Absence], {
    description:
      'What is to come of absences, or goes on now, at most 50: of the viewer, or of somebody else for tenant admins and the supervisors of their groups.',
  })
  async absences(
    @Ctx() ctx: TenantContext,
    @Args('user', { type: () => String, nullable: true, description: 'E-mail address or id.' })
    user: string | null,
  ): Promise<AbsenceView[]> {
    return this.service.list(ctx, user ?? undefined);
  }

  @ResolveField(() => User, { nullable: true })
  async user(
    { userId }: AbsenceView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<User | null> {
    return loaders.users.load(userId);
  }

  @ResolveField(() => User, { nullable: true, description: "Who gets the person's tasks meanwhile." })
  async substitute(
    { substituteId }: AbsenceView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<User | null> {
    return substituteId === null ? null : loaders.users.load(substituteId);
  }

  @Mutation(() => PlanAbsencePayload, {
    description: 'New tasks go to the substitute meanwhile; what the person has already stays with them.',
  })
  async planAbsence(
    @Ctx() ctx: TenantContext,
    @Args('input') input: PlanAbsenceInput,
  ): Promise<{ absence: AbsenceView }> {
    return { absence: await this.service.plan(ctx, input) };
  }

  @Mutation(() => RemoveAbsencePayload, { description: 'The person is there, or back, after all.' })
  async removeAbsence(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RemoveAbsenceInput,
  ): Promise<{ absence: AbsenceView }> {
    return { absence: await this.service.remove(ctx, input.absenceId) };
  }
}
