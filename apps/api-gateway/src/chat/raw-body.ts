import { raw, type Request, type RequestHandler } from 'express';

const LARGEST = 128 * 1024;
const bodies = new WeakMap<Request, Buffer>();
const parse = raw({ type: () => true, limit: LARGEST });

/** Keeps a body as it came, for those who have to compare its signature. */
export const keepRawBody: RequestHandler = (request, response, next) => {
  parse(request, response, (error?: unknown) => {
    if (Buffer.isBuffer(request.body)) bodies.set(request, request.body);
    request.body = undefined;
    next(error);
  });
};

/** Empty where there was none. */
export function rawBodyOf(request: Request): Buffer {
  return bodies.get(request) ?? Buffer.alloc(0);
}
