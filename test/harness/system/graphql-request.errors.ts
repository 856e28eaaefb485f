export interface GraphQLErrorBody {
  message: string;
  extensions?: { code?: string; reason?: string; details?: Record<string, unknown>; correlationId?: string };
}

/** What the server answered instead of data. */
export class GraphQLRequestError extends Error {
  readonly code?: string;
  readonly reason?: string;
  readonly details?: Record<string, unknown>;

  constructor(
    readonly errors: GraphQLErrorBody[],
    readonly status: number,
  ) {
    super(errors.map((error) => `${error.message} ${JSON.stringify(error.extensions ?? {})}`).join('\n'));
    this.name = 'GraphQLRequestError';
    Object.assign(this, {
      code: errors[0]?.extensions?.code,
      reason: errors[0]?.extensions?.reason,
      details: errors[0]?.extensions?.details,
    });
  }
}
