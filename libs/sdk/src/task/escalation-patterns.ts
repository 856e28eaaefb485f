import type { EscalationStep, TaskAssignment, TaskDelay, TaskSla } from '../contract/contract';
import type { ClockOptions } from '../time/delays';
import { addDelays, parseDelay } from '../time/delays';
import type { Duration } from '../time/durations';
import { workflowFailure } from '../contract/sdk.errors';
import type { EscalationTarget } from '../time/escalation-chain';
import { targetOf } from '../time/escalation-chain';
import type { Form } from '../contract/form';
import type { TaskOptions, TaskRequest, TaskResult } from './task';
import { task } from './task';
import type { WorkflowContext } from '../run/workflow-context';

/** Who begins with a task, when it is due, and where it goes from there; spread it into a task or an approval. */
export interface EscalationPlan {
  assignTo: TaskAssignment;
  sla: TaskSla;
}

/** One tier of support, or one level of approval, and how long the task stays with it. */
export type EscalationLevel = EscalationTarget & { within?: Duration };

/**
 * As `task`, with an escalation chain on top of the due date that its `sla` has.
 *
 * @throws as `task`
 * @example
 * ```ts source="./escalation.examples.ts#taskWithEscalation"
 * const chain = escalationChain()
 *   .notifyAfter('15m', { ifUnclaimed: true })
 *   .escalateAfter('30m', { group: 'support-l2' })
 *   .expireAfter('1d')
 *   .build();
 * const spec = { title: 'Customer needs help', form, assignTo: { group: 'support-l1' }, sla: timeout('1h') };
 * const result = await taskWithEscalation(ctx, spec, chain);
 * return result.data.answer;
 * ```
 */
export async function taskWithEscalation<const F extends Form = Form>(
  ctx: WorkflowContext,
  spec: TaskRequest<F>,
  chain: readonly EscalationStep[],
  options: TaskOptions = {},
): Promise<TaskResult<F>> {
  return await task(ctx, { ...spec, sla: { ...spec.sla, chain } }, options);
}

/**
 * A task that goes up from tier to tier, as long as nobody decides it. Every tier but the last has a time; when the
 * last one has, too, the task is due then, and its supervisors are told.
 *
 * @throws ApplicationFailure `escalation.invalid`, `duration.invalid`
 * @example
 * ```ts source="./escalation.examples.ts#tieredSupport"
 * const tiers = tieredSupport([
 *   { group: 'support-l1', within: '15m' },
 *   { group: 'support-l2', within: '1h' },
 *   { group: 'support-l3' },
 * ]);
 * const result = await task(ctx, { title: 'Customer needs help', form, ...tiers });
 * ```
 */
export function tieredSupport(tiers: readonly EscalationLevel[], options: ClockOptions = {}): EscalationPlan {
  const { first, chain, end } = climb(tiers, options);
  return { assignTo: first, sla: { ...dueAfter(end), chain } };
}

/**
 * An approval that goes up from level to level, as long as nobody decides it. When the last level has a time, the
 * approval expires then: `approval` throws `TaskExpiredError`. With a quorum the voters stay the same, and the next
 * level is told.
 *
 * @throws ApplicationFailure `escalation.invalid`, `duration.invalid`
 * @example
 * ```ts source="./escalation.examples.ts#approvalEscalation"
 * const levels = approvalEscalation([
 *   { user: 'lead@example.com', within: '1d' },
 *   { user: 'director@example.com', within: '2d' },
 * ]);
 * const { approved } = await approval(ctx, { title: 'Spend money', payload: input, ...levels });
 * ```
 */
export function approvalEscalation(
  levels: readonly EscalationLevel[],
  options: ClockOptions = {},
): EscalationPlan {
  const { first, chain, end } = climb(levels, options);
  const expiry: EscalationStep[] = end ? [{ action: 'expire', after: end }] : [];
  return { assignTo: first, sla: { ...dueAfter(end), chain: [...chain, ...expiry] } };
}

function climb(levels: readonly EscalationLevel[], options: ClockOptions) {
  const first = levels[0] && targetOf(levels[0]);
  if (!first) throw invalid('it needs at least one level with a person or a group');
  const chain: EscalationStep[] = [];
  let end: TaskDelay | undefined;
  for (const [index, { within, ...target }] of levels.entries()) {
    if (index > 0) {
      if (!end)
        throw invalid(`level ${index} needs a time ("within") after which level ${index + 1} gets the task`);
      chain.push({ action: 'escalate', after: end, to: targetOf(target) });
    }
    const time = within === undefined ? undefined : parseDelay(within, options);
    end = time && (end ? addDelays(end, time) : time);
  }
  return { first, chain, end };
}

function dueAfter(end: TaskDelay | undefined): TaskSla {
  if (!end) return {};
  const { milliseconds, ...rest } = end;
  return milliseconds === undefined ? rest : { timeoutMs: milliseconds, ...rest };
}

function invalid(what: string) {
  return workflowFailure('escalation.invalid', `This escalation is wrong: ${what}.`);
}
