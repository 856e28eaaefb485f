import { acceptCorrelationId, runWithCorrelation } from '@orkestra/core';
import type { NextFunction, Request, Response } from 'express';

const HEADER = 'x-correlation-id';

/** The caller's id, or a new one, goes with all that the request causes, and back in the answer. */
export function correlate(request: Request, response: Response, next: NextFunction): void {
  const id = acceptCorrelationId(request.get(HEADER));
  response.setHeader(HEADER, id);
  runWithCorrelation(id, () => next());
}
