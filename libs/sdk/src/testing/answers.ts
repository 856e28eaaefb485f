import type { FormField } from '../contract/form';
import type { TestTask } from './test-task';
import { HumanScriptError } from './testing.errors';

type Answers = Record<string, unknown>;

/**
 * The answers with the defaults of the form. Refuses what the server would refuse: a field that the form does not
 * have, a required one that is missing, a choice that is not offered. The rest of a form's rules only the server checks.
 *
 * @throws HumanScriptError
 */
export function completeAnswers({ title, spec }: TestTask, answers: Answers): Answers {
  const fields = fieldsOf(spec.form);
  if (!fields) return answers;
  const complete = { ...defaultsOf(fields), ...answers };
  const wrong = [
    ...Object.keys(answers)
      .filter((name) => !Object.hasOwn(fields, name))
      .map((name) => `there is no field "${name}"`),
    ...Object.entries(fields).flatMap(([name, field]) => wrongWith(name, field, complete[name])),
  ];
  if (wrong.length === 0) return complete;
  throw new HumanScriptError(`The answer to "${title}" does not fit: ${wrong.join('; ')}.`);
}

// A field that depends on another may be hidden, and then it has no answer.
function defaultsOf(fields: Readonly<Record<string, FormField>>): Answers {
  const shown = Object.entries(fields).filter(([, field]) => !field.showWhen && field.default !== undefined);
  return Object.fromEntries(shown.map(([name, field]) => [name, field.default]));
}

function wrongWith(name: string, field: FormField, answer: unknown): string[] {
  const { required, showWhen, options } = field;
  if (answer === undefined) return required && !showWhen ? [`"${name}" is required`] : [];
  if (!options) return [];
  const chosen: unknown[] = Array.isArray(answer) ? answer : [answer];
  const offered: unknown[] = options.map(({ value }) => value);
  return chosen
    .filter((choice) => !offered.includes(choice))
    .map((choice) => `"${name}" does not offer ${JSON.stringify(choice)}`);
}

// A form may also be a JSON Schema, which only the server checks.
function fieldsOf(form: object | undefined): Readonly<Record<string, FormField>> | undefined {
  if (!form) return {};
  const values = Object.values(form) as unknown[];
  const isFields = values.every((value) => typeof (value as Partial<FormField> | null)?.type === 'string');
  return isFields && !('schema' in form) ? (form as Readonly<Record<string, FormField>>) : undefined;
}
