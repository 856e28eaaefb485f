import type { FieldError } from '@orkestra/core';
import type { PlainControl, PlainField } from '@orkestra/notifications';
import { type Html, markup } from './html';
import { plainText } from './shown-value';

/** What a page has sent, by the names of its inputs. */
export type Sent = (name: string) => readonly string[];

/** Set apart from the other inputs of a page. */
const PREFIX = 'f.';

const INPUT_TYPES: Readonly<Partial<Record<PlainControl['kind'], string>>> = {
  text: 'text',
  email: 'email',
  url: 'url',
  date: 'date',
  time: 'time',
  datetime: 'datetime-local',
};

export function sentIn(body: unknown): Sent {
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return (name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return [value].flat().filter((text): text is string => typeof text === 'string');
  };
}

export function ofFields(sent: Sent): Sent {
  return (name) => sent(`${PREFIX}${name}`);
}

/** The inputs of a form with what was sent before, and what was wrong with it. */
export function formFields(
  fields: readonly PlainField[],
  { sent, errors = [] }: { sent?: Sent; errors?: readonly FieldError[] } = {},
): Html[] {
  return fields.map((field, nth) => {
    const wrong = errors.find(({ pointer }) => pointer.split('/')[1] === escapedName(field.name));
    return drawn(field, `f${nth}`, sent === undefined ? defaultOf(field) : ofFields(sent)(field.name), wrong);
  });
}

function drawn(
  field: PlainField,
  id: string,
  values: readonly string[],
  wrong: FieldError | undefined,
): Html {
  const { label, help, control, readOnly, conditional } = field;
  if (readOnly)
    return markup`<dl>
      <dt>${label}</dt>
      <dd>${plainText(field.value)}</dd>
    </dl>`;
  const hints = [
    ...(help === null ? [] : [help]),
    ...(conditional ? ['Only where it applies.'] : []),
    ...(control.kind === 'time' || control.kind === 'datetime' ? ['In UTC.'] : []),
  ];
  const describedBy = hints.length > 0 || wrong !== undefined ? markup` aria-describedby="${id}-help"` : null;
  const hint = markup`<p class="help" id="${id}-help">
    ${hints.join(' ')}${wrong === undefined ? null : markup` <span class="bad">${wrong.message}</span>`}
  </p>`;
  const below = describedBy === null ? null : hint;
  const mark = markup`${label}${field.required ? ' *' : ''}`;
  if (control.kind === 'boolean' || (control.kind === 'choice' && control.options.length <= 6))
    return markup`<fieldset${describedBy}><legend>${mark}</legend>${below}${ticks('radio', field, values)}</fieldset>`;
  if (control.kind === 'choices')
    return markup`<fieldset${describedBy}><legend>${mark}</legend>${below}${ticks('checkbox', field, values)}</fieldset>`;
  const [value = ''] = values;
  const rest = markup`id="${id}" name="${PREFIX}${field.name}"${needed(field)}${describedBy}`;
  return markup`<div class="field">
    <label for="${id}">${mark}</label>${below}${input(control, rest, value)}
  </div>`;
}

function input(control: PlainControl, rest: Html, value: string): Html {
  if (control.kind === 'textarea') return markup`<textarea ${rest}>${value}</textarea>`;
  if (control.kind === 'number')
    return markup`<input type="text" inputmode="decimal" ${rest} value="${value}" />`;
  if (control.kind === 'choice')
    return markup`<select ${rest}>
      <option value=""></option>
      ${control.options.map(
        (one) =>
          markup`<option value="${one.value}" ${one.value === value ? markup` selected` : null}>
            ${one.label}
          </option>`,
      )}
    </select>`;
  return markup`<input type="${INPUT_TYPES[control.kind] ?? 'text'}" ${rest} value="${value}" />`;
}

function ticks(type: 'radio' | 'checkbox', field: PlainField, values: readonly string[]): Html[] {
  const { control } = field;
  const options =
    'options' in control
      ? control.options
      : [
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ];
  return options.map(
    ({ value, label }) =>
      markup`<label class="choice"
        ><input
          type="${type}"
          name="${PREFIX}${field.name}"
          value="${value}"
          ${values.includes(value) ? markup` checked` : null}${type === 'radio' ? needed(field) : null}
        />${label}</label
      >`,
  );
}

function needed({ required }: PlainField): Html | null {
  return required ? markup` required` : null;
}

function defaultOf({ value }: PlainField): string[] {
  if (value === undefined || value === null) return [];
  return [value].flat().map(plainText);
}

/** As it stands in a JSON pointer. */
function escapedName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
