import { z } from 'zod';

/** What of an activity counts here. @see https://learn.microsoft.com/microsoftteams/platform/bots */
const activity = z.object({
  type: z.string(),
  name: z.string().optional(),
  id: z.string().max(500),
  timestamp: z.coerce.date(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  from: z.object({ id: z.string(), aadObjectId: z.string().min(1), name: z.string().optional() }),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
  replyToId: z.string().optional(),
  action: z.string().optional(),
  membersAdded: z.array(z.object({ id: z.string() })).optional(),
  value: z
    .object({
      action: z
        .object({
          verb: z.string(),
          data: z.object({ value: z.string(), reason: z.string().max(10_000).optional() }),
        })
        .optional(),
    })
    .optional(),
});

export type TeamsActivity = z.infer<typeof activity>;

/** Undefined where it is nothing of Teams' that counts here. */
export function readActivity(given: unknown): TeamsActivity | undefined {
  return activity.safeParse(given).data;
}

/** The organisation of whoever did it. */
export function teamOf({ conversation, channelData }: TeamsActivity): string {
  return channelData?.tenant?.id ?? conversation.tenantId ?? '';
}
