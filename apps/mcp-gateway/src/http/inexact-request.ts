import { isRecord, NUMBER_MESSAGE } from '@orkestra/core';
import type { Refusal } from './refuse';

const INVALID_PARAMS = -32602;
const ARGUMENTS = '/params/arguments';

/**
 * The answer to a request with a number that reading it has changed: an error of the protocol, so that a client that
 * asked hears what to change as the answer to its request, and whoever did not gets a status.
 * @param pointer where the number stands in the message
 */
export function inexactRequest(message: unknown, pointer: string): Refusal & { status: number } {
  const asked = isRecord(message) && pointer !== '/id' ? message['id'] : undefined;
  const id = typeof asked === 'string' || typeof asked === 'number' ? asked : null;
  // Every other complaint about arguments counts from there.
  const place = pointer.startsWith(`${ARGUMENTS}/`) ? pointer.slice(ARGUMENTS.length) : pointer;
  return {
    status: id === null ? 400 : 200,
    code: INVALID_PARAMS,
    id,
    message: `Nothing was done: a number cannot be kept. ${place}: ${NUMBER_MESSAGE}`,
    data: { fields: [{ pointer: place, message: NUMBER_MESSAGE }] },
  };
}
