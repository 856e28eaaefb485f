import { z } from 'zod';

/** What of Slack's payloads counts here; they hold more. @see https://docs.slack.dev/reference/interaction-payloads */
const account = {
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), name: z.string().optional() }),
};

const blockActions = z.object({
  type: z.literal('block_actions'),
  ...account,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.object({ channel_id: z.string().optional(), message_ts: z.string().optional() }),
  actions: z
    .array(z.object({ action_id: z.string(), value: z.string().optional(), action_ts: z.string() }))
    .min(1),
});

const viewSubmission = z.object({
  type: z.literal('view_submission'),
  ...account,
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
});

/** A slash command comes as a form of its own. */
const command = z
  .object({
    command: z.string(),
    team_id: z.string(),
    user_id: z.string(),
    user_name: z.string().optional(),
    response_url: z.string(),
  })
  .transform(({ team_id, user_id, user_name, response_url }) => ({
    type: 'command' as const,
    team: { id: team_id },
    user: { id: user_id, name: user_name },
    response_url,
  }));

const other = z
  .object({ type: z.string(), ...account })
  .transform(({ team, user }) => ({ type: 'other' as const, team, user }));

const payload = z.union([blockActions, viewSubmission, command, other]);

export type SlackPayload = z.infer<typeof payload>;
export type BlockActions = z.infer<typeof blockActions>;
export type ViewSubmission = z.infer<typeof viewSubmission>;

/** What travels with the question for a reason. */
export const reasonMetadata = z.object({
  value: z.string(),
  responseUrl: z.string(),
  channel: z.string(),
  ts: z.string(),
});

/** Undefined where it is nothing of Slack's that counts here. */
export function readPayload(given: unknown): SlackPayload | undefined {
  return payload.safeParse(given).data;
}

/** The same from the body of a request, which is a form. */
export function readForm(body: Buffer): SlackPayload | undefined {
  const form = new URLSearchParams(body.toString('utf8'));
  const json = form.get('payload');
  if (json === null) return readPayload(Object.fromEntries(form));
  try {
    return readPayload(JSON.parse(json));
  } catch {
    return undefined;
  }
}
