/** The escapes of NUL and lone surrogates in JSON text, which `jsonb` refuses. Pairs of backslashes before one are text. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON text of what a workflow returned, with what Postgres cannot keep shown as U+FFFD. */
export function storableJson(value: unknown): string | null {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : text.replace(UNSTORABLE, '$1\ufffd');
}
