import type { ToolCall } from './verdict';

/** What people should know of a call besides its arguments. */
export type Describe = (call: {
  tool: string;
  arguments: unknown;
}) => Pick<ToolCall, 'reason' | 'risk' | 'similarBy'>;

export function describedCall(
  call: Pick<ToolCall, 'id' | 'tool' | 'arguments'>,
  describe?: Describe,
): ToolCall {
  return { ...describe?.({ tool: call.tool, arguments: call.arguments }), ...call };
}
