import { createHash, randomUUID } from 'node:crypto';
import { ApprovalPendingError, ApprovalRefusedError } from './agents.errors';
import { argumentsOf, digestOf } from './call-digest';
import { type ApprovalAnswer, GatewayConnection } from './gateway-connection';
import type { ToolCall, Verdict } from './verdict';
import { backOff, msUntil, type WaitOptions } from './waiting';

const LONGEST_WAIT_SECONDS = 50;
const MOST_CALLS = 20;
const RUN = /^[A-Za-z0-9][\w.:@/+=-]{0,119}$/;

export interface ApprovalsOptions {
  /** The gateway, with or without `/mcp`. */
  url: string | URL;
  /** An API key with the scope `tasks:write`. */
  apiKey: string;
  /**
   * Names this run of the agent, such as the conversation. After a restart the same run finds the requests of the
   * same calls again. Letters, digits and `. _ : @ / + = -`, at most 120; random unless given.
   */
  run?: string;
  /** Who is asked; by default whom the tenant says. */
  assignTo?: { group: string } | { user: string };
  /** E-mail address or id of the person for whom the agent acts; they may not allow its calls themselves. */
  onBehalfOf?: string;
  title?: string;
  /** What the person sees beside the calls. */
  context?: Record<string, unknown>;
  priority?: 'low' | 'medium' | 'high' | 'urgent';
  dueInMinutes?: number;
  conversationId?: string;
  /** Is told of each failure that is tried again. */
  onRetry?: (error: unknown) => void;
}

/** Asks people about the tool calls of an agent. */
export interface Approvals {
  /**
   * Asks about the calls of one turn, in one task, and waits until each is decided. Failures of the connection are
   * tried again for as long as the wait lasts.
   * @throws ApprovalPendingError at the deadline
   * @throws ApprovalRefusedError when Orkestra does not take the request
   */
  ask(calls: readonly ToolCall[], wait?: WaitOptions): Promise<Verdict[]>;
  close(): Promise<void>;
}

/** @throws TypeError for a URL or a name of the run that cannot be used */
export function approvals(options: ApprovalsOptions): Approvals {
  return new GatewayApprovals(options);
}

class GatewayApprovals implements Approvals {
  private readonly gateway: GatewayConnection;
  private readonly run: string;
  /** How often the same turn was decided: the same calls once more are another turn. */
  private readonly decided = new Map<string, number>();

  constructor(private readonly options: ApprovalsOptions) {
    const { url, apiKey, run = randomUUID() } = options;
    if (!RUN.test(run)) throw new TypeError(`"${run}" cannot name a run: see ApprovalsOptions.run.`);
    const endpoint = new URL(url);
    if (!/\/mcp\/?$/.test(endpoint.pathname))
      endpoint.pathname = `${endpoint.pathname.replace(/\/$/, '')}/mcp`;
    this.gateway = new GatewayConnection(endpoint, apiKey);
    this.run = run;
  }

  async ask(calls: readonly ToolCall[], wait: WaitOptions = {}): Promise<Verdict[]> {
    const requests: Promise<Verdict[]>[] = [];
    for (let from = 0; from < calls.length; from += MOST_CALLS) {
      requests.push(this.askTogether(calls.slice(from, from + MOST_CALLS), wait));
    }
    return (await Promise.all(requests)).flat();
  }

  close(): Promise<void> {
    return this.gateway.close();
  }

  private async askTogether(calls: readonly ToolCall[], wait: WaitOptions): Promise<Verdict[]> {
    const asked = calls.map((call) => ({
      call,
      id: idOf(call),
      digest: digestOf(call.tool, call.arguments),
    }));
    const turn = hash(asked.map(({ id, digest }) => `${id} ${digest}`).join('\n'));
    const before = this.decided.get(turn) ?? 0;
    const key = `${this.run}:${turn}${before === 0 ? '' : `.${before}`}`;
    const answer = await this.untilDecided(this.request(key, asked), wait);
    const verdicts = asked.map((one) => toVerdict(one, answer));
    this.decided.set(turn, before + 1);
    return verdicts;
  }

  private async untilDecided(request: Record<string, unknown>, wait: WaitOptions): Promise<ApprovalAnswer> {
    let taskId: string | null = null;
    for (let idle = 0; ;) {
      const began = performance.now();
      const answer = await this.attempt(request, wait);
      if (answer?.done) return answer;
      taskId = answer?.task_id ?? taskId;
      if (msUntil(wait.deadline) === 0) throw new ApprovalPendingError(taskId);
      // Neither a failure nor an answer that comes at once may make this loop a busy one.
      idle = performance.now() - began < 1_000 ? idle + 1 : 0;
      if (idle > 0) await backOff(idle - 1, wait);
    }
  }

  /** One call that waits in the gateway; nothing when it failed in a way that may pass. */
  private async attempt(
    request: Record<string, unknown>,
    { signal, deadline }: WaitOptions,
  ): Promise<ApprovalAnswer | undefined> {
    signal?.throwIfAborted();
    const left = Math.floor(msUntil(deadline) / 1_000);
    try {
      const timeout_seconds = Math.min(LONGEST_WAIT_SECONDS, left);
      return await this.gateway.ask({ ...request, timeout_seconds }, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ApprovalRefusedError) throw error;
      this.options.onRetry?.(error);
      return undefined;
    }
  }

  private request(key: string, asked: readonly { call: ToolCall; id: string }[]): Record<string, unknown> {
    const { title, assignTo, onBehalfOf, context, priority, dueInMinutes, conversationId } = this.options;
    return {
      idempotency_key: key,
      calls: asked.map(({ call, id }) => ({
        call_id: id,
        tool: call.tool,
        arguments: argumentsOf(call.arguments),
        reason: call.reason,
        risk: call.risk,
        similar_by: call.similarBy,
      })),
      title,
      assign_to: assignTo,
      on_behalf_of: onBehalfOf,
      context,
      priority,
      due_in_minutes: dueInMinutes,
      conversation_id: conversationId,
    };
  }
}

/** @throws ApprovalRefusedError when the answer is about another call than the one that was asked about */
function toVerdict(
  asked: { call: ToolCall; id: string; digest: string },
  { calls }: ApprovalAnswer,
): Verdict {
  const answers = calls.filter(({ call_id: id }) => id === asked.id);
  const [answer] = answers;
  if (answer === undefined || answers.length > 1 || answer.digest !== asked.digest) {
    throw new ApprovalRefusedError(`The answer is not about this call of ${asked.call.tool}.`, 'MISMATCH');
  }
  const { verdict, message, decided_by: by, rule_id: ruleId, valid_until: until } = answer;
  const decidedBy = by && { kind: by.kind, id: by.id, displayName: by.display_name };
  return {
    call: asked.call,
    digest: asked.digest,
    allowed: verdict === 'allowed',
    message,
    decidedBy,
    ruleId,
    validUntil: until == null ? null : new Date(until),
  };
}

/** Orkestra takes ids of at most 100 characters; some models' are longer. */
function idOf({ id }: ToolCall): string {
  return id.length <= 100 && id !== '' ? id : hash(id);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
