import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, withoutNulls } from '@orkestra/core';
import { InvalidRequestError } from './request.errors';

/** Checks every input class by its class-validator decorators; an explicit null counts as left out. */
@Injectable()
export class InputPipe extends ValidationPipe {
  /** By class: inputs of nothing but switches that were right, such as the filter of a tab, which come again and again. */
  private readonly right = new WeakMap<object, Set<string>>();

  constructor() {
    super({
      forbidNonWhitelisted: true,
      whitelist: true,
      exceptionFactory: (errors) => new InvalidRequestError(errors.flatMap((error) => fieldErrors(error))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!this.toValidate(metadata)) return super.transform(value, metadata);
    // A body that is left out is an empty one: what Nest lets through as undefined, no handler expects.
    const given = metadata.type === 'body' ? (value ?? {}) : value;
    const known = this.knownOf(metadata);
    const switches = switchesOf(given);
    if (switches !== undefined && known.has(switches)) return withoutNulls(given);
    // A copy, since Nest deletes `constructor`, `prototype` and `__proto__` in place, at any depth. And not what it
    // returns: class-transformer has changed that, and form data must arrive as it was sent.
    await super.transform(structuredClone(given), metadata);
    if (switches !== undefined && known.size < MOST_KNOWN) known.add(switches);
    return withoutNulls(given);
  }

  private knownOf({ metatype }: ArgumentMetadata): Set<string> {
    const key = metatype ?? Object;
    const known = this.right.get(key) ?? new Set();
    this.right.set(key, known);
    return known;
  }
}

/** Of one class. */
const MOST_KNOWN = 50;
const MOST_SWITCHES = 10;

/** The text of an input that holds only true, false and null; undefined for others, which may hold secrets. */
function switchesOf(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const values = Object.values(given);
  const onlySwitches = values.every((value) => typeof value === 'boolean' || value === null);
  return onlySwitches && values.length <= MOST_SWITCHES ? JSON.stringify(given) : undefined;
}

function fieldErrors({ property, constraints, children }: ValidationError, parent = ''): FieldError[] {
  const pointer = `${parent}/${property}`;
  const [message] = Object.values(constraints ?? {});
  const own = message === undefined ? [] : [{ pointer, message }];
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
