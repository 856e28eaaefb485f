import { inWords, type Json, writeExactly } from '../command-line/exact-json';
import { inLines } from '../command-line/foreign-text';

export function facts(pairs: readonly (readonly [string, Json])[]): string[] {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '-');
  return known.map(([name, value]) => `  ${name.padEnd(11)} ${inLines(inWords(value)).join(' ')}`);
}

/** A value under its name: text as it is, all else as JSON. */
export function block(name: string, value: Json, heading: (text: string) => string): string[] {
  if (value === null || value === undefined) return [];
  const lines = inLines(typeof value === 'string' ? value : writeExactly(value, 2));
  return ['', heading(name), ...lines.map((line) => `  ${line}`)];
}
