import { type ErrorSchema, type RJSFSchema, toErrorList, type ValidatorType } from '@rjsf/utils';
import { useMemo, useState } from 'react';
import { type FieldError, toFormErrors } from '../errors/field-errors';
import { answerOf } from './drawing/answer-of';
import { drawableSchema } from './drawing/drawable-schema';
import { filledIn, placesOf } from './drawing/filled-in';
import { type Chosen, shapesOf } from './drawing/form-shape';
import type { Schema } from './drawing/schema-keywords';
import type { FormContext } from './fields/form-context';
import { hiddenFieldsOf, omit, pick, withoutFields } from './hidden-fields';
import { answerProblems } from './validation/answer-problems';
import { formValidator } from './validation/form-validator';
import { hasPatternNames, linearNames, namesIn } from './validation/linear-names';

export interface FormModel {
  /** The schema that rjsf draws. */
  drawn: Schema;
  /** The data as they are shown: with the defaults of fields that are drawn for the first time. */
  shown: unknown;
  /** What stands in fields that the answers hide: it comes back with them. */
  hidden: Record<string, unknown>;
  context: FormContext;
  validator: ValidatorType<unknown, RJSFSchema>;
  /** Changed data with the defaults of fields that come with the change. */
  changed: (data: unknown) => unknown;
  answer: (data: unknown) => Record<string, unknown>;
  problems: (data: unknown) => FieldError[];
}

/** What is drawn, sent and checked for the data of a form; null data are those of a form that opens for the first time. */
export function useFormModel(taskId: string, schema: Schema, layout: Schema, data: unknown): FormModel {
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const drawable = useMemo(() => drawableSchema(schema, layout), [schema, layout]);
  const hiddenFor = useMemo(() => hiddenFieldsOf(schema), [schema]);
  const withNames = useMemo(() => hasPatternNames(drawable), [drawable]);
  const names = useSameList(withNames ? [...namesIn([data, drawable])] : null);
  const linear = useMemo(
    () => (names === null ? drawable : linearNames(drawable, new Set(names))),
    [drawable, names],
  );
  const all = useMemo(() => {
    const shapeOf = shapesOf(linear, chosen);
    const isNew = data === null || data === undefined;
    const known = isNew ? new Set<string>() : placesOf(linear, data, shapeOf);
    return filledIn(linear, layout, data ?? {}, { shapeOf, known });
  }, [linear, layout, data, chosen]);
  const hidden = useSameList(hiddenFor(all));
  const parts = useMemo(() => partsOf(schema, linear, hidden, chosen), [schema, linear, hidden, chosen]);

  const context = useMemo<FormContext>(() => {
    const choose = (pointer: string, index: number): void =>
      setChosen((before) => new Map([...before, [pointer, index]]));
    return { taskId, branches: { chosen, choose } };
  }, [taskId, chosen]);
  const { drawn, shapeOf } = parts;
  const shown = omit(all, hidden);
  const changed = (next: unknown): unknown => {
    const known = placesOf(drawn, shown, shapeOf);
    return filledIn(drawn, layout, next, { shapeOf, known });
  };
  return { ...parts, shown, hidden: pick(all, hidden), context, changed };
}

/** The list of the last time, as long as it holds the same names, so that nothing is worked out anew. */
function useSameList<List extends string[] | null>(list: List): List {
  const [kept, setKept] = useState(list);
  if (JSON.stringify(kept) === JSON.stringify(list)) return kept;
  setKept(list);
  return list;
}

/** What is drawn, sent and checked while some fields are hidden and some alternatives chosen. */
function partsOf(schema: Schema, linear: Schema, hidden: readonly string[], chosen: Chosen) {
  const drawn = withoutFields(linear, hidden);
  const checked = withoutFields(schema, hidden);
  const shapeOf = shapesOf(drawn, chosen);
  const answer = (data: unknown): Record<string, unknown> => answerOf(drawn, data, shapeOf);
  const problems = (data: unknown): FieldError[] => answerProblems(checked, drawn, answer(data), shapeOf);
  const validator: ValidatorType<unknown, RJSFSchema> = {
    ...formValidator,
    validateFormData: (data) => {
      const errorSchema = toFormErrors(problems(data)) as ErrorSchema;
      return { errors: toErrorList(errorSchema), errorSchema };
    },
  };
  return { drawn, shapeOf, answer, problems, validator };
}
