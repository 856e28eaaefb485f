import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, withoutNulls } from '@orkestra/core';
import { InvalidRequestError } from './request.errors';

/** Checks every input class by its class-validator decorators; an explicit null counts as left out. */
@Injectable()
export class InputPipe extends ValidationPipe {
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
    // A copy, since Nest deletes `constructor`, `prototype` and `__proto__` in place, at any depth. And not what it
    // returns: class-transformer has changed that, and form data must arrive as it was sent.
    await super.transform(structuredClone(given), metadata);
    return withoutNulls(given);
  }
}

function fieldErrors({ property, constraints, children }: ValidationError, parent = ''): FieldError[] {
  const pointer = `${parent}/${property}`;
  const [message] = Object.values(constraints ?? {});
  const own = message === undefined ? [] : [{ pointer, message }];
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
