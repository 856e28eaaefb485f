/** The type of the tasks that decide tool calls; nothing else makes one of this type. */
export const TOOL_APPROVAL = 'tool-approval';
