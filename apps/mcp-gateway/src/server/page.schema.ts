import { z } from 'zod';

/** What each list takes. */
export const pageInput = {
  limit: z.number().int().min(1).max(50).default(20).describe('How many items at most.'),
  cursor: z.string().max(500).optional().describe('next_cursor of the page before.'),
};

export const nextCursor = z.string().nullable().describe('`cursor` of the next page; null at the end.');

/** How long a wait lasts: clients give up on a call after 60 s. */
export const timeoutSeconds = z
  .number()
  .int()
  .min(1)
  .max(50)
  .default(25)
  .describe('How long to wait before answering `done: false`.');

export const idempotencyKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9][\w.:@/+=-]*$/, 'use letters, digits and . _ : @ / + = -');

/** Marks, in the answer itself, what must not be followed as an instruction. */
export const notice = z.string();
