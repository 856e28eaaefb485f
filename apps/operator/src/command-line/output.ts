import type { Answer } from './command';
import type { Failure } from './failure';
import { withoutDeceiving } from '@orkestra/core';

/** The two streams of the program. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

export function writeAnswer(streams: Streams, { json, lines }: Answer, asJson: boolean): void {
  streams.out(asJson ? `${JSON.stringify(json, undefined, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
}

export function writeFailure(streams: Streams, failure: Failure, asJson: boolean, usage: string): void {
  const { code, message } = failure;
  if (asJson) return streams.err(`${JSON.stringify({ error: { code, message } })}\n`);
  streams.err(`orkestra: ${message}\n${failure.usage ? `\n${usage}\n` : ''}`);
}

/** Columns of equal width under their headings. What people wrote can't turn the line or colour the terminal. */
export function table(headings: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  const cells = [headings, ...rows].map((row) => row.map(cellOf));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** One fact a line. */
export function facts(pairs: Readonly<Record<string, unknown>>): string[] {
  return table(['', ''], Object.entries(pairs)).slice(1);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cellOf(value: unknown): string {
  if (value == null) return '-';
  const text =
    value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.join(',') : plain(value);
  return withoutDeceiving(text.replace(/[\t\r\n]+/g, ' '));
}
