import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

const UUID_SHAPE = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The one source of identifiers: UUIDv7, so that rows created together lie together in an index. */
@Injectable()
export class Ids {
  next(): string {
    return uuidv7();
  }
}

/** The lowest and the highest UUID that begin so, for a scan of an index; null where none can. */
export function uuidsStartingWith(prefix: string): [string, string] | null {
  const start = prefix.toLowerCase();
  const filled = (digit: string) => start + UUID_SHAPE.slice(start.length).replaceAll('x', digit);
  return isUuid(filled('0')) ? [filled('0'), filled('f')] : null;
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
