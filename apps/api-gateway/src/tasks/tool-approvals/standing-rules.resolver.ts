import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { StandingRulesService, type StandingRuleUse, type StandingRuleView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { type Connection, toConnection } from '../../graphql/connection';
import { RevokeStandingRuleInput, StandingRuleFilter } from './standing-rule.input';
import {
  RevokeStandingRulePayload,
  StandingRuleConnection,
  StandingRuleUseConnection,
} from './standing-rule.type';

@Resolver()
export class StandingRulesResolver {
  constructor(private readonly rules: StandingRulesService) {}

  @Query(() => StandingRuleConnection, {
    description:
      'What people have allowed agents for a while, those that hold the longest first: what the viewer granted, and ' +
      'for supervisors what their groups were asked about; tenant admins see all.',
  })
  async standingRules(
    @Ctx() ctx: TenantContext,
    // Optional rather than `| null`, which would hide the class from whatever checks the argument.
    @Args('filter', { type: () => StandingRuleFilter, nullable: true }) filter?: StandingRuleFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<StandingRuleView>> {
    return toConnection(await this.rules.list(ctx, filter ?? {}, { first, after }), { after });
  }

  @Query(() => StandingRuleUseConnection, {
    description: 'The calls that a standing rule allowed, newest first.',
  })
  async standingRuleUses(
    @Ctx() ctx: TenantContext,
    @Args('ruleId', { type: () => ID }) ruleId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<StandingRuleUse>> {
    return toConnection(await this.rules.uses(ctx, ruleId, { first, after }), { after });
  }

  @Mutation(() => RevokeStandingRulePayload, {
    description:
      'Ends a rule, and every other that allows the agent the very same: the next such call is asked about. For its ' +
      'granter, supervisors of the group that was asked, and tenant admins.',
  })
  async revokeStandingRule(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RevokeStandingRuleInput,
  ): Promise<{ rule: StandingRuleView }> {
    return { rule: await this.rules.revoke(ctx, input.ruleId) };
  }
}
