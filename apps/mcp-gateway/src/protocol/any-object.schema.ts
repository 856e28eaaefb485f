import { isRecord } from '@orkestra/core';
import { z } from 'zod';

/** Any object, as it is. Not a record of zod's, which would lose a member named `__proto__`. */
export const anyObject = z
  .unknown()
  .refine(isRecord, 'must be an object')
  .meta({ type: 'object', additionalProperties: {} });
