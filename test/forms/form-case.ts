/** A text that is written differently in another language, such as a number. */
export type Written = string | { en: string; de: string };

/** What a person does in a form; fields are named by their labels. */
export type Step =
  /** Key by key. */
  | { type: [label: string, text: Written] }
  /** At once, as pasting and dictation do. */
  | { put: [label: string, text: Written] }
  | { keys: [label: string, ...keys: string[]] }
  | { clear: string }
  | { day: [label: string, day: string] }
  | { choose: [label: string, ...options: string[]] }
  | { answer: [label: string, choice: string] }
  | { tick: string }
  | { press: string }
  | { complete: 'refused' }
  | { sees: string }
  | { reads: [label: string, text: Written] }
  | { lacks: string }
  | { order: string[] };

/** A form, what is done in it, and the decision that is stored then; null where it can't be sent. */
export interface FormCase {
  name: string;
  form: object;
  steps: Step[];
  answer: object | null;
}

export function raw(properties: object, more: object = {}): object {
  return { schema: { type: 'object', properties, ...more } };
}
