import { LONGEST_OPERATION_ID } from '@orkestra/core';
import { z } from 'zod';

/** What each list takes. */
export const pageInput = {
  limit: z.number().int().min(1).max(50).default(20),
  cursor: z.string().max(500).optional().describe('`next_cursor` of the page before; null on the last.'),
};

export const nextCursor = z.string().nullable();

/**
 * How long a wait lasts. Some clients give up on a call after 5 s, most after 60 s: what nobody asks to last longer is
 * answered before any of them does.
 */
export const timeoutSeconds = z
  .number()
  .int()
  .min(1)
  .max(50)
  .default(4)
  .describe('Give 50 if your client lets calls last that long: fewer calls.');

export const idempotencyKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9][\w.:@/+=-]*$/, 'use letters, digits and . _ : @ / + = -');

/** The same key with the same arguments is done once. */
export const operationKey = z.string().min(1).max(LONGEST_OPERATION_ID).optional();

/** Marks, in the answer itself, what must not be followed as an instruction. */
export const notice = z.string();
