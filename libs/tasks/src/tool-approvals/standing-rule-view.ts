import type { Risk } from './risk';

/** What a person has allowed an agent for longer than one call. */
export interface StandingRuleView {
  id: string;
  agent: { kind: 'service'; id: string; displayName: string };
  tool: string;
  /** The arguments that must stay the same; empty where all of them must. */
  argumentNames: string[];
  /** Their values, as they were in the call that it was granted with. */
  arguments: Record<string, unknown>;
  /** The highest that it covers. */
  risk: Risk;
  /** The task that it was granted with. */
  taskId: string;
  grantedBy: { kind: 'user'; id: string; displayName: string };
  grantedAt: Date;
  expiresAt: Date;
  revokedBy: { kind: 'user'; id: string; displayName: string } | null;
  revokedAt: Date | null;
  useCount: number;
  lastUsedAt: Date | null;
}

/** One call that a rule allowed, without anybody being asked. */
export interface StandingRuleUse {
  requestId: string;
  callId: string;
  digest: string;
  usedAt: Date;
}

/** The row that `RULE_COLUMNS` selects. */
export interface StandingRuleRow extends Omit<StandingRuleView, 'arguments'> {
  given: Record<string, unknown>;
}

/** The columns of a rule, from `standing_rules r` and the payload `p` of the call that it was granted with. */
export const RULE_COLUMNS = `
  r.id, json_build_object('kind', 'service', 'id', r.agent_id, 'displayName', r.agent_name) AS agent, r.tool,
  r.argument_names AS "argumentNames", p.arguments AS given, r.risk, r.task_id AS "taskId",
  json_build_object('kind', 'user', 'id', r.granted_by_id, 'displayName', r.granted_by_name) AS "grantedBy",
  r.granted_at AS "grantedAt", r.expires_at AS "expiresAt",
  CASE WHEN r.revoked_by_id IS NOT NULL THEN
    json_build_object('kind', 'user', 'id', r.revoked_by_id, 'displayName', r.revoked_by_name)
  END AS "revokedBy",
  r.revoked_at AS "revokedAt", r.use_count AS "useCount", r.last_used_at AS "lastUsedAt"`;

export const RULES = `
  standing_rules r JOIN tool_call_payloads p
    ON p.tenant_id = r.tenant_id AND p.request_id = r.request_id AND p.call_id = r.call_id`;

export function toRuleView({ given, ...rule }: StandingRuleRow): StandingRuleView {
  const { argumentNames: names } = rule;
  const kept =
    names.length === 0
      ? given
      : Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
  return { ...rule, arguments: kept };
}
