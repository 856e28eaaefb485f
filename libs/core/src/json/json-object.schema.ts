import { z } from 'zod';
import { isRecord } from './is-record';

/**
 * Any object, as it is: a record of zod's would lose a member named `__proto__`. What is in it has to be checked by
 * `unstorable`.
 */
export const jsonObject = z.custom<Record<string, unknown>>(isRecord, {
  error: 'must be an object',
  abort: true,
});
