import { canonicalJson } from '@orkestra/core';
import { AUDIT_FILE_FORMAT, type AuditFileLine, type HeaderLine, LINE_NAMES } from './audit-file';
import type { Checkpoint } from './checkpoint';

/** A line as it was written, to the byte; undefined for any other text. */
export function readLine(text: string): AuditFileLine | undefined {
  const line = asWritten(text);
  if (!isObject(line)) return undefined;
  const names = Object.hasOwn(LINE_NAMES, String(line['type']))
    ? LINE_NAMES[line['type'] as AuditFileLine['type']]
    : undefined;
  if (names === undefined || Object.keys(line).toSorted().join() !== names.join()) return undefined;
  if (line['type'] === 'entry' && !isEntry(line)) return undefined;
  return line as unknown as AuditFileLine;
}

export function isHeader(line: AuditFileLine | undefined): line is HeaderLine {
  return (
    line?.type === 'header' &&
    line.format === AUDIT_FILE_FORMAT &&
    isPosition(line.from) &&
    isPosition(line.to) &&
    typeof line.tenantId === 'string' &&
    typeof line.checkpoint === 'string' &&
    Array.isArray(line.keys)
  );
}

/** Of bytes whose signature was checked. */
export function readCheckpoint(payload: Buffer): Checkpoint | undefined {
  const read = parsed(payload.toString());
  return isObject(read) && isPosition(read['from']) && isPosition(read['to'])
    ? (read as unknown as Checkpoint)
    : undefined;
}

function isEntry({ entry, erasable, digest }: Record<string, unknown>): boolean {
  return (
    isObject(entry) &&
    isPosition(entry['position']) &&
    (erasable === null || isObject(erasable)) &&
    typeof digest === 'string'
  );
}

function isPosition(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only canonical JSON: one text for one content. */
function asWritten(text: string): unknown {
  const value = parsed(text);
  try {
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    // Nested deeper than anything that is written here.
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
