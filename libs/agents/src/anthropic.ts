import type { BetaRunnableTool, BetaToolRunContext } from '@anthropic-ai/sdk/lib/tools/BetaRunnableTool';
import type { Approvals } from './approvals';
import { type Describe, describedCall } from './described-call';
import { TurnOfCalls } from './turn-of-calls';
import { assertAllowed } from './verdict';

export interface ApprovedToolsOptions {
  describe?: Describe;
  /** Which calls people are asked about; all unless given. */
  needsApproval?: (call: { tool: string; arguments: unknown }) => boolean;
  /** How long a turn waits for people, in milliseconds; as long as it takes unless given. */
  longestWaitMs?: number;
}

/**
 * The same tools for `client.beta.messages.toolRunner`, each call of which a person allows before it runs. The calls
 * of one turn of the model are asked about together, in one task. A call that is denied does not run: the model gets
 * what the person said as an error of the tool.
 * @example
 * const tools = approvedTools(approvals({ url, apiKey }), [refund, sendEmail]);
 * await client.beta.messages.toolRunner({ model, max_tokens, messages, tools });
 */
export function approvedTools<Tools extends readonly object[]>(
  approvals: Approvals,
  tools: Tools,
  options: ApprovedToolsOptions = {},
): [...Tools] {
  const turn = new TurnOfCalls(approvals, options.longestWaitMs);
  const approved = tools.map((tool) => (isRunnable(tool) ? approvedTool(tool, turn, options) : tool));
  return approved as unknown as [...Tools];
}

function isRunnable(tool: object): tool is BetaRunnableTool {
  return 'run' in tool && typeof tool.run === 'function' && 'name' in tool;
}

function approvedTool(
  tool: BetaRunnableTool,
  turn: TurnOfCalls,
  { describe, needsApproval = () => true }: ApprovedToolsOptions,
): BetaRunnableTool {
  const run = async (args: unknown, context?: BetaToolRunContext) => {
    if (!needsApproval({ tool: tool.name, arguments: args })) return tool.run(args, context);
    // Without the model's id of the call nobody could tell two equal calls apart.
    if (context === undefined) throw new TypeError(`${tool.name} runs only in a tool runner.`);
    const call = { id: context.toolUse.id, tool: tool.name, arguments: args };
    const verdict = await turn.ask(describedCall(call, describe), context.signal ?? undefined);
    assertAllowed(verdict, tool.name, args);
    return tool.run(args, context);
  };
  return { ...tool, parse: (content) => tool.parse(content) as unknown, run };
}
