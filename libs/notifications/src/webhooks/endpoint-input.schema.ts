import { z } from 'zod';
import { isWebhookEventType } from './webhook-event-types';
import { InvalidWebhookEndpointError } from './webhooks.errors';

/** What can be set of an endpoint. */
export interface WebhookEndpointInput {
  url: string;
  description: string;
  /** Of events; empty for all. */
  eventTypes: string[];
  /** Of tasks; empty for all, and for what belongs to no task. */
  taskTypes: string[];
  withContent: boolean;
}

const LONGEST_URL = 2_000;
const LONGEST_DESCRIPTION = 200;
const MOST_TYPES = 100;
const LONGEST_TASK_TYPE = 200;

const input = (needsTls: boolean): z.ZodType<WebhookEndpointInput> =>
  z.strictObject({
    url: z
      .string()
      .trim()
      .max(LONGEST_URL)
      .transform((text, context) => {
        const problem = problemOf(text, needsTls);
        if (problem !== null) context.addIssue({ code: 'custom', message: problem });
        return text;
      }),
    description: z.string().trim().max(LONGEST_DESCRIPTION),
    eventTypes: z
      .array(z.string().refine(isWebhookEventType, 'is no type of event'))
      .max(MOST_TYPES)
      .transform((types) => [...new Set(types)].sort()),
    taskTypes: z
      .array(z.string().trim().min(1, 'must not be empty').max(LONGEST_TASK_TYPE))
      .max(MOST_TYPES)
      .transform((types) => [...new Set(types)].sort()),
    withContent: z.boolean(),
  });

/** @throws InvalidWebhookEndpointError */
export function checkedEndpoint(given: WebhookEndpointInput, needsTls: boolean): WebhookEndpointInput {
  const parsed = input(needsTls).safeParse(given);
  if (parsed.success) return parsed.data;
  throw new InvalidWebhookEndpointError(
    parsed.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, message })),
  );
}

/** Where an address lies is asked each time that something is sent there. */
function problemOf(text: string, needsTls: boolean): string | null {
  if (!URL.canParse(text)) return 'must be a web address, such as https://example.com/hooks';
  const { protocol, username, password, hash } = new URL(text);
  if (protocol !== 'https:' && (needsTls || protocol !== 'http:')) return 'must begin with https://';
  if (username !== '' || password !== '') return 'must not have a name or password in it';
  return hash === '' ? null : 'must not have a # in it';
}
