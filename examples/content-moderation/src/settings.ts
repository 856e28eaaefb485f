export interface Settings {
  /** Orkestra's MCP endpoint. */
  endpoint: URL;
  apiKey: string;
  /** Key of the group that is asked. */
  group: string;
  model: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the agent finds Orkestra and its model. `@anthropic-ai/sdk` itself reads `ANTHROPIC_API_KEY` and `ANTHROPIC_BASE_URL`.
 *
 * @throws Error that names what is missing or wrong
 */
export function settingsFrom(env: Environment): Settings {
  return {
    endpoint: new URL('/mcp', env.ORKESTRA_URL ?? 'http://127.0.0.1:4100'),
    apiKey: required(env, 'ORKESTRA_API_KEY'),
    group: env.MODERATION_GROUP ?? 'support-l1',
    model: env.MODERATION_MODEL ?? 'claude-sonnet-4-5',
  };
}

function required(env: Environment, name: string): string {
  const value = env[name]?.trim();
  if (value) return value;
  throw new Error(`${name} is not set`);
}
