import type { IncomingMessage } from 'node:http';
import { inexactNumber } from '@orkestra/core';
import type { Request, RequestHandler } from 'express';
import { InexactNumberError } from './request.errors';

const found = new WeakMap<IncomingMessage, string>();

/** Looks at a body before it is parsed, which rounds without a word; `verify` of the body parser. */
export function noteInexactNumber(
  request: IncomingMessage,
  _response: unknown,
  body: Buffer,
  charset: string,
): void {
  const pointer = inexactNumber(new TextDecoder(charset).decode(body));
  if (pointer !== null) found.set(request, pointer);
}

/** @throws InexactNumberError when the body, or the variables of a GET, hold a number that was changed by reading it */
export function checkNumbersOf(request: Request): void {
  const { variables } = request.query;
  const inQuery = typeof variables === 'string' ? inexactNumber(variables) : null;
  const pointer = found.get(request) ?? (inQuery === null ? undefined : `/variables${inQuery}`);
  if (pointer !== undefined) throw new InexactNumberError(pointer);
}

/** Refuses such a body everywhere but at the path that answers it in its own protocol. */
export function refuseInexactNumbers(except: string): RequestHandler {
  return (request, _response, next) => {
    if (request.path !== except) checkNumbersOf(request);
    next();
  };
}
