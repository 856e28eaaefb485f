import type { Risk } from './risk';

export type ToolVerdict = 'pending' | 'allowed' | 'denied';

/** Whoever asked or decided, by the name they had. */
export interface ToolPerson {
  kind: 'user' | 'service' | 'system';
  id: string;
  displayName: string;
}

/** What became of one call. */
export interface ToolCallVerdict {
  callId: string;
  /** Hexadecimal SHA-256 of `{ tool, arguments }`. */
  digest: string;
  verdict: ToolVerdict;
  message: string | null;
  /** The person who decided, or who granted the rule that covered it. */
  decidedBy: ToolPerson | null;
  decidedAt: Date | null;
  /** The standing rule that allowed it, where one did. */
  ruleId: string | null;
  /** Until when an allowed call may be made. */
  validUntil: Date | null;
  /** Whoever decided had asked for it themselves, and the tenant let that pass. */
  selfApproval: boolean;
}

/** The verdicts on one turn of an agent. */
export interface ToolVerdicts {
  requestId: string;
  /** Null where standing rules cover every call. */
  taskId: string | null;
  calls: ToolCallVerdict[];
}

export interface ToolCallView extends ToolCallVerdict {
  tool: string;
  arguments: Record<string, unknown>;
  reason: string | null;
  risk: Risk;
  similarBy: string[];
  /** The standing rule that was granted with the decision, where one was. */
  grantedRuleId: string | null;
}

/** What the task of a turn asks for. */
export interface ToolRequestView {
  requestId: string;
  taskId: string;
  agent: ToolPerson;
  /** Hexadecimal; a decision names it. */
  digest: string;
  /** In the agent's order, with those that rules cover. */
  calls: ToolCallView[];
}
