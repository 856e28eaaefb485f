import { DomainError } from '@orkestra/core';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
} from 'graphql';
import { FIELD_WEIGHTS } from './field-weights';

/** What the heavy fields and lists of one answer may have together. */
export const LARGEST_ANSWER = 8 * 1024 * 1024;
/** An item of a list, without what its heavy fields add. */
const BYTES_OF_AN_ITEM = 200;

export class AnswerTooLargeError extends DomainError {
  constructor() {
    super(
      'invalid',
      'request.answer_too_large',
      `The answer is larger than ${LARGEST_ANSWER} bytes. Ask for less at once: fewer items, or fewer large fields of each.`,
    );
  }
}

/** The schema, whose heavy fields and lists count what they answer with while the answer is built. */
export function limitAnswers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values<GraphQLField<unknown, object>>(type.getFields()))
      if (FIELD_WEIGHTS[`${type.name}.${field.name}`] !== undefined || field.name === 'edges') count(field);
  }
  return schema;
}

function count(field: GraphQLField<unknown, object>): void {
  const resolve: GraphQLFieldResolver<unknown, object> = field.resolve ?? defaultFieldResolver;
  const bytesOf = isLeafType(getNamedType(field.type)) ? sizeOf : sizeOfItems;
  field.resolve = (parent, args, context, info) => {
    // Each message of a subscription is an answer of its own, with a root of its own.
    const answer = (info.rootValue as object | undefined) ?? context;
    const counted = (value: unknown) => {
      spend(answer, () => bytesOf(value));
      return value;
    };
    const value: unknown = resolve(parent, args, context, info);
    return value instanceof Promise ? value.then(counted) : counted(value);
  };
}

const spent = new WeakMap<object, number>();

/** @throws AnswerTooLargeError from the first byte too many on */
function spend(answer: object, bytes: () => number): void {
  let sum = spent.get(answer) ?? 0;
  if (sum <= LARGEST_ANSWER) sum += bytes();
  spent.set(answer, sum);
  if (sum > LARGEST_ANSWER) throw new AnswerTooLargeError();
}

function sizeOfItems(value: unknown): number {
  return Array.isArray(value) ? value.length * BYTES_OF_AN_ITEM : 0;
}

/** About the bytes of a value as JSON; what is too large for any answer is not counted to its end. */
function sizeOf(value: unknown): number {
  let bytes = 0;
  const rest: unknown[] = [value];
  while (rest.length > 0 && bytes <= LARGEST_ANSWER) {
    const next = rest.pop();
    bytes += 8;
    if (typeof next === 'string') bytes += Buffer.byteLength(next);
    else if (Array.isArray(next)) for (const item of next) rest.push(item);
    else if (typeof next === 'object' && next !== null) {
      for (const [name, part] of Object.entries(next)) {
        bytes += name.length;
        rest.push(part);
      }
    }
  }
  return bytes;
}

interface Answer {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLFormattedError[] | undefined;
}

/** In place of an answer that was cut off: one error that says so, and no data that might be taken for whole. */
export function whole<T extends Answer>(answer: T): T {
  const cut = answer.errors?.find(({ extensions }) => extensions?.['reason'] === 'request.answer_too_large');
  if (cut === undefined) return answer;
  const { path: _path, locations: _locations, ...error } = cut;
  return { ...answer, data: null, errors: [error] };
}
