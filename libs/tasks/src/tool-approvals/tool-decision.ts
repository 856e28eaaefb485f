import type { Ids } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { ClockAndIds } from '../task/task-event.store';
import { isFlagged } from '../task/self-approval';
import type { TaskView } from '../task/task-view';
import { InvalidTaskDataError } from '../task/task.errors';
import { countActiveRules, insertRules, type NewStandingRule } from './standing-rule.store';
import { validityFrom } from './validity-from';
import { TooManyStandingRulesError } from './tool-approvals.errors';
import { decisionErrors } from './tool-decision-errors';
import { askedDigest } from './tool-digests';
import type { ToolAnswer, ToolDecision } from './tool-form';
import { readRequests } from './tool-request.queries';
import { decideCalls, type DecidedCall } from './tool-request.store';
import type { ToolCallView, ToolRequestView } from './tool-request-view';
import { TOOL_APPROVAL } from '../task/tool-approval-type';
import { RefusedError } from '../task/refused.errors';

const MOST_RULES = 1_000;

/** What the completion of a task that decides tool calls writes besides. */
export interface ToolDecisionPlan {
  /** What the history says: ids and digests. */
  details: Record<string, unknown>;
  /** Until when what it allows may be done; not set where it allows nothing. */
  validUntil: Date | undefined;
  write(): Promise<void>;
}

interface Decided {
  call: ToolCallView;
  decision: ToolDecision;
}

/**
 * Checks a decision about tool calls against what was asked; null for every other task.
 * @param data the answer, as the task's form has let it through
 * @throws `task.service_may_not_decide`, `tool_approval.calls_changed`, InvalidTaskDataError, TooManyStandingRulesError
 */
export async function planToolDecision(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  data: Record<string, unknown>,
  { clock, ids }: ClockAndIds,
): Promise<ToolDecisionPlan | null> {
  if (task.type !== TOOL_APPROVAL) return null;
  if (ctx.principal.kind !== 'user' || ctx.agent !== undefined)
    throw new RefusedError('task.service_may_not_decide');
  const request = (await readRequests(em, task.tenantId, [task.id])).get(task.id);
  if (request === undefined) throw new Error(`Task ${task.id} asks about no tool call`);
  const now = clock.now();
  const decided = matched(request, data as unknown as ToolAnswer);
  const errors = decided.flatMap(({ call, decision }) => decisionErrors(call, decision, request.agent, now));
  if (errors.length > 0) throw new InvalidTaskDataError(errors);
  const rules = decided.flatMap((one) => ruleOf(one, request, task, ids));
  if (rules.length > 0) await checkRoom(em, ctx, request, rules.length, now);
  const verdicts = decided.map(toVerdict);
  const validUntil = validityFrom(now);
  const flagged = isFlagged(task, ctx);
  return {
    validUntil: verdicts.some(({ verdict }) => verdict === 'allowed') ? validUntil : undefined,
    details: {
      toolCalls: verdicts.map(({ callId, verdict }, index) => ({
        callId,
        verdict,
        digest: decided[index]?.call.digest,
        ruleId: rules.find(({ call }) => call.callId === callId)?.id ?? null,
      })),
    },
    write: async () => {
      await decideCalls(em, ctx, request.requestId, verdicts, { at: now, validUntil, flagged });
      await insertRules(em, ctx, request.requestId, rules, now);
    },
  };
}

/**
 * The pending calls with their decisions. Their digest is computed again from the rows, so that what is recorded is what
 * was shown.
 */
function matched(request: ToolRequestView, answer: ToolAnswer): Decided[] {
  const asked = request.calls.filter(({ verdict }) => verdict === 'pending');
  const present = askedDigest(asked).toString('hex');
  if (answer.digest !== request.digest || present !== request.digest)
    throw new RefusedError('tool_approval.calls_changed');
  return asked.map((call) => ({ call, decision: answer.decisions[call.callId] as ToolDecision }));
}

function ruleOf(
  { call, decision }: Decided,
  { agent }: ToolRequestView,
  task: TaskView,
  ids: Ids,
): NewStandingRule[] {
  const { allow_similar: similar } = decision;
  if (similar === undefined) return [];
  const groupIds = [
    ...new Set([...task.candidates.groups, ...(task.groupId === null ? [] : [task.groupId])]),
  ];
  const until = new Date(similar.until);
  return [{ id: ids.next(), agent, call, taskId: task.id, groupIds, by: similar.by, until }];
}

function toVerdict({ call, decision: { verdict, message } }: Decided): DecidedCall {
  return {
    callId: call.callId,
    verdict: verdict === 'allow' ? 'allowed' : 'denied',
    message: message?.trim() || null,
  };
}

async function checkRoom(
  em: EntityManager,
  ctx: TenantContext,
  { agent }: ToolRequestView,
  more: number,
  now: Date,
): Promise<void> {
  const active = await countActiveRules(em, ctx, agent.id, now, MOST_RULES);
  if (active + more > MOST_RULES) throw new TooManyStandingRulesError(MOST_RULES);
}
