import type { ModelMessage, Tool, ToolExecutionOptions, ToolModelMessage, ToolSet } from 'ai';
import { NotAllowedError } from './agents.errors';
import type { Approvals } from './approvals';
import { type Describe, describedCall } from './described-call';
import { openRequests } from './open-requests';
import { assertAllowed, denial, type Verdict } from './verdict';
import type { WaitOptions } from './waiting';

export interface ApprovedToolsOptions {
  describe?: Describe;
}

export interface ApprovedTools<Tools extends ToolSet> {
  /** The same tools; those that do not say themselves which calls need approval need it for each. */
  tools: Tools;
  /**
   * Asks people about the calls with which the messages end, in one task, and waits. The answer is to be added to
   * the messages before the model is called again; nothing when no call waits for approval.
   * @throws ApprovalPendingError at the deadline: call it again with the same messages
   */
  answer: (messages: readonly ModelMessage[], wait?: WaitOptions) => Promise<ToolModelMessage | undefined>;
}

/**
 * For `generateText` and `streamText`: calls of these tools run only after a person has allowed them, with exactly the
 * arguments that the person saw. An approval that did not come from `answer` runs nothing.
 * @example
 * const { tools, answer } = approvedTools(approvals({ url, apiKey }), { refund, sendEmail });
 */
export function approvedTools<Tools extends ToolSet>(
  approvals: Approvals,
  given: Tools,
  { describe }: ApprovedToolsOptions = {},
): ApprovedTools<Tools> {
  const verdicts = new Map<string, Verdict>();
  const entries = Object.entries(given).map(([name, tool]) => [name, approvedTool(name, tool, verdicts)]);
  return {
    tools: Object.fromEntries(entries) as Tools,
    answer: async (messages, wait) => {
      const open = openRequests(messages);
      if (open.length === 0) return undefined;
      const calls = open.map(({ id, tool, input }) =>
        describedCall({ id, tool, arguments: input }, describe),
      );
      const decided = await approvals.ask(calls, wait);
      for (const verdict of decided) verdicts.set(verdict.call.id, verdict);
      const content = decided.map((verdict, index) => ({
        type: 'tool-approval-response' as const,
        approvalId: open[index]?.approvalId ?? '',
        approved: verdict.allowed,
        ...(verdict.allowed ? {} : { reason: denial(verdict) }),
      }));
      return { role: 'tool', content };
    },
  };
}

function approvedTool(name: string, tool: Tool, verdicts: Map<string, Verdict>): Tool {
  const { execute, needsApproval = true } = tool;
  if (execute === undefined) return tool;
  const guarded = async (input: unknown, options: ToolExecutionOptions) => {
    const isNeeded =
      typeof needsApproval === 'function' ? await needsApproval(input, options) : needsApproval;
    if (isNeeded) take(verdicts, name, input, options.toolCallId);
    return lastOf((await execute.call(tool, input as never, options)) as unknown);
  };
  return { ...tool, needsApproval, execute: guarded };
}

/** Of a tool that yields results as it goes, the last one is what it answers. */
async function lastOf(output: unknown): Promise<unknown> {
  if (typeof output !== 'object' || output === null || !(Symbol.asyncIterator in output)) return output;
  let last: unknown;
  for await (const one of output as AsyncIterable<unknown>) last = one;
  return last;
}

/** A verdict is for one run of the call. */
function take(verdicts: Map<string, Verdict>, tool: string, input: unknown, callId: string): void {
  const verdict = verdicts.get(callId);
  verdicts.delete(callId);
  if (verdict === undefined) throw new NotAllowedError(`Nobody was asked about this call of ${tool}.`);
  assertAllowed(verdict, tool, input);
}
