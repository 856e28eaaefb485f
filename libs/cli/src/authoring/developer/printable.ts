/** Without what would steer the terminal: escape sequences, control characters, and marks that turn the direction of text. */
export function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '');
}
