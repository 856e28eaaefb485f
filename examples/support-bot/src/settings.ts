/** How sure the bot has to be to answer alone. */
const DEFAULT_THRESHOLD = 0.7;
const DEFAULT_MODEL = 'claude-sonnet-4-5';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `SUPPORT_BOT_THRESHOLD`, from 0 to 1.
 *
 * @throws Error that names the variable and what it should be
 */
export function thresholdOf(env: Environment): number {
  const given = env.SUPPORT_BOT_THRESHOLD;
  if (given === undefined || given.trim() === '') return DEFAULT_THRESHOLD;
  const threshold = Number(given);
  if (threshold >= 0 && threshold <= 1) return threshold;
  throw new Error(`SUPPORT_BOT_THRESHOLD is "${given}" and should be a number from 0 to 1`);
}

/** The model that drafts answers, or none: then the knowledge base alone answers. */
export function modelNameOf(env: Environment): string | undefined {
  const model = env.SUPPORT_BOT_MODEL?.trim();
  if (model) return model;
  return env.ANTHROPIC_API_KEY ? DEFAULT_MODEL : undefined;
}
