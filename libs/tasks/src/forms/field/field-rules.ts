import type { FieldType, FieldValidation, FormField } from './form-field';
import { FORM_LIMITS } from './form-limits';
import type { FormProblem } from './form-problem';

const CHOICES: readonly FieldType[] = ['select', 'radio', 'multiselect'];
const TEXTS: readonly FieldType[] = ['text', 'textarea', 'email', 'url'];

const BOUNDED: Record<keyof FieldValidation, readonly FieldType[]> = {
  min: ['number', 'integer', 'multiselect', 'file'],
  max: ['number', 'integer', 'multiselect', 'file'],
  minLength: TEXTS,
  maxLength: TEXTS,
  pattern: TEXTS,
};

function isChoice(type: FieldType): boolean {
  return CHOICES.includes(type);
}

/** What does not fit together in a field whose parts are each well-formed. */
export function fieldProblems(field: FormField): FormProblem[] {
  return [...optionProblems(field), ...validationProblems(field), ...valueProblems(field)];
}

function optionProblems({ type, options, multiple }: FormField): FormProblem[] {
  const problems: FormProblem[] = [];
  if (isChoice(type) && options === undefined) {
    problems.push({ path: ['options'], message: 'needed for a choice' });
  }
  if (!isChoice(type) && options !== undefined) {
    problems.push({ path: ['options'], message: `only for ${CHOICES.join(', ')}` });
  }
  if (type !== 'file' && multiple !== undefined) {
    problems.push({ path: ['multiple'], message: 'only for file; several choices are a multiselect' });
  }
  const seen = new Set<string>();
  options?.forEach(({ value }, index) => {
    if (seen.has(value)) problems.push({ path: ['options', index, 'value'], message: 'occurs twice' });
    seen.add(value);
  });
  return problems;
}

function validationProblems({ type, options, multiple, validation = {} }: FormField): FormProblem[] {
  const at = (key: keyof FieldValidation, message: string): FormProblem => ({
    path: ['validation', key],
    message,
  });
  const given = (Object.keys(BOUNDED) as (keyof FieldValidation)[]).filter(
    (key) => validation[key] !== undefined,
  );
  const problems = given
    .filter((key) => !BOUNDED[key].includes(type) || (type === 'file' && multiple !== true))
    .map((key) => at(key, misplaced(key, type)));
  if (problems.length > 0) return problems;
  const { min, max, minLength, maxLength } = validation;
  if (min !== undefined && max !== undefined && min > max) problems.push(at('max', 'is smaller than min'));
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    problems.push(at('maxLength', 'is smaller than minLength'));
  }
  for (const key of ['min', 'max'] as const) {
    const bound = validation[key];
    if (bound === undefined || type === 'number') continue;
    if (!Number.isSafeInteger(bound)) problems.push(at(key, 'must be a whole number'));
    if (type !== 'integer' && bound < 0) problems.push(at(key, 'must not be negative'));
  }
  const most = type === 'multiselect' ? options?.length : type === 'file' ? FORM_LIMITS.files : undefined;
  if (most !== undefined && (min ?? 0) > most) problems.push(at('min', `more than the ${most} there can be`));
  if (type === 'file' && (max ?? 0) > FORM_LIMITS.files) {
    problems.push(at('max', `at most ${FORM_LIMITS.files} files`));
  }
  return problems;
}

function misplaced(key: keyof FieldValidation, type: FieldType): string {
  if (type === 'file' && BOUNDED[key].includes(type)) return 'only with multiple: the number of files';
  return `only for ${BOUNDED[key].join(', ')}`;
}

function valueProblems({ type, default: preset, required, readOnly, sensitive }: FormField): FormProblem[] {
  const none = preset === undefined;
  if (sensitive && type === 'file')
    return [{ path: ['sensitive'], message: 'not for a file: its content is not sealed' }];
  if (sensitive && !none)
    return [
      { path: ['default'], message: 'a sensitive field has none: the form is for all who see the task' },
    ];
  if (type === 'file' && !none) {
    return [{ path: ['default'], message: 'a file has none: files are attached by people' }];
  }
  if (readOnly && type === 'file')
    return [{ path: ['readOnly'], message: 'a file cannot be attached to it then' }];
  if (readOnly && required && none) {
    return [{ path: ['default'], message: 'needed: the field is required and nobody can fill it in' }];
  }
  return [];
}
