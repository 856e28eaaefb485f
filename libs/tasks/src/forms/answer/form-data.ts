import { type FieldError, unstorable } from '@orkestra/core';
import { answerErrors } from './answer-errors';
import { engineFor, type FormEngine } from '../engine/form-engine';
import type { JsonSchema } from '../field/form-field';
import { ANSWER_LIMITS } from '../field/form-limits';
import { PatternWorkExceededError, withinPatternWork } from '../engine/linear-pattern';
import { restoreReadOnly } from './read-only';
import { isRecord } from '../schema/schema-walk';

interface CheckedAnswer {
  data: Record<string, unknown>;
  errors: FieldError[];
}

/**
 * Checks a copy of an answer after it has put its defaults in, put back what is read-only and left out what is hidden.
 * @param digest what tells this form from others; compiled forms are remembered by it
 * @param fillDefaults false when a person saw the defaults: what they emptied stays empty
 */
export function checkFormData(
  schema: JsonSchema,
  digest: string,
  data: unknown,
  fillDefaults = true,
): CheckedAnswer {
  const unkept = unstorable(data);
  if (unkept !== null) return { data: {}, errors: [unkept] };
  const text = JSON.stringify(data ?? null);
  const tooMuch = tooLarge(text, data);
  if (tooMuch !== null) return refused(tooMuch);
  const engine = engineFor(schema, digest, fillDefaults);
  const answer: unknown = JSON.parse(text);
  restoreReadOnly(schema, answer);
  if (!isRecord(answer)) return { data: {}, errors: validated(engine, answer) };
  const shown = { ...defaultsOf(schema, fillDefaults), ...answer };
  const hidden = engine.hidden(shown);
  drop(shown, hidden);
  const errors = validated(engine, shown);
  // Ajv has put the defaults of the hidden fields back in.
  drop(shown, hidden);
  return { data: shown, errors };
}

function refused(message: string): CheckedAnswer {
  return { data: {}, errors: [{ pointer: '', message }] };
}

function tooLarge(text: string, data: unknown): string | null {
  const { bytes, values } = ANSWER_LIMITS;
  const size = Buffer.byteLength(text);
  if (size > bytes) return `The answer holds ${size} bytes; at most ${bytes} are allowed.`;
  return moreValuesThan(values, data) ? `The answer holds more than ${values} values.` : null;
}

function moreValuesThan(most: number, data: unknown): boolean {
  let counted = 0;
  const count = (value: unknown): void => {
    counted += 1;
    if (counted > most || typeof value !== 'object' || value === null) return;
    for (const member of Object.values(value)) count(member);
  };
  count(data);
  return counted > most;
}

function defaultsOf(schema: JsonSchema, all: boolean): Record<string, unknown> {
  const fields = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  return Object.fromEntries(
    fields.flatMap(([name, field]) =>
      isRecord(field) && field.default !== undefined && (all || field.readOnly === true)
        ? [[name, JSON.parse(JSON.stringify(field.default)) as unknown]]
        : [],
    ),
  );
}

function validated({ validate }: FormEngine, answer: unknown): FieldError[] {
  try {
    const valid = withinPatternWork(() => validate(answer));
    return valid ? [] : answerErrors(validate.errors ?? [], validate.schema).slice(0, ANSWER_LIMITS.errors);
  } catch (error) {
    if (!(error instanceof PatternWorkExceededError)) throw error;
    return [
      { pointer: '', message: 'The answer is too long for the patterns and rules of this form. Write less.' },
    ];
  }
}

function drop(answer: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) delete answer[name];
}
