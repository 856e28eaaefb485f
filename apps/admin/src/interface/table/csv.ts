/** What a spreadsheet would take for a formula. A number with a sign is none. */
const formula = /^[=+\-@\t\r]/;
const signedNumber = /^[+-]?\d+([.,]\d+)*(e[+-]?\d+)?$/i;

/** Lines of RFC 4180; a text that a spreadsheet would run as a formula has an apostrophe before it. */
export function toCsv(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map(toField).join(',')).join('\r\n');
}

function toField(text: string): string {
  const safe = formula.test(text) && !signedNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
