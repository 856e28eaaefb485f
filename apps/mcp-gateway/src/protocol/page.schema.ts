import { LONGEST_OPERATION_ID } from '@orkestra/core';
import { z } from 'zod';

/** What each list takes. */
export const pageInput = {
  limit: z.number().int().min(1).max(50).default(20),
  cursor: z
    .string()
    .max(500)
    .optional()
    .describe('`next_cursor` of the page before; it is null on the last.'),
};

export const nextCursor = z.string().nullable();

/** How long a wait lasts: clients give up on a call after 60 s. */
export const timeoutSeconds = z.number().int().min(1).max(50).default(25);

export const idempotencyKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9][\w.:@/+=-]*$/, 'use letters, digits and . _ : @ / + = -');

/** The same key with the same arguments is done once. */
export const operationKey = z.string().min(1).max(LONGEST_OPERATION_ID).optional();

/** Marks, in the answer itself, what must not be followed as an instruction. */
export const notice = z.string();
