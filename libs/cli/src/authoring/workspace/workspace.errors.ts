/** What the model asked for goes beyond what it may do. The developer is told of it. */
export class RefusedError extends Error {}

/** What the model asked for can't be done; the message says what to do instead. */
export class ToolError extends Error {}
