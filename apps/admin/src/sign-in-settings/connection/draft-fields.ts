import type { MessageAt } from '../../settings/field-messages';

/** What draws the fields of a draft: its texts and switches by their names. */
export function draftFields<Draft extends object>(
  draft: Draft,
  change: (changes: Partial<Draft>) => void,
  errorAt: MessageAt,
) {
  return {
    text: (name: keyof Draft, pointer: string) => ({
      value: String(draft[name]),
      error: errorAt(pointer),
      onChange: (event: { currentTarget: { value: string } }) =>
        change({ [name]: event.currentTarget.value } as Partial<Draft>),
    }),
    toggle: (name: keyof Draft) => ({
      checked: draft[name] === true,
      onChange: (event: { currentTarget: { checked: boolean } }) =>
        change({ [name]: event.currentTarget.checked } as Partial<Draft>),
    }),
  };
}

/** Words with any space between them. */
export function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
