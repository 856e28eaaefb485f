import { Injectable } from '@nestjs/common';
import { Clock, Ids, type Page, type PageRequest, TenantDatabase } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { TaskCommands } from '../commands/task-commands.service';
import { noteEndedRules } from './ended-rules.store';
import { findRules, listRules, listUses, type StandingRuleFilter } from './standing-rule.queries';
import { endRules } from './standing-rule.store';
import type { StandingRuleUse, StandingRuleView } from './standing-rule-view';
import { RefusedError } from '../task/refused.errors';

/** What people have allowed agents for longer than one call. Granted by decisions, and revoked here. */
@Injectable()
export class StandingRulesService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * The rules that the principal may see: of a person those that they granted, and of a supervisor those that their
   * groups were asked about; tenant admins see all, an agent its own.
   */
  async list(
    ctx: TenantContext,
    filter: StandingRuleFilter,
    page: PageRequest,
  ): Promise<Page<StandingRuleView>> {
    requireScope(ctx, 'tasks:read');
    return listRules(this.database.reader(ctx), ctx, filter, page, this.clock.now());
  }

  /** Those of the rules that the principal may see, by id; made for batching. */
  async find(ctx: TenantContext, ruleIds: readonly string[]): Promise<Map<string, StandingRuleView>> {
    requireScope(ctx, 'tasks:read');
    const rules = await findRules(this.database.reader(ctx), ctx, ruleIds);
    return new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** The calls that a rule allowed, the newest first. @throws `tool_approval.rule_not_found` */
  async uses(ctx: TenantContext, ruleId: string, page: PageRequest): Promise<Page<StandingRuleUse>> {
    requireScope(ctx, 'tasks:read');
    return this.database.run(ctx, async (em) => {
      await read(em, ctx, ruleId);
      return listUses(em, ctx, ruleId, page);
    });
  }

  /**
   * Ends a rule, and every other that allows the agent the very same: its next such call is asked about. One that has
   * ended already is answered as it is.
   * @throws `tool_approval.rule_not_found`, `tool_approval.revoke_forbidden` when a program does it
   */
  async revoke(ctx: TenantContext, ruleId: string): Promise<StandingRuleView> {
    requireScope(ctx, 'tasks:write');
    return this.commands.work(ctx, async (work) => {
      await read(work.em, ctx, ruleId);
      if (ctx.principal.kind !== 'user') throw new RefusedError('tool_approval.revoke_forbidden');
      const ended = await endRules(work.em, ctx, ruleId, this.clock.now());
      const tasks = await noteEndedRules(work.em, ctx, ended, { clock: this.clock, ids: this.ids });
      for (const task of tasks) work.told.push({ task, kind: 'rule_revoked' });
      return read(work.em, ctx, ruleId);
    });
  }
}

async function read(em: EntityManager, ctx: TenantContext, ruleId: string): Promise<StandingRuleView> {
  const [rule] = await findRules(em, ctx, [ruleId]);
  if (rule === undefined) throw new RefusedError('tool_approval.rule_not_found');
  return rule;
}
