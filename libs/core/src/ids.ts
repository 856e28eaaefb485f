import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The one source of identifiers: UUIDv7, so that rows created together lie together in an index. */
@Injectable()
export class Ids {
  next(): string {
    return uuidv7();
  }
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
