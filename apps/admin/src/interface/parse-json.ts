import { isSafeNumber, parse } from 'lossless-json';

/** What a text says as JSON, or why it says nothing that can be sent. */
export type ParsedJson = { value: unknown; problem?: undefined } | { problem: string };

class InexactError extends Error {}

/** Reads JSON that somebody writes. A number that would be rounded is told, as the server would refuse it. */
export function parseJson(text: string): ParsedJson {
  try {
    parse(text, undefined, { parseNumber: exact, onDuplicateKey: () => undefined });
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof InexactError)) return { problem: 'This is not valid JSON yet.' };
    return {
      problem: `${error.message} has more digits than a number keeps exactly. Write it as text, in quotes.`,
    };
  }
}

function exact(digits: string): number {
  if (isSafeNumber(digits)) return Number(digits);
  throw new InexactError(digits.length > 40 ? `${digits.slice(0, 40)}…` : digits);
}
