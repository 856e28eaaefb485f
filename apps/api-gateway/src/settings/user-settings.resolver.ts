import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type TenantContext, type UserSettings as Settings, UserSettingsService } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import { CurrentAbsence } from '../people/absence.type';
import type { PeopleLoaders } from '../people/people.loaders';
import { SetUserCapacityInput, SetUserSkillsInput } from './user-settings.input';
import {
  SetUserCapacityPayload,
  SetUserSkillsPayload,
  UserSettings,
  UserSettingsConnection,
} from './user-settings.type';
import type { FieldContext } from '../graphql/graphql-context';

@Resolver(() => UserSettings)
export class UserSettingsResolver {
  constructor(private readonly userSettings: UserSettingsService) {}

  @Query(() => UserSettingsConnection, {
    description: 'The people of the tenant, or of a group, by e-mail address.',
  })
  async users(
    @Ctx() ctx: TenantContext,
    @Args('group', { type: () => String, nullable: true, description: 'Key or id.' }) group: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<Settings>> {
    return toConnection(await this.userSettings.list(ctx, group, { first, after }), { after });
  }

  @Query(() => UserSettings)
  async user(
    @Ctx() ctx: TenantContext,
    @Args('user', { type: () => String, description: 'E-mail address or id.' }) user: string,
  ): Promise<Settings> {
    return this.userSettings.get(ctx, user);
  }

  @ResolveField(() => Boolean, { description: 'Whether they can sign in and get tasks.' })
  active({ user }: Settings): boolean {
    return user.active;
  }

  @ResolveField(() => CurrentAbsence, { nullable: true, description: 'Null for who is there.' })
  async absence(
    { absence }: Settings,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<CurrentAbsence | null> {
    if (absence === null) return null;
    const { until, substituteId } = absence;
    return { until, substitute: substituteId === null ? null : await loaders.users.load(substituteId) };
  }

  @Mutation(() => SetUserSkillsPayload, {
    description: "For tenant admins and the supervisors of the person's groups.",
  })
  async setUserSkills(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetUserSkillsInput,
  ): Promise<{ settings: Settings }> {
    return { settings: await this.userSettings.setSkills(ctx, input.user, input.skills) };
  }

  @Mutation(() => SetUserCapacityPayload, {
    description: "For tenant admins and the supervisors of the person's groups.",
  })
  async setUserCapacity(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetUserCapacityInput,
  ): Promise<{ settings: Settings }> {
    return { settings: await this.userSettings.setCapacity(ctx, input.user, input.capacity ?? null) };
  }
}
