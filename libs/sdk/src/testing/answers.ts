import type { FormField } from '../form';
import type { MemoryTask } from './memory-task';
import { HumanScriptError } from './testing.errors';

/**
 * Refuses answers that the server would refuse: a field that the form does not have, a required one that is missing,
 * a choice that is not offered. The rest of a form's rules are checked by the server alone.
 *
 * @throws HumanScriptError
 */
export function checkAnswers({ title, spec }: MemoryTask, answers: Record<string, unknown>): void {
  const fields = fieldsOf(spec.form);
  if (!fields) return;
  const wrong = [
    ...Object.keys(answers)
      .filter((name) => !Object.hasOwn(fields, name))
      .map((name) => `there is no field "${name}"`),
    ...Object.entries(fields).flatMap(([name, field]) => wrongWith(name, field, answers[name])),
  ];
  if (wrong.length > 0)
    throw new HumanScriptError(`The answer to "${title}" does not fit: ${wrong.join('; ')}.`);
}

function wrongWith(name: string, field: FormField, answer: unknown): string[] {
  if (answer === undefined) {
    // A field that depends on another may be hidden, and then nothing is missing.
    const mayBeHidden = 'showWhen' in field || field.default !== undefined;
    return field.required && !mayBeHidden ? [`"${name}" is required`] : [];
  }
  const { options } = field;
  if (!options) return [];
  const chosen = Array.isArray(answer) ? answer : [answer];
  const offered = options.map((option) => (typeof option === 'string' ? option : option.value));
  return chosen
    .filter((choice) => !offered.includes(choice as string))
    .map((choice) => `"${name}" does not offer ${JSON.stringify(choice)}`);
}

// A form may also be a JSON Schema, which only the server checks.
function fieldsOf(form: object | undefined): Readonly<Record<string, FormField>> | undefined {
  if (!form) return {};
  const values = Object.values(form) as unknown[];
  const isFields = values.every((value) => typeof (value as Partial<FormField> | null)?.type === 'string');
  return isFields && !('schema' in form) ? (form as Readonly<Record<string, FormField>>) : undefined;
}
